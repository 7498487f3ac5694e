package org.glomera.comparison.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.glomera.core.Kidneys;
import org.glomera.evaluation.Summary;
import org.glomera.evaluation.WilcoxonSignedRank;
import org.glomera.study.CaseResult;
import org.junit.jupiter.api.Test;

/** Bounds, held against what happens when the values are changed by all that their rounding allows. */
class RangeTest {

    private static final double ROUNDING = 1e-12;
    private static final double HALF_UNIT = 0.05;
    private static final double[] MANUAL = {24.0, 75.9, 60.1, 49.0, 51.6, 10.4, 12.0, 33.3};
    private static final double[] AUTOMATIC = {27.6, 77.7, 57.1, 49.4, 51.5, 10.3, 12.1, 30.1};
    private static final int TRIALS = 2000;

    private static List<Range> differences() {
        Pairs pairs = new Pairs(IntStream.range(0, MANUAL.length).mapToObj(i -> new CaseResult("n",
                "c" + i, Kidneys.RIGHT, MANUAL[i], AUTOMATIC[i], Double.NaN, Double.NaN, Double.NaN, Double.NaN,
                Map.of())).toList(), 0, HALF_UNIT);
        return pairs.differences();
    }

    private static double[] disturbed(double[] values, Random random) {
        return Arrays.stream(values).map(value -> value + HALF_UNIT * (2 * random.nextDouble() - 1)).toArray();
    }

    private static double[] percent(double[] manual, double[] automatic) {
        double[] percent = new double[manual.length];
        Arrays.setAll(percent, i -> 100 * (automatic[i] - manual[i]) / manual[i]);
        return percent;
    }

    @Test
    void aDifference_liesBetweenItsCorners() {
        // (27.6 - 24.0) / 24.0 = 15 %; at least (27.55 - 24.05) / 24.05, at most (27.65 - 23.95) / 23.95
        Range first = differences().get(0);
        assertEquals(15, first.value(), 1e-10);
        assertEquals(100 * (27.55 - 24.05) / 24.05, first.low(), 1e-10);
        assertEquals(100 * (27.65 - 23.95) / 23.95, first.high(), 1e-10);
    }

    @Test
    void meanMedianExtremesAndSd_stayWithinTheirBoundsWhateverWasRounded() {
        Range mean = Range.monotone(differences(), x -> Summary.of(x).mean());
        Range median = Range.monotone(differences(), x -> Summary.of(x).median());
        Range smallest = Range.monotone(differences(), x -> Summary.of(x).minimum());
        Range deviation = Range.standardDeviation(differences());
        Random random = new Random(3);
        for (int trial = 0; trial < TRIALS; trial++) {
            Summary summary = Summary.of(percent(disturbed(MANUAL, random), disturbed(AUTOMATIC, random)));
            assertWithin(mean, summary.mean());
            assertWithin(median, summary.median());
            assertWithin(smallest, summary.minimum());
            assertWithin(deviation, summary.standardDeviation());
        }
    }

    /** The bounds of Wilcoxon's p value are those of the rank sum, which a shift of all differences reaches. */
    @Test
    void wilcoxonP_staysWithinItsBoundsWhateverWasRounded() {
        Range p = PairTests.wilcoxon(MANUAL, AUTOMATIC, HALF_UNIT);
        assertTrue(p.high() > p.low(), "differences of 0.1 change their order when each may be off by 0.1");
        Random random = new Random(4);
        for (int trial = 0; trial < TRIALS; trial++) {
            assertWithin(p, WilcoxonSignedRank.test(disturbed(MANUAL, random), disturbed(AUTOMATIC, random))
                    .pTwoSided());
        }
    }

    private static void assertWithin(Range range, double value) {
        assertTrue(value >= range.low() - ROUNDING && value <= range.high() + ROUNDING, value + " in " + range);
    }

    @Test
    void magnitudes_foldTheBoundsAboutZero() {
        assertEquals(new Range(1, 0, 3), new Range(-1, -3, 2).absolute());
        assertEquals(new Range(2, 1, 3), new Range(-2, -3, -1).absolute());
        assertEquals(new Range(2, 1, 3), new Range(2, 1, 3).absolute());
    }

    @Test
    void boundsOnTheWrongSide_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Range(1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> Range.exact(Double.NaN));
    }
}
