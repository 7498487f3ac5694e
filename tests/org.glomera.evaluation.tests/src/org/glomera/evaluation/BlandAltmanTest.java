package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.glomera.evaluation.BlandAltman.PercentOf;
import org.junit.jupiter.api.Test;

class BlandAltmanTest {

    private static final double ROUNDING = 1e-12;
    /** scipy's and R's noncentral t are accurate to about 10 digits. */
    private static final double NONCENTRAL = 1e-8;

    /** Peak expiratory flow (l/min) by two meters, first readings: Bland and Altman, Lancet 1986, table 1. */
    private static final double[] WRIGHT = {494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178,
            423, 427};
    private static final double[] MINI = {512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259,
            350, 451};

    @Test
    void of_threeDifferencesIsAsByHand() {
        // -1, 2, 3: mean 4 / 3; squared deviations (49 + 4 + 25) / 9, over 2: 13 / 3. t(2, 0.975) = 4.302653:
        // 4.302653 * sqrt(13 / 9) = 5.17116. Limits 4 / 3 -+ 1.959964 * 2.081666
        var result = BlandAltman.of(new double[] {-1, 2, 3}, 0.95);
        assertEquals(4 / 3.0, result.bias(), ROUNDING);
        assertEquals(Math.sqrt(13 / 3.0), result.standardDeviation(), ROUNDING);
        assertEquals(4 / 3.0 - 5.17116, result.biasInterval().low(), 1e-4);
        assertEquals(4 / 3.0 + 1.959963984540054 * Math.sqrt(13 / 3.0), result.upperLimit(), ROUNDING);
        // the noncentral t with 2 degrees of freedom and 1.959964 sqrt(3): R's qt gives 1.234340891792142 and
        // 22.19830483670541; times sqrt(13 / 9)
        assertEquals(4 / 3.0 + 1.234340891792142 * Math.sqrt(13) / 3, result.upperInterval().low(), NONCENTRAL);
        assertEquals(4 / 3.0 + 22.19830483670541 * Math.sqrt(13) / 3, result.upperInterval().high(), 1e-6);
    }

    @Test
    void of_peakFlowAgreesWithThePaper() {
        // printed, Wright less mini: -2.1, SD 38.8, bias -22.0 to 17.8
        var result = BlandAltman.of(MINI, WRIGHT, 0.95);
        assertEquals(-2.1, result.bias(), 0.05);
        assertEquals(38.8, result.standardDeviation(), 0.05);
        assertEquals(-22.0, result.biasInterval().low(), 0.06);
        assertEquals(17.8, result.biasInterval().high(), 0.06);
    }

    @Test
    void of_peakFlowAgreesWithR() {
        // R 4.2.2, d <- mini - wright, s <- sd(d), k <- 17: mean(d), t.test(d)$conf.int, s, mean(d) -+ qnorm(.975)*s,
        // q <- qt(c(.025, .975), 16, qnorm(.975)*sqrt(k))*s/sqrt(k): mean(d) - rev(q), mean(d) + q
        var result = BlandAltman.of(WRIGHT, MINI, 0.95);
        assertEquals(17, result.n());
        assertEquals(2.117647058823529, result.bias(), ROUNDING);
        assertEquals(-17.8135435789981, result.biasInterval().low(), 1e-10);
        assertEquals(22.04883769664517, result.biasInterval().high(), 1e-10);
        assertEquals(38.76512987360738, result.standardDeviation(), 1e-10);
        assertEquals(-73.86061134946465, result.lowerLimit(), 1e-10);
        assertEquals(78.09590546711172, result.upperLimit(), 1e-10);
        assertEquals(-119.9255041771925, result.lowerInterval().low(), 1e-7);
        assertEquals(-48.8596372990951, result.lowerInterval().high(), 1e-7);
        assertEquals(53.09493141674216, result.upperInterval().low(), 1e-7);
        assertEquals(124.1607982948396, result.upperInterval().high(), 1e-7);
        assertEquals(BlandAltman.METHOD, result.method());
    }

    @Test
    void of_manyDifferencesHasTheIntervalsOfBlandAndAltman() {
        // their standard error of a limit, s sqrt(1 / n + 1.96^2 / (2 (n - 1))), 1999, section 2.1; for n = 4000 the
        // skewness of the exact interval is below 1 %
        double[] differences = IntStream.range(0, 4000).mapToDouble(i -> Math.sin(i * (double) i)).toArray();
        var result = BlandAltman.of(differences, 0.95);
        double half = 1.959964 * result.standardDeviation() * Math.sqrt(1 / 4000.0 + 1.959964 * 1.959964 / (2 * 3999));
        assertEquals(half, result.upperInterval().high() - result.upperLimit(), 0.02 * half);
        assertEquals(half, result.upperLimit() - result.upperInterval().low(), 0.02 * half);
        assertEquals(half, result.lowerLimit() - result.lowerInterval().low(), 0.02 * half);
    }

    @Test
    void of_turnedColumnsIsMirrored() {
        var one = BlandAltman.of(WRIGHT, MINI, 0.95);
        var other = BlandAltman.of(MINI, WRIGHT, 0.95);
        assertEquals(-one.upperInterval().high(), other.lowerInterval().low(), 1e-10);
        assertEquals(-one.lowerInterval().high(), other.upperInterval().low(), 1e-10);
    }

