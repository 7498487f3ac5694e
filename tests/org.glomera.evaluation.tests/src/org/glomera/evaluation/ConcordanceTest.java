package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Figures are R 4.2.2's {@code cor.test(x, y)} and, with epiR 2.0.57, {@code epi.ccc(x, y)}, both at 95 %. */
class ConcordanceTest {

    private static final double ROUNDING = 1e-12;
    private static final double[] ONE_TO_FIVE = {1, 2, 3, 4, 5};

    @Test
    void of_fivePairsIsAsByHand() {
        // 1..5 and 2, 2, 3, 5, 4: means 3 and 3.2; products of deviations 2.4 + 1.2 + 0 + 1.8 + 1.6 = 7; squares 10 and
        // 6.8. r = 7 / sqrt(68); Lin 2 * 7 / (10 + 6.8 + 5 * 0.04) = 14 / 17; accuracy 2 sqrt(68) / 17
        var result = Concordance.of(ONE_TO_FIVE, new double[] {2, 2, 3, 5, 4}, 0.95);
        assertEquals(7 / Math.sqrt(68), result.pearson(), ROUNDING);
        assertEquals(14 / 17.0, result.lin(), ROUNDING);
        assertEquals(2 * Math.sqrt(68) / 17, result.accuracy(), ROUNDING);
        // R: -0.1329996484943841 to 0.9898266447516173; 0.1118781958082002 to 0.9768222421197851
        assertInterval(-0.1329996484943841, 0.9898266447516173, result.pearsonInterval());
        assertInterval(0.1118781958082002, 0.9768222421197851, result.linInterval());
        assertEquals(Concordance.METHOD, result.method());
    }

    @Test
    void of_oppositePairsAgreesWithR() {
        var result = Concordance.of(ONE_TO_FIVE, new double[] {5, 3, 4, 1, 2}, 0.95);
        assertEquals(-0.8, result.pearson(), ROUNDING);
        assertInterval(-0.9861961933012714, 0.279640041969355, result.pearsonInterval());
        assertEquals(-0.8, result.lin(), ROUNDING);
        assertInterval(-0.977148542289874, 0.03296150049755497, result.linInterval());
    }

    @Test
    void of_peakFlowAgreesWithR() {
        // Bland and Altman 1986, see BlandAltmanTest
        double[] wright = {494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427};
        double[] mini = {512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451};
        var result = Concordance.of(wright, mini, 0.95);
        assertEquals(0.9432794468909461, result.pearson(), ROUNDING);
        assertInterval(0.8463588087924647, 0.9797313373519239, result.pearsonInterval());
        assertEquals(0.9427424314274845, result.lin(), ROUNDING);
        assertInterval(0.8504918731685605, 0.9787262791701224, result.linInterval());
        assertEquals(0.9994306931363429, result.accuracy(), ROUNDING);
        // conf.level = 0.9
        assertInterval(0.8714302246449116, 0.9750285656971338, Concordance.of(wright, mini, 0.9).linInterval());
    }

    private static void assertInterval(double low, double high, Interval interval) {
        assertEquals(low, interval.low(), ROUNDING);
        assertEquals(high, interval.high(), ROUNDING);
    }

    @Test
    void lin_seesWhatPearsonDoesNot() {
        // 1..5 against 11..15: on a line, but 10 above: 2 * 2 / (2 + 2 + 100) = 1 / 26
        var shifted = Concordance.of(ONE_TO_FIVE, new double[] {11, 12, 13, 14, 15}, 0.95);
        assertEquals(1, shifted.pearson(), ROUNDING);
        assertEquals(1 / 26.0, shifted.lin(), ROUNDING);
        assertTrue(shifted.linInterval().isDefined());
    }

    @Test
    void of_uncorrelatedPairsHasIntervals() {
        // products of deviations 1 * 1 - 1 * 1 - 1 * 1 + 1 * 1 = 0: the equation of Lin divides by r = 0, its limit
        // does not: variance (1 - 0) * 1 / (4 - 2)
        var result = Concordance.of(new double[] {1, 1, -1, -1}, new double[] {1, -1, 1, -1}, 0.95);
        assertEquals(0, result.lin(), ROUNDING);
        assertEquals(Math.tanh(1.959963984540054 / Math.sqrt(2)), result.linInterval().high(), ROUNDING);
    }

    @Test
    void of_equalColumnsIsOneWithoutIntervals() {
        var result = Concordance.of(ONE_TO_FIVE, ONE_TO_FIVE, 0.95);
        assertEquals(1, result.pearson(), ROUNDING);
        assertEquals(1, result.lin(), ROUNDING);
        assertFalse(result.linInterval().isDefined() || result.pearsonInterval().isDefined());
    }

    @Test
    void of_constantColumnIsUndefinedAndSaysWhich() {
        double[] constant = {2, 2, 2, 2, 2};
        var result = Concordance.of(ONE_TO_FIVE, constant, 0.95);
        assertTrue(Double.isNaN(result.pearson()) && Double.isNaN(result.lin()) && Double.isNaN(result.accuracy()));
        assertEquals(Concordance.SECOND_CONSTANT, result.method());
        assertEquals(Concordance.FIRST_CONSTANT, Concordance.of(constant, ONE_TO_FIVE, 0.95).method());
        assertEquals(Concordance.TOO_FEW, Concordance.of(new double[] {1}, new double[] {2}, 0.95).method());
    }

    @Test
    void of_fewPairsHasNoIntervals() {
        var two = Concordance.of(new double[] {1, 2}, new double[] {1, 3}, 0.95);
        assertFalse(two.pearsonInterval().isDefined() || two.linInterval().isDefined());
        var three = Concordance.of(new double[] {1, 2, 3}, new double[] {1, 3, 3}, 0.95);
        assertFalse(three.pearsonInterval().isDefined());
        assertTrue(three.linInterval().isDefined());
    }

    @Test
    void of_refusesWhatIsNoPair() {
        assertThrows(IllegalArgumentException.class, () -> Concordance.of(new double[2], new double[3], 0.95));
        assertThrows(IllegalArgumentException.class, () -> Concordance.of(ONE_TO_FIVE, ONE_TO_FIVE, 95));
    }
}
