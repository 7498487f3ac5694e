package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void of_isAsByHand() {
        // sorted 1, 2, 4, 10: mean 17 / 4; squares of deviations 10.5625 + 5.0625 + 0.0625 +
        // 33.0625 = 48.75, / 3 = 16.25;
        // type 7: position 0.25 * 3 = 0.75 -> 1 + 0.75 * 1; 1.5 -> 2 + 0.5 * 2; 2.25 -> 4 + 0.25 * 6
        Summary summary = Summary.of(10, 1, 4, 2);
        assertEquals(4.25, summary.mean(), ROUNDING);
        assertEquals(Math.sqrt(16.25), summary.standardDeviation(), ROUNDING);
        assertEquals(1.75, summary.lowerQuartile(), ROUNDING);
        assertEquals(3, summary.median(), ROUNDING);
        assertEquals(5.5, summary.upperQuartile(), ROUNDING);
        assertEquals(1, summary.minimum());
        assertEquals(10, summary.maximum());
    }

    @Test
    void of_agreesWithNumPy() {
        // numpy.quantile(v, [.25, .5, .75]) -> 44.59 51.59 58.96; mean 51.24142857142857,
        // std(ddof=1) 16.343457843605627
        Summary summary = Summary.of(24.02, 75.98, 60.07, 49.03, 51.59, 57.85, 40.15);
        assertEquals(44.59, summary.lowerQuartile(), ROUNDING * 100);
        assertEquals(51.59, summary.median(), ROUNDING * 100);
        assertEquals(58.96, summary.upperQuartile(), ROUNDING * 100);
        assertEquals(51.24142857142857, summary.mean(), ROUNDING * 100);
        assertEquals(16.343457843605627, summary.standardDeviation(), ROUNDING * 100);
    }

    @Test
    void of_leavesTheValuesInTheirOrder() {
        double[] values = {3, 1, 2};
        Summary.of(values);
        assertEquals(List.of(3.0, 1.0, 2.0), List.of(values[0], values[1], values[2]));
    }

    @Test
    void of_hasNoDeviationOfOneValueAndNothingOfNone() {
        assertTrue(Double.isNaN(Summary.of(5).standardDeviation()));
        assertEquals(5, Summary.of(5).median());
        assertTrue(Double.isNaN(Summary.of().mean()));
        assertEquals(0, Summary.of().n());
        assertThrows(IllegalArgumentException.class, () -> Summary.of(1, Double.NaN));
    }

    @Test
    void tukeyBox_putsWhatLiesBeyondOneAndAHalfRangesOutside() {
        // 1 .. 8 and 30: type 7 positions 2, 4, 6 -> q1 = 3, median 5, q3 = 7, range 4, fences -3 and 13
        TukeyBox box = TukeyBox.of(30, 1, 2, 3, 4, 5, 6, 7, 8);
        assertEquals(3, box.lowerQuartile());
        assertEquals(5, box.median());
        assertEquals(7, box.upperQuartile());
        assertEquals(1, box.lowerWhisker());
        assertEquals(8, box.upperWhisker());
        assertEquals(List.of(30.0), box.outliers());
        // 66 / 9
        assertEquals(22 / 3.0, box.mean(), ROUNDING);
    }

    @Test
    void tukeyBox_whiskersNeverEndInsideTheBox() {
        // 0, 100, 100, 100, 100, 101: positions 1.25, 2.5, 3.75 -> all 100, range 0: 0 and 101 are outliers.
        TukeyBox flat = TukeyBox.of(0, 100, 100, 100, 100, 101);
        assertEquals(100, flat.lowerWhisker());
        assertEquals(100, flat.upperWhisker());
        assertEquals(List.of(0.0, 101.0), flat.outliers());
        // 0, 0, 0, 10: position 2.25 -> q3 = 2.5; fence 2.5 + 3.75 = 6.25; the largest value within is 0, below the box
        assertEquals(2.5, TukeyBox.of(0, 0, 0, 10).upperWhisker());
        assertThrows(IllegalArgumentException.class, () -> TukeyBox.of());
    }
}
