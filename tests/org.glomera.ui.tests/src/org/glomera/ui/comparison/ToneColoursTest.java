package org.glomera.ui.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.RGB;
import org.glomera.chart.Contrast;
import org.glomera.comparison.page.Cell;
import org.glomera.ui.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The grounds of toned cells, on white and on the ground of the platform's dark theme. */
class ToneColoursTest {

    private static final RGB[] GROUNDS = {new RGB(255, 255, 255), new RGB(0x2f, 0x2f, 0x2f), new RGB(0x2d, 0x2d, 0x2d)};
    private static final int STEPS = 20;

    @ParameterizedTest
    @EnumSource(Cell.Tone.class)
    void wordsOnEveryTone_canBeReadInBothThemes(Cell.Tone tone) {
        for (RGB back : GROUNDS) {
            for (int step = 0; step <= STEPS; step++) {
                RGB ground = ToneColours.ground(tone, (double) step / STEPS, back);
                if (ground != null) {
                    int rgb = Theme.rgb(ground);
                    int ink = Contrast.isLight(rgb) ? 0x000000 : 0xffffff;
                    assertTrue(Contrast.ratio(ink, rgb) >= Contrast.TEXT, tone + " " + step + " on " + back);
                }
            }
        }
    }

    private static RGB onWhite(double value, Cell.Tone tone) {
        return ToneColours.ground(Cell.signed(value, 2).with(tone, 1), GROUNDS[0]);
    }

    @Test
    void flaggedDifference_hasTheColourOfItsSign_asInTheReport() {
        assertEquals(onWhite(-9, Cell.Tone.LOW), onWhite(-12, Cell.Tone.FLAGGED));
        assertEquals(onWhite(9, Cell.Tone.HIGH), onWhite(12, Cell.Tone.FLAGGED));
        RGB below = onWhite(-12, Cell.Tone.FLAGGED);
        assertTrue(below.blue > below.red, below.toString());
        assertTrue(ToneColours.isBold(Cell.signed(-12, 2).with(Cell.Tone.FLAGGED, 1)), "told from what is not flagged");
        assertEquals(onWhite(0, Cell.Tone.DIFFERS), ToneColours.ground(Cell.text("stopped").with(Cell.Tone.FLAGGED, 1),
                GROUNDS[0]));
    }
}
