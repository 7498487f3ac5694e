package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glomera.evaluation.PairedTTest.Result;
import org.junit.jupiter.api.Test;

class PairedTTestTest {

    /** Both compute in double precision. */
    private static final double ROUNDING = 1e-12;

    @Test
    void t_isTheMeanDifferenceOverItsStandardError() {
        Result result = PairedTTest.test(new double[] {1, 2, 3, 4}, new double[] {2, 4, 3, 7});
        // differences 1, 2, 0, 3: mean 1.5, squares about it 0.25 + 0.25 + 2.25 + 2.25 = 5, variance 5 / 3,
        // standard error sqrt(5 / 3 / 4), t = 1.5 / sqrt(5 / 12)
        assertEquals(4, result.n());
        assertEquals(1.5, result.meanDifference(), ROUNDING);
        assertEquals(1.5 / Math.sqrt(5.0 / 12), result.t(), ROUNDING);
        // python3: scipy.stats.ttest_rel([2, 4, 3, 7], [1, 2, 3, 4]).pvalue with scipy 1.17
        assertEquals(0.10272807885839899, result.pTwoSided(), ROUNDING);
    }

    @Test
    void thePublishedTables_giveWhatScipyGives() {
        double[] manual = {24.02, 75.98, 60.07, 49.03, 51.59, 57.85, 40.15, 60.10, 50.29, 63.38, 20.49, 80.79, 35.92,
                10.38, 46.37};
        double[] automatic = {27.56, 77.71, 57.07, 49.37, 53.76, 60.28, 42.03, 56.50, 51.16, 65.64, 24.48, 78.78,
                37.33, 10.36, 53.37};
        Result result = PairedTTest.test(manual, automatic);
        // python3: scipy.stats.ttest_rel(automatic, manual) with scipy 1.17
        assertEquals(1.7944994109479733, result.t(), ROUNDING);
        assertEquals(0.09434897204863252, result.pTwoSided(), ROUNDING);
    }

    @Test
    void oneEqualOrNoDifference_cannotBeTested() {
        assertTrue(Double.isNaN(PairedTTest.test(new double[] {1}, new double[] {3}).pTwoSided()));
        assertEquals(2, PairedTTest.test(new double[] {1}, new double[] {3}).meanDifference());
        assertTrue(Double.isNaN(PairedTTest.test(new double[] {1, 2}, new double[] {3, 4}).pTwoSided()));
        assertTrue(Double.isNaN(PairedTTest.test(new double[0], new double[0]).pTwoSided()));
    }

    @Test
    void whatIsNoPairOrNotFinite_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> PairedTTest.test(new double[2], new double[3]));
        assertThrows(IllegalArgumentException.class,
                () -> PairedTTest.test(new double[] {1, Double.NaN}, new double[] {1, 2}));
    }
}
