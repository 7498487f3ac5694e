package org.glomera.image.intensity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.glomera.image.intensity.IntensityNormalisation.ClipBy;
import org.junit.jupiter.api.Test;

class IntensityNormalisationTest {

    /** Single-precision rounding of values of a few units. */
    private static final float ROUNDING = 1e-6f;

    @Test
    void standardise_givesMeanZeroAndDeviationOneAfterClipping() {
        // -1000, -200, 300, 1300 are clipped to -200, -200, 300, 300: mean 50, deviation 250
        float[] result = IntensityNormalisation.abdominalCt().apply(new float[] {-1000, -200, 300, 1300});
        assertArrayEquals(new float[] {-1, -1, 1, 1}, result, ROUNDING);
    }

    @Test
    void standardise_takesTheDeviationOfThePopulation() {
        // 0, 0, 3, 1: mean 1, squares 1, 1, 4, 0: variance 6 / 4 = 1.5
        float[] result = new IntensityNormalisation(-10, 10, ClipBy.VALUE, true).apply(new float[] {0, 0, 3, 1});
        float d = (float) Math.sqrt(1.5);
        assertArrayEquals(new float[] {-1 / d, -1 / d, 2 / d, 0}, result, ROUNDING);
    }

    @Test
    void scale_bringsTheBoundsToZeroAndOne() {
        float[] result = new IntensityNormalisation(-200, 300, ClipBy.VALUE, false)
                .apply(new float[] {-1000, -200, 50, 300, 1300});
        assertArrayEquals(new float[] {0, 0, 0.5f, 1, 1}, result, ROUNDING);
    }

    @Test
    void percentiles_areInterpolatedBetweenOrderedFiniteValues() {
        // ordered 0, 10, 20, 30, 40, NaN left out: 10 % at place 0.4: 4; 90 % at place 3.6: 36
        float[] result = new IntensityNormalisation(10, 90, ClipBy.PERCENTILE, false)
                .apply(new float[] {40, 10, Float.NaN, 30, 20, 0});
        assertArrayEquals(new float[] {1, 6 / 32f, 0, 26 / 32f, 0.5f, 0}, result, ROUNDING);
    }

    @Test
    void nonFiniteValues_goToTheBounds() {
        float[] result = new IntensityNormalisation(0, 4, ClipBy.VALUE, false)
                .apply(new float[] {Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 1});
        assertArrayEquals(new float[] {0, 0, 1, 0.25f}, result, ROUNDING);
    }

    @Test
    void constantVolume_becomesZero() {
        float[] constant = {0.1f, 0.1f, 0.1f};
        assertArrayEquals(new float[3], new IntensityNormalisation(-1, 1, ClipBy.VALUE, true).apply(constant));
        assertArrayEquals(new float[3], new IntensityNormalisation(0, 99, ClipBy.PERCENTILE, true).apply(constant));
        assertArrayEquals(new float[3], new IntensityNormalisation(0, 99, ClipBy.PERCENTILE, false).apply(constant));
        float[] nothing = {Float.NaN, Float.NaN, Float.NaN};
        assertArrayEquals(new float[3], new IntensityNormalisation(0, 99, ClipBy.PERCENTILE, true).apply(nothing));
    }

    @Test
    void standardise_isPreciseForActivityOfMillionsOfBecquerel() {
        // Values about 2e6 with deviation 1e5; sums in single precision would lose the mean. Deviation of the mean over
        // 100000 values from 0: rounding only.
        Random random = new Random(3);
        float[] values = new float[100_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (2e6 + 1e5 * random.nextGaussian());
        }
        float[] result = new IntensityNormalisation(0, 1e9, ClipBy.VALUE, true).apply(values);
        double sum = 0;
        double squares = 0;
        for (float value : result) {
            sum += value;
            squares += (double) value * value;
        }
        assertEquals(0, sum / result.length, 1e-6);
        assertEquals(1, squares / result.length, 1e-6);
    }

    @Test
    void apply_leavesTheInputAlone() {
        float[] values = {-1000, 0, 1000};
        IntensityNormalisation.abdominalCt().apply(values);
        assertArrayEquals(new float[] {-1000, 0, 1000}, values);
    }

    @Test
    void constructor_refusesBoundsThatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new IntensityNormalisation(300, -200, ClipBy.VALUE, true));
        assertThrows(IllegalArgumentException.class,
                () -> new IntensityNormalisation(Double.NaN, 1, ClipBy.VALUE, true));
        assertThrows(IllegalArgumentException.class, () -> new IntensityNormalisation(0, 101, ClipBy.PERCENTILE, true));
    }
}
