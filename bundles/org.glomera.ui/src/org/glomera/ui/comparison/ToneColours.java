package org.glomera.ui.comparison;

import org.eclipse.swt.graphics.RGB;
import org.glomera.chart.Palette;
import org.glomera.comparison.page.Cell;
import org.glomera.comparison.page.Cell.Tone;
import org.glomera.ui.Theme;

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
        return ground(isSigned(cell) ? cell.value() < 0 ? Tone.LOW : Tone.HIGH : cell.tone(), cell.strength(), back);
    }

    /** A difference beyond the limit keeps the colour of its sign, as in the report; bold type says that it is flagged. */
    private static boolean isSigned(Cell cell) {
        return cell.tone() == Tone.FLAGGED && Math.abs(cell.value()) > 0;
    }

    /** The ground of a tone, whose strength is 0 to 1, on a given ground; null for no tone. */
    static RGB ground(Tone tone, double strength, RGB back) {
        return switch (tone) {
            case PLAIN, MISSING -> null;
            case LOW -> mixed(strength, back, Palette.BLUE);
            case HIGH -> mixed(strength, back, Palette.VERMILLION);
            case FLAGGED, DIFFERS -> mixed(strength, back, Palette.ORANGE);
            case AGREES, SIGNIFICANT -> mixed(strength, back, Palette.SKY_BLUE);
        };
    }

    /** Whether a cell is written in bold type. */
    static boolean isBold(Cell cell) {
        return switch (cell.tone()) {
            case FLAGGED, DIFFERS, SIGNIFICANT -> true;
            case PLAIN, LOW, HIGH, AGREES, MISSING -> false;
        };
    }

    private static RGB mixed(double strength, RGB back, int tone) {
        return Look.mix(back, Theme.rgb(tone), FAINTEST + strength * (STRONGEST - FAINTEST));
    }
}
