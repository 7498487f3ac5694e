package org.glomera.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class SoftDiceTest {

    /** Sums of a few floats in double precision. */
    private static final double ROUNDING = 1e-12;
    /** Central differences with a step of 1e-3 on a smooth function, and the float that the derivative is given in. */
    private static final double DIFFERENCE = 1e-6;

    @Test
    void of_isTheFormulasValue() {
        // x = (0.5, 1, 0), y = (1, 1, 0): 2 (0.5 + 1) / ((0.25 + 1) + (1 + 1)) = 3 / 3.25
        assertEquals(3 / 3.25, SoftDice.of(new float[] {0.5f, 1, 0}, new float[] {1, 1, 0}), ROUNDING);
    }

    @Test
    void of_isOneForEqualMasksAndZeroForDisjointOnes() {
        float[] mask = {1, 0, 1, 0};
        assertEquals(1, SoftDice.of(mask, mask), 0);
        assertEquals(0, SoftDice.of(mask, new float[] {0, 1, 0, 1}), 0);
    }

    @Test
    void of_isNaNForTwoEmptyMasks() {
        assertTrue(Double.isNaN(SoftDice.of(new float[3], new float[3])));
    }

    @Test
    void of_refusesArraysOfDifferentLength() {
        assertThrows(IllegalArgumentException.class, () -> SoftDice.of(new float[3], new float[4]));
    }

    @Test
    void lossGradient_isThatOfFiniteDifferences() {
        Random random = new Random(7);
        float[] x = new float[20];
        float[] y = new float[20];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextFloat();
            y[i] = i % 3 == 0 ? 1 : 0;
        }
        float[] gradient = SoftDice.lossGradient(x, y, 0.5);
        for (int i = 0; i < x.length; i++) {
            float[] up = x.clone();
            float[] down = x.clone();
            up[i] += 1e-3f;
            down[i] -= 1e-3f;
            double slope = (SoftDice.of(down, y) - SoftDice.of(up, y)) / ((double) up[i] - down[i]);
            assertEquals(0.5 * slope, gradient[i], DIFFERENCE);
        }
    }
}
