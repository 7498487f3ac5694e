package org.glomera.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossValueTest {

    /** Sums of a few floats in double precision; 0.9f is within 3e-8 of 0.9. */
    private static final double ROUNDING = 1e-7;
    /** Central differences with a step of 1e-3 of a function whose third derivative is at most 2 / 0.1^3 / 20. */
    private static final double DIFFERENCE = 5e-5;

    @Test
    void diceCrossEntropy_isTheMeanOfBothFormulas() {
        // x = (0.5, 1/4), y = (1, 0): D = 2 * 0.5 / (0.25 + 1/16 + 1) = 1 / 1.3125,
        // H = (-ln 0.5 - ln 0.75) / 2
        LossValue value = LossValue.of(Loss.DICE_CROSS_ENTROPY, new float[] {0.5f, 0.25f}, new float[] {1, 0});
        double dice = 1 / 1.3125;
        assertEquals(dice, value.dice(), 1e-15);
        assertEquals((1 - dice + (Math.log(2) - Math.log(0.75)) / 2) / 2, value.loss(), 1e-15);
    }

    @Test
    void diceCrossEntropy_isThatOfPyTorch() {
        // python3 with PyTorch 1.13, in float64: x = tensor([0.9, 0.2, 0.6, 0.05], requires_grad=True),
        // y = tensor([1., 0., 1., 0.]), d = 2*(x*y).sum()/((x*x).sum()+(y*y).sum()),
        // l = ((1-d) + torch.nn.functional.binary_cross_entropy(x, y))/2, l.backward()
        float[] x = {0.9f, 0.2f, 0.6f, 0.05f};
        float[] y = {1, 0, 1, 0};
        LossValue value = LossValue.of(Loss.DICE_CROSS_ENTROPY, x, y);
        assertEquals(0.14440180310178666, value.loss(), ROUNDING);
        assertEquals(0.933852140077821, value.dice(), ROUNDING);
        assertArrayEquals(new float[] {-0.188548989723118f, 0.21438865463519505f, -0.3452014161203551f,
                0.14611361102721984f}, LossValue.slope(Loss.DICE_CROSS_ENTROPY, x, y, 1), (float) ROUNDING);
    }

    @Test
    void dice_isOneLessTheCoefficient() {
        float[] x = {0.5f, 1, 0};
        float[] y = {1, 1, 0};
        assertEquals(new LossValue(1 - 3 / 3.25, 3 / 3.25), LossValue.of(Loss.DICE, x, y));
        assertArrayEquals(SoftDice.lossGradient(x, y, 0.5), LossValue.slope(Loss.DICE, x, y, 0.5), 0);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void slope_isThatOfFiniteDifferences(Loss loss) {
        Random random = new Random(7);
        float[] x = new float[20];
        float[] y = new float[20];
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.1f + 0.8f * random.nextFloat();
            y[i] = i % 3 == 0 ? 1 : 0;
        }
        float[] slope = LossValue.slope(loss, x, y, 0.5);
        for (int i = 0; i < x.length; i++) {
            float[] up = x.clone();
            float[] down = x.clone();
            up[i] += 1e-3f;
            down[i] -= 1e-3f;
            double difference = (LossValue.of(loss, up, y).loss() - LossValue.of(loss, down, y).loss())
                    / ((double) up[i] - down[i]);
            assertEquals(0.5 * difference, slope[i], DIFFERENCE, "voxel " + i);
        }
    }

    @Test
    void slope_timesTheSigmoidsSlopeIsTheDifferenceFromTheMaskHoweverSureTheOutputIs() {
        // d H / d logit = (x - y) / n; the Dice coefficient's part, at most 2 / S * x (1 - x), is taken off.
        for (float x : new float[] {1e-30f, 1e-12f, 1e-3f, 0.5f, 0.999f, Math.nextDown(1f)}) {
            for (float y : new float[] {0, 1}) {
                float[] output = {x, 0.5f};
                float[] mask = {y, 1};
                double both = 2.0 * LossValue.slope(Loss.DICE_CROSS_ENTROPY, output, mask, 1)[0];
                double dice = LossValue.slope(Loss.DICE, output, mask, 1)[0];
                double ofSigmoid = x * (1.0 - x);
                // relative rounding of two floats, one of which is up to 1 / ofSigmoid
                assertEquals((x - y) / 2.0, (both - dice) * ofSigmoid, 2e-7, x + " for " + y);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void anOutputOfExactlyZeroOrOne_hasAFiniteLossAndSlope(Loss loss) {
        float[] output = {0, 1, 0, 1, Float.MIN_VALUE};
        float[] mask = {1, 0, 0, 1, 1};
        assertTrue(LossValue.of(loss, output, mask).finite());
        for (float slope : LossValue.slope(loss, output, mask, 1)) {
            assertTrue(Float.isFinite(slope), "slope " + slope);
        }
    }

    @Test
    void crossEntropy_countsAVoxelForAtMostSeventy() {
        // One of four voxels is missed for sure: -ln(2^-100) = 100 ln 2, over four voxels, half of it.
        LossValue value = LossValue.of(Loss.DICE_CROSS_ENTROPY, new float[] {0, 0, 0, 1}, new float[] {1, 0, 0, 1});
        // D = 2 / (1 + 2); the right voxel of 1 counts for 2^-24
        assertEquals((1 / 3.0 + 100 * Math.log(2) / 4) / 2, value.loss(), 1e-7);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void anOutputThatIsNoNumber_isTold(Loss loss) {
        assertFalse(LossValue.of(loss, new float[] {Float.NaN, 0.5f}, new float[] {1, 0}).finite());
        assertFalse(LossValue.of(loss, new float[2], new float[2]).finite());
    }
}
