package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RankBiserialTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void of_threeDifferencesIsAsByHand() {
        // differences -1, 2, 3: W+ = 5, W- = 1: (5 - 1) / 6
        var result = RankBiserial.of(new double[] {2, 2, 2}, new double[] {1, 4, 5});
        assertEquals(4 / 6.0, result.correlation(), ROUNDING);
        assertEquals(3, result.n());
    }

    @Test
    void of_tiesAndZerosIsAsByHand() {
        // differences 0, 1, -1, 2, 2: mid-ranks 1.5, 1.5, 3.5, 3.5: W+ = 8.5, W- = 1.5: 7 / 10
        var result = RankBiserial.of(WilcoxonSignedRank.test(new double[] {0, 1, -1, 2, 2}));
        assertEquals(0.7, result.correlation(), ROUNDING);
        assertEquals(1, result.zeros());
    }

    @Test
    void of_oneDirectionIsOneAndTurnsWithTheColumns() {
        double[] low = {1, 2, 3};
        double[] high = {2, 4, 6};
        assertEquals(1, RankBiserial.of(low, high).correlation());
        assertEquals(-1, RankBiserial.of(high, low).correlation());
    }

    @Test
    void of_plantHeightsAgreesWithScipy() {
        // Cureton, 15 differences: scipy 1.17.1 stats.wilcoxon(d).statistic -> 24; r = 1 - 2 * 24 / (15 * 16 / 2) = 0.6
        double[] d = {6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75};
        assertEquals(0.6, RankBiserial.of(new double[15], d).correlation(), ROUNDING);
    }

    @Test
    void of_equalColumnsIsUndefined() {
        assertTrue(Double.isNaN(RankBiserial.of(new double[] {1, 2}, new double[] {1, 2}).correlation()));
    }
}
