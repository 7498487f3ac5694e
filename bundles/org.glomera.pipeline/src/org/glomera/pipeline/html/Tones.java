package org.glomera.pipeline.html;

import org.glomera.chart.Palette;
import org.glomera.comparison.page.Cell;
import org.glomera.comparison.page.Cell.Tone;

/**
 * How a cell stands out: a colour that people with any kind of colour vision can tell apart, and a sign for those who
 * see none. Blue and orange are the only two hues, and no sign stands for two tones.
 */
public final class Tones {

    private static final int BLUE_LIGHT = 0xA9CFE8;
    private static final int ORANGE_LIGHT = 0xF7BE86;
    private static final int ORANGE_PALE = 0xFCE3CC;
    private static final int BLUE_PALE = 0xE3F0F8;
    private static final int WHITE = 0xFFFFFF;

    private Tones() {
    }

    /** The sign behind a cell's text; empty for none. */
    public static String sign(Tone tone) {
        return switch (tone) {
            case PLAIN, LOW, HIGH, MISSING -> "";
            case FLAGGED -> "!";
            case DIFFERS -> "≠";
            case AGREES -> "=";
            case SIGNIFICANT -> "*";
        };
    }

    /** What a tone says, for a legend; empty where nothing needs to be said. */
    public static String meaning(Tone tone) {
        return switch (tone) {
            case PLAIN, MISSING -> "";
            case LOW -> "blue: below the ideal";
            case HIGH -> "orange: above the ideal";
            case FLAGGED -> "! beyond the limit";
            case DIFFERS -> "≠ differs";
            case AGREES -> "= agrees";
            case SIGNIFICANT -> "* significant";
        };
    }

    /** The cell's ground as CSS; empty for none. */
    static String ground(Cell cell) {
        return switch (cell.tone()) {
            case PLAIN, MISSING, SIGNIFICANT -> "";
            case LOW -> blend(BLUE_LIGHT, cell.strength());
            case HIGH -> blend(ORANGE_LIGHT, cell.strength());
            case FLAGGED -> Palette.css(cell.value() < 0 ? BLUE_LIGHT : ORANGE_LIGHT);
            case DIFFERS -> Palette.css(ORANGE_PALE);
            case AGREES -> Palette.css(BLUE_PALE);
        };
    }

    private static String blend(int rgb, double strength) {
        int blended = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = WHITE >> shift & 0xff;
            int to = rgb >> shift & 0xff;
            blended |= (int) Math.round(from + (to - from) * strength) << shift;
        }
        return blended == WHITE ? "" : Palette.css(blended);
    }
}
