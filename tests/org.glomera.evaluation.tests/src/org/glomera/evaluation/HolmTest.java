package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HolmTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void adjust_isAsByHand() {
        // Holm's m = 4: sorted 0.005, 0.01, 0.03, 0.04 times 4, 3, 2, 1 -> 0.02, 0.03, 0.06, 0.04; the last is
        // raised to 0.06 so that order is kept
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(0.01, 0.04, 0.03, 0.005), ROUNDING);
    }

    @Test
    void adjust_neverExceedsOne() {
        assertArrayEquals(new double[] {1, 1}, Holm.adjust(0.6, 0.9), ROUNDING);
    }

    @Test
    void adjust_leavesOutWhatCouldNotBeTested() {
        // a family of two: 0.01 * 2, 0.04 * 1
        assertArrayEquals(new double[] {0.02, Double.NaN, 0.04}, Holm.adjust(0.01, Double.NaN, 0.04), ROUNDING);
        assertArrayEquals(new double[0], Holm.adjust());
    }

    @Test
    void adjust_refusesWhatIsNoProbability() {
        assertThrows(IllegalArgumentException.class, () -> Holm.adjust(0.5, 1.1));
    }
}
