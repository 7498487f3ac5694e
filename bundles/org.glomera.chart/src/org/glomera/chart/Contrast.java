package org.glomera.chart;

/**
 * How well one colour can be seen on another, as the Web Content Accessibility Guidelines (WCAG 2.1, "relative
 * luminance" and "contrast ratio") define it: from 1 for equal colours to 21 for black on white. They ask for 4.5 for
 * text and for 3 for lines and symbols. Colours are 0xRRGGBB.
 */
public final class Contrast {

    /** What text needs. */
    public static final double TEXT = 4.5;
    /** What lines and symbols need. */
    public static final double LINES = 3;

    private static final double FLARE = 0.05;
    private static final int STEPS = 64;
    private static final int WHITE = 0xffffff;

    private Contrast() {
    }

    /** The relative luminance: 0 for black, 1 for white. */
    public static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** The contrast of two colours, in either order. */
    public static double ratio(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + FLARE) / (Math.min(a, b) + FLARE);
    }

    /** Whether black is seen better than white on a ground. */
    public static boolean isLight(int ground) {
        return ratio(0, ground) >= ratio(WHITE, ground);
    }

    /**
     * A colour that can be seen on a ground: itself, or the same mixed with as little white (on a light ground: black)
     * as is needed.
     */
    public static int seenOn(int rgb, int ground, double ratio) {
        int towards = isLight(ground) ? 0 : WHITE;
        for (int step = 0; step < STEPS; step++) {
            int mixed = mix(rgb, towards, (double) step / STEPS);
            if (ratio(mixed, ground) >= ratio) {
                return mixed;
            }
        }
        return towards;
    }

    /** Between two colours: 0 gives the one, 1 the other. */
    public static int mix(int one, int other, double share) {
        return mix(one, other, share, 16) | mix(one, other, share, 8) | mix(one, other, share, 0);
    }

    private static int mix(int one, int other, double share, int shift) {
        int from = one >> shift & 0xff;
        int to = other >> shift & 0xff;
        return (int) Math.round(from + share * (to - from)) << shift;
    }
}
