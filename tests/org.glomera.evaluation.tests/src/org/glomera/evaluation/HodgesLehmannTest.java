package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures from R are R 4.2.2's {@code wilcox.test(d, conf.int=TRUE, exact=TRUE, conf.level=level)}. */
class HodgesLehmannTest {

    private static final double ROUNDING = 1e-12;
    private static final double[] CURETON = {6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75};

    @Test
    void of_sixDifferencesIsAsByHand() {
        // d = -3, 1, 2, 4, 7, 8. P(W = 0) = 1/64 <= 0.025 < P(W <= 1) = 2/64, so k = 0: from the smallest to the
        // largest Walsh average, which are the differences -3 and 8; reached are 1 - 2/64 = 0.96875. The 21 averages,
        // sorted: -3 -1 -.5 .5 1 1.5 2 2 2.5 2.5 3 4 4 4.5 4.5 5 5.5 6 7 7.5 8: the 11th is 3
        var result = HodgesLehmann.of(new double[] {7, -3, 2, 8, 1, 4}, 0.95);
        assertEquals(3, result.estimate());
        assertEquals(new Interval(-3, 8), result.interval());
        assertEquals(0.96875, result.confidence());
        assertEquals(HodgesLehmann.EXACT, result.method());
        assertFalse(result.ties());
    }

    @Test
    void of_differencesWithoutTiesAgreesWithR() {
        // R: (pseudo)median 25, 95 percent 4 to 41.5, 99 percent -13 to 49
        var result = HodgesLehmann.of(CURETON, 0.95);
        assertEquals(25, result.estimate());
        assertEquals(new Interval(4, 41.5), result.interval());
        assertEquals(new Interval(-13, 49), HodgesLehmann.of(CURETON, 0.99).interval());
        // R: 1 - 2 * psignrank(25, 15) -> 0.95208740234375
        assertEquals(0.95208740234375, result.confidence(), ROUNDING);
        // R: 1.9499999999999997, -0.4 to 4.3
        var eight = HodgesLehmann.of(new double[] {1.2, -0.4, 3.1, 2.2, 0.9, 5.6, -1.7, 4.3}, 0.95);
        assertEquals(1.95, eight.estimate(), ROUNDING);
        assertEquals(-0.4, eight.interval().low(), ROUNDING);
        assertEquals(4.3, eight.interval().high(), ROUNDING);
    }

    @Test
    void of_manyDifferencesAgreesWithR() {
        // R: d <- round(sin(i*i)*10+i/100, 6), i <- 1:200 -> 1.10710225, 0.3001595 to 1.96431
        var result = HodgesLehmann.of(wave(200), 0.95);
        assertEquals(1.10710225, result.estimate(), ROUNDING);
        assertEquals(0.3001595, result.interval().low(), ROUNDING);
        assertEquals(1.96431, result.interval().high(), ROUNDING);
        assertEquals(HodgesLehmann.EXACT, result.method());
    }

    @Test
    void of_moreDifferencesThanExactIsCloseToExact() {
        // R, i <- 1:600, exact: 2.9605506, 2.3984856 to 3.5137311. The approximation may take an average next to the
        // right one; in the middle they lie closer than 0.0001
        var result = HodgesLehmann.of(wave(600), 0.95);
        assertEquals(2.9605506, result.estimate(), 1e-6);
        assertEquals(2.3984856, result.interval().low(), 2e-4);
        assertEquals(3.5137311, result.interval().high(), 2e-4);
        assertEquals(0.95, result.confidence(), 1e-4);
        assertEquals(HodgesLehmann.APPROXIMATE, result.method());
    }

