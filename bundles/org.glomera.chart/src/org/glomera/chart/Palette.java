package org.glomera.chart;

import java.util.List;

/**
 * Colours that people with any kind of colour vision can tell apart (Okabe and Ito, Color Universal Design, 2008), as
 * 0xRRGGBB. Every figure, table and view gives the same run the same colour.
 */
public final class Palette {

    /** Black, for what is not one of the compared things, such as the manual delineation. */
    public static final int BLACK = 0x000000;
    /** Blue. */
    public static final int BLUE = 0x0072B2;
    /** Vermillion. */
    public static final int VERMILLION = 0xD55E00;
    /** Bluish green. */
    public static final int GREEN = 0x009E73;
    /** Orange. */
    public static final int ORANGE = 0xE69F00;
    /** Sky blue. */
    public static final int SKY_BLUE = 0x56B4E9;
    /** Reddish purple. */
    public static final int PURPLE = 0xCC79A7;
    /** Yellow; too light for thin lines on white. */
    public static final int YELLOW = 0xF0E442;
    /** Indigo; like the colours below, not of Okabe and Ito. */
    public static final int INDIGO = 0x332288;
    /** Wine red. */
    public static final int WINE = 0x882255;
    /** Olive. */
    public static final int OLIVE = 0x999933;
    /** Brown. */
    public static final int BROWN = 0x7A4B1E;
    /** Dark green of pines. */
    public static final int PINE = 0x003B36;
    /** Grey. */
    public static final int GREY = 0x777777;

    /**
     * The colours for compared things, the most different ones first; yellow and black are not among them. From the
     * seventh on, the symbols and dashes of {@link Marker#of} must help to tell them apart.
     */
    public static final List<Integer> SERIES = List.of(BLUE, VERMILLION, GREEN, ORANGE, SKY_BLUE, PURPLE, INDIGO, WINE,
            OLIVE, BROWN, PINE, GREY);

    /** Paul Tol's bright colours (Colour Schemes, SRON/EPS/TN/09-002, 2021), for any colour vision too. */
    public static final List<Integer> TOL_BRIGHT = List.of(0x4477AA, 0xEE6677, 0x228833, 0xCCBB44, 0x66CCEE, 0xAA3377);

    private Palette() {
    }

    /** The colour of the compared thing at a place, counted from 0; after the last colour it begins again. */
    public static int of(int place) {
        return SERIES.get(Math.floorMod(place, SERIES.size()));
    }

    /** A colour as CSS and SVG write it: {@code #rrggbb}. */
    public static String css(int rgb) {
        return String.format("#%06x", rgb & 0xffffff);
    }
}