    @Test
    void noncentralT_agreesWithSciPy() {
        // scipy 1.17.1 stats.nct.cdf(t, degrees, shift)
        assertEquals(0.2358339699245492, new NoncentralT(4, 1.2).cumulative(0.5), 1e-10);
        assertEquals(0.03521879066462036, new NoncentralT(4, 1.2).cumulative(-0.7), 1e-10);
        assertEquals(0.20486681501057366, new NoncentralT(14, -2).cumulative(-3), 1e-10);
        assertEquals(0.9895465963332952, new NoncentralT(499, 43.8).cumulative(48), 1e-10);
        // by hand: Student's t with one degree of freedom, 1 / 2 + atan(1) / pi; P(T <= 0) = P(Z <= -shift)
        assertEquals(0.75, new NoncentralT(1, 0).cumulative(1), 1e-12);
        assertEquals(0.15865525393145707, new NoncentralT(3, 1).cumulative(0), 1e-12);
        // stats.nct.ppf([.025, .975], n - 1, stats.norm.ppf(.975) * sqrt(n)) for n = 15 and 500
        assertEquals(4.963353300018054, quantile(15, 0.025), NONCENTRAL);
        assertEquals(12.657685701649928, quantile(15, 0.975), NONCENTRAL);
        assertEquals(40.641388675137904, quantile(500, 0.025), NONCENTRAL);
        assertEquals(47.36587882018388, quantile(500, 0.975), NONCENTRAL);
        // R: qt(c(.025, .975), 1, qnorm(.975) * sqrt(2))
        assertEquals(0.7390753946880689, quantile(2, 0.025), NONCENTRAL);
        assertEquals(88.46987496776381, quantile(2, 0.975), 1e-6);
        // scipy: ppf([.0005, .9995], 1, norm.ppf(.975) * 2**.5) -> -1.27997391, 4424.49928
        assertEquals(-1.27997391, quantile(2, 0.0005), 1e-7);
        assertEquals(4424.49928, quantile(2, 0.9995), 1e-4);
    }

    private static double quantile(int n, double probability) {
        return new NoncentralT(n - 1.0, 1.959963984540054 * Math.sqrt(n)).quantile(probability);
    }

    @Test
    void percent_isOfTheFirstOrOfTheMean() {
        // 10 against 12: 2 / 10 and 2 / 11; 0 against 3: nothing and 3 / 1.5
        double[] first = {10, 0};
        double[] second = {12, 3};
        assertArrayEquals(new double[] {20, Double.NaN}, BlandAltman.percent(first, second, PercentOf.FIRST), ROUNDING);
        assertArrayEquals(new double[] {200 / 11.0, 200}, BlandAltman.percent(first, second, PercentOf.MEAN), ROUNDING);
    }

    @Test
    void percent_ofPeakFlowAgreesWithR() {
        // R: p <- 100*d/wright: mean(p), t.test(p)$conf.int, sd(p) -> 1.931251622581274, -4.995018086192722 to
        // 8.857521331355271, 13.471234593017870; p <- 100*d/((mini+wright)/2) -> 1.158314128389624, SD
        // 12.098394716494981
        var ofFirst = BlandAltman.of(BlandAltman.percent(WRIGHT, MINI, PercentOf.FIRST), 0.95);
        assertEquals(1.931251622581274, ofFirst.bias(), 1e-10);
        assertEquals(-4.995018086192722, ofFirst.biasInterval().low(), 1e-10);
        assertEquals(13.471234593017870, ofFirst.standardDeviation(), 1e-10);
        var ofMean = BlandAltman.of(BlandAltman.percent(WRIGHT, MINI, PercentOf.MEAN), 0.95);
        assertEquals(1.158314128389624, ofMean.bias(), 1e-10);
        assertEquals(12.098394716494981, ofMean.standardDeviation(), 1e-10);
    }

    @Test
    void of_oneOrNoDifferenceHasNoLimits() {
        var one = BlandAltman.of(new double[] {4}, 0.95);
        assertEquals(4, one.bias());
        assertTrue(Double.isNaN(one.standardDeviation()) && Double.isNaN(one.upperLimit()));
        assertFalse(one.biasInterval().isDefined());
        assertEquals(BlandAltman.TOO_FEW, one.method());
        assertTrue(Double.isNaN(BlandAltman.of(new double[0], 0.95).bias()));
    }

    @Test
    void of_equalDifferencesHasNoIntervals() {
        // 0.1 each, but for the rounding to binary
        var result = BlandAltman.of(new double[] {0.1, 0.2, 0.7}, new double[] {0.2, 0.3, 0.8}, 0.95);
        assertEquals(0.1, result.bias(), ROUNDING);
        assertEquals(0, result.standardDeviation());
        assertEquals(result.bias(), result.lowerLimit());
        assertFalse(result.upperInterval().isDefined());
        assertEquals(BlandAltman.ALL_EQUAL, result.method());
    }

    @Test
    void of_refusesWhatCannotBeJudged() {
        assertThrows(IllegalArgumentException.class, () -> BlandAltman.of(new double[] {1, Double.NaN}, 0.95));
        assertThrows(IllegalArgumentException.class, () -> BlandAltman.of(new double[] {1, 2}, 0));
        assertThrows(IllegalArgumentException.class, () -> BlandAltman.of(new double[] {1, 2}, 1 - 1e-12));
        assertTrue(BlandAltman.of(new double[] {1, 2}, 0.999999).upperInterval().isDefined());
        assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Interval(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> BlandAltman.of(new double[] {1}, new double[] {1, 2}, 0.9));
    }
}