    @Test
    void of_tiesAndZerosKeepsThem() {
        // numpy: w = sorted averages of all pairs of d; median(w) -> 2, w[8] -> 0, w[46] -> 4; R: k = qsignrank(.025,
        // 10) - 1 -> 8, 1 - 2 * psignrank(8, 10) -> 0.951171875. Without the zeros the estimate would be 2.75.
        var result = HodgesLehmann.of(new double[] {0, 0, 1, 1, 2, -3, 4, 4, 5, 7}, 0.95);
        assertEquals(10, result.n());
        assertEquals(2, result.zeros());
        assertTrue(result.ties());
        assertEquals(2, result.estimate());
        assertEquals(new Interval(0, 4), result.interval());
        assertEquals(0.951171875, result.confidence(), ROUNDING);
        assertEquals(HodgesLehmann.EXACT_WITH_TIES, result.method());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void of_anySampleTakesTheSameAveragesAsSorting(int seed) {
        Random random = new Random(seed);
        double[] differences = IntStream.range(0, 6 + seed * 7)
                .mapToDouble(i -> seed % 2 == 0 ? random.nextInt(9) - 4 : random.nextGaussian() * 1e-3 + 5).toArray();
        int n = differences.length;
        double[] averages = IntStream.range(0, n).boxed().flatMap(i -> IntStream.rangeClosed(0, i)
                .mapToObj(j -> differences[i] / 2 + differences[j] / 2)).mapToDouble(w -> w).sorted().toArray();
        double[] ranks = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
        int k = 0;
        while (SignedRankDistribution.cumulative(ranks, k + 1) <= 0.025) {
            k++;
        }
        var result = HodgesLehmann.of(differences, 0.95);
        int m = averages.length;
        assertEquals((averages[(m - 1) / 2] + averages[m / 2]) / 2, result.estimate(), ROUNDING);
        assertEquals(new Interval(averages[k], averages[m - 1 - k]), result.interval());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 11})
    void of_tiedSampleHoldsTheCentreAtLeastAsOftenAsItSays(int seed) {
        // differences c + s(i) m(i) with every sign pattern equally probable: the centre is c = 0, and the share of
        // patterns whose interval holds it is the true coverage. Magnitudes with many ties and a zero.
        Random random = new Random(seed);
        double[] magnitudes = IntStream.range(0, 10).mapToDouble(i -> random.nextInt(4)).toArray();
        int covered = 0;
        for (int pattern = 0; pattern < 1 << 10; pattern++) {
            double[] differences = magnitudes.clone();
            for (int i = 0; i < 10; i++) {
                differences[i] *= (pattern >> i & 1) == 1 ? 1 : -1;
            }
            Interval interval = HodgesLehmann.of(differences, 0.95).interval();
            covered += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
        }
        assertTrue(covered >= 0.95 * 1024, covered + " of 1024");
    }

    @Test
    void of_tooFewDifferencesSaysSo() {
        // 5 differences: P(W = 0) = 1/32 > 0.025; the highest level is 1 - 2/32
        var result = HodgesLehmann.of(new double[] {1, 2, 3, 4, 5}, 0.95);
        assertEquals(3, result.estimate());
        assertFalse(result.interval().isDefined());
        assertEquals(0.9375, result.confidence());
        assertEquals(HodgesLehmann.TOO_FEW, result.method());
        assertTrue(HodgesLehmann.of(new double[] {1, 2, 3, 4, 5}, 0.9).interval().isDefined());
        assertEquals(4, HodgesLehmann.of(new double[] {4}, 0.95).estimate());
        assertTrue(Double.isNaN(HodgesLehmann.of(new double[0], 0.95).estimate()));
    }

    @Test
    void of_equalDifferencesHasNoInterval() {
        var result = HodgesLehmann.of(new double[] {0, 0, -0.0, 0, 0, 0, 0}, 0.95);
        assertEquals(0, result.estimate());
        assertEquals(7, result.zeros());
        assertFalse(result.interval().isDefined());
        assertEquals(HodgesLehmann.ALL_EQUAL, result.method());
        // 0.3 - 0.1 and 0.2 - 0 differ in binary only
        double[] first = {0.1, 0, 0.5};
        assertEquals(HodgesLehmann.ALL_EQUAL, HodgesLehmann.of(first, new double[] {0.3, 0.2, 0.7}, 0.95).method());
    }

    @Test
    void of_refusesWhatCannotBeEstimated() {
        assertThrows(IllegalArgumentException.class, () -> HodgesLehmann.of(new double[] {1, Double.NaN}, 0.95));
        assertThrows(IllegalArgumentException.class, () -> HodgesLehmann.of(new double[] {1}, 1));
        assertThrows(IllegalArgumentException.class, () -> HodgesLehmann.of(new double[] {1}, new double[] {}, 0.9));
    }

    private static double[] wave(int n) {
        double[] wave = new double[n];
        Arrays.setAll(wave, i -> Math.rint((Math.sin((i + 1.0) * (i + 1)) * 10 + (i + 1) / 100.0) * 1e6) / 1e6);
        return wave;
    }
}
