package org.glomera.chart;

import java.awt.Color;
import java.util.Map;

/**
 * The colours that a figure is drawn with. What is written to a file always has those of {@link #DOCUMENT}; a screen
 * may have a dark ground and colours of its own for the networks.
 *
 * @param ground what the figure stands on, as 0xRRGGBB
 * @param ink words
 * @param axis axes and faint words
 * @param grid grid lines
 * @param replaced colours of {@link Palette} that are drawn with another colour
 * @param contrast colours of data are lightened on a dark ground, darkened on a light one, until they are seen with
 *        this {@link Contrast#ratio}; 1 leaves every colour as it is
 */
public record Scheme(int ground, int ink, int axis, int grid, Map<Integer, Integer> replaced, double contrast) {

    /** Of everything that is written: white ground, each colour as it is. */
    public static final Scheme DOCUMENT = new Scheme(0xffffff, 0x222222, 0x666666, 0xe4e4e4, Map.of(), 1);

    private static final double DARK_INK = 0.88;
    private static final double DARK_AXIS = 0.62;
    private static final double DARK_GRID = 0.13;

    /** Copies the map. */
    public Scheme {
        replaced = Map.copyOf(replaced);
        if (!(contrast >= 1)) {
            throw new IllegalArgumentException("A contrast is at least 1, not " + contrast + ".");
        }
    }

    /**
     * The scheme of a screen.
     *
     * @param ground what stands around the figure: on a light one it is drawn as in documents, on a dark one on the
     *        same ground with light words and data of enough contrast
     * @param replaced colours of {@link Palette} that are drawn with another colour
     */
    public static Scheme ofScreen(int ground, Map<Integer, Integer> replaced) {
        if (Contrast.isLight(ground)) {
            return new Scheme(DOCUMENT.ground, DOCUMENT.ink, DOCUMENT.axis, DOCUMENT.grid, replaced, 1);
        }
        return new Scheme(ground, Contrast.mix(ground, 0xffffff, DARK_INK), Contrast.mix(ground, 0xffffff, DARK_AXIS),
                Contrast.mix(ground, 0xffffff, DARK_GRID), replaced, Contrast.LINES);
    }

    /** The colour that something of a colour is drawn with. */
    public int of(int rgb) {
        int plain = rgb & 0xffffff;
        if (contrast > 1 && plain == Palette.BLACK) {
            return ink;
        }
        int colour = replaced.getOrDefault(plain, plain);
        return contrast > 1 ? Contrast.seenOn(colour, ground, contrast) : colour;
    }

    Color colour(int rgb) {
        return new Color(of(rgb));
    }

    Color translucent(int rgb, int alpha) {
        int colour = of(rgb);
        return new Color(colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff, alpha);
    }

    Color inkTranslucent(int alpha) {
        return new Color(ink >> 16 & 0xff, ink >> 8 & 0xff, ink & 0xff, alpha);
    }

    Color groundColour() {
        return new Color(ground);
    }

    Color inkColour() {
        return new Color(ink);
    }

    Color axisColour() {
        return new Color(axis);
    }

    Color gridColour() {
        return new Color(grid);
    }
}
