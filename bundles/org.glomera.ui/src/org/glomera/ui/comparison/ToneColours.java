package org.glomera.ui.comparison;

import org.eclipse.swt.graphics.RGB;
import org.glomera.chart.Palette;
import org.glomera.comparison.page.Cell;

/**
 * The colours behind the cells of a table. Blue, orange and vermillion of the figures' palette differ for people with
 * any kind of colour vision; the text of a cell says the same without them.
 */
final class ToneColours {

    private static final double FAINTEST = 0.06;
    private static final double STRONGEST = 0.55;

    private ToneColours() {
    }

    /** The ground of a cell on a given ground; null for a cell without a tone. */
    static RGB ground(Cell cell, RGB back) {
        return switch (cell.tone()) {
            case PLAIN, MISSING -> null;
            case LOW -> mixed(cell, back, Palette.BLUE);
            case HIGH -> mixed(cell, back, Palette.VERMILLION);
            case FLAGGED, DIFFERS -> mixed(cell, back, Palette.ORANGE);
            case AGREES, SIGNIFICANT -> mixed(cell, back, Palette.SKY_BLUE);
        };
    }

    /** Whether a cell is written in bold type. */
    static boolean isBold(Cell cell) {
        return switch (cell.tone()) {
            case FLAGGED, DIFFERS, SIGNIFICANT -> true;
            case PLAIN, LOW, HIGH, AGREES, MISSING -> false;
        };
    }

    private static RGB mixed(Cell cell, RGB back, int tone) {
        return Look.mix(back, Look.rgb(tone), FAINTEST + cell.strength() * (STRONGEST - FAINTEST));
    }
}
