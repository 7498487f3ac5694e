package org.glomera.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** The colours of figures on a screen, and those of documents, which nothing changes. */
class SchemeTest {

    /** The ground of the platform's dark theme. */
    private static final int DARK = 0x2f2f2f;
    private static final double ROUNDING = 0.005;

    private static LineChart chart() {
        return new LineChart("Dice", Axis.of("Epoch", 0, 3), Axis.of("Dice", 0, 1),
                List.of(new LineChart.Line("one", Palette.BLUE, LineChart.Stroke.SOLID,
                        List.of(new Point(0, 0.2), new Point(3, 0.9)), List.of())), List.of());
    }

    @Test
    void ratio_isThatOfTheGuidelines() {
        assertEquals(21, Contrast.ratio(0x000000, 0xffffff), ROUNDING);
        assertEquals(1, Contrast.ratio(0x123456, 0x123456), ROUNDING);
        // #777777 on white is the guidelines' well-known near miss: ((1 + 0.05) / (0.1845 + 0.05)) = 4.478
        assertEquals(4.478, Contrast.ratio(0x777777, 0xffffff), ROUNDING);
    }

    @Test
    void black_isSeenBetter_fromTheLuminanceOn_thatIsEquallyFarFromBoth() {
        // (L + 0.05) / 0.05 = 1.05 / (L + 0.05) at L = sqrt(1.05 * 0.05) - 0.05 = 0.1791; grey 117 has 0.1779, 118 0.1812
        assertFalse(Contrast.isLight(0x757575));
        assertTrue(Contrast.isLight(0x767676));
    }

    @Test
    void everyColourOfThePalette_isSeenOnDark_andStaysItselfWhereItCan() {
        Scheme scheme = Scheme.ofScreen(DARK, Map.of());
        for (int rgb : Palette.SERIES) {
            assertTrue(Contrast.ratio(scheme.of(rgb), DARK) >= Contrast.LINES, Palette.css(rgb));
        }
        assertEquals(Palette.ORANGE, scheme.of(Palette.ORANGE));
        assertEquals(Palette.SERIES.size(), Palette.SERIES.stream().map(scheme::of).distinct().count());
        assertTrue(Contrast.ratio(scheme.ink(), DARK) >= Contrast.TEXT);
        assertTrue(Contrast.ratio(scheme.axis(), DARK) >= Contrast.TEXT);
        assertEquals(scheme.ink(), scheme.of(Palette.BLACK));
    }

    @Test
    void onALightScreen_figuresLookAsInDocuments_butForTheUsersColours() {
        Scheme scheme = Scheme.ofScreen(0xffffff, Map.of(Palette.BLUE, 0xff00ff));
        assertEquals(0xff00ff, scheme.of(Palette.BLUE));
        assertEquals(Palette.YELLOW, scheme.of(Palette.YELLOW));
        assertArrayEquals(Charts.draw(chart(), 300, 200, 1, Set.of()).argb(),
                Charts.draw(chart(), 300, 200, 1, Set.of(), Scheme.ofScreen(0xffffff, Map.of())).argb());
    }

    @Test
    void darkFigure_hasTheGroundAndNoWhite() {
        int[] argb = Charts.draw(chart(), 300, 200, 1, Set.of(), Scheme.ofScreen(DARK, Map.of())).argb();
        assertEquals(0xff000000 | DARK, argb[0]);
        assertTrue(Arrays.stream(argb).noneMatch(each -> each == 0xffffffff));
        assertTrue(Arrays.stream(argb).filter(each -> each == (0xff000000 | DARK)).count() > argb.length / 2);
    }
}
