package org.glomera.network.augmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.intensity.ValueScale;
import org.glomera.network.Channel;
import org.glomera.network.ChannelFacts;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;
import org.junit.jupiter.api.Test;

class ValueChangesTest {

    private static final Vector3 SPACING = new Vector3(2, 3, 5);
    /** Sums of single-precision products of at most some hundred weights; values reach 4. */
    private static final float ROUNDING = 1e-5f;

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    @Test
    void noise_hasItsDeviationInHu() throws GlomeraException {
        ImageFacts facts = TestImages.facts(40, 40, 40, SPACING, TestImages.CT);
        float[] noisy = TestImages.augmented("noise", Map.of("sdHu", 25.0), TestImages.constant(facts, 0.2f), facts, 4)
                .channels()[0];
        // 25 HU are 25 / 125 = 0.2. Of 64,000 numbers the SD has a standard error of 0.2 / sqrt(128,000) = 0.00056
        // and the mean one of 0.2 / sqrt(64,000) = 0.00079; four of them are allowed.
        assertEquals(0.2, deviation(noisy), 4 * 0.00056);
        assertEquals(0.2, mean(noisy), 4 * 0.00079);
        assertEquals(0, correlationOfNeighbours(noisy), 4 / Math.sqrt(64_000));
    }

    private static double correlationOfNeighbours(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - 1] - mean);
        }
        return sum / values.length / Math.pow(deviation(values), 2);
    }

    @Test
    void noiseOfTheSpect_isInPerCentOfTheVoxelsActivity() throws GlomeraException {
        ImageFacts facts = TestImages.facts(40, 40, 40, SPACING, TestImages.SPECT);
        // normalised 1.5 is 1000 + 1.5 * 2000 = 4000 Bq/ml; 10 % of it are 400 Bq/ml, 400 / 2000 = 0.2 normalised
        float[] noisy = TestImages.augmented("noise", Map.of("spectPercent", 10.0), TestImages.constant(facts, 1.5f),
                facts, 4).channels()[0];
        assertEquals(0.2, deviation(noisy), 4 * 0.00056);
        // normalised 0 is 1000 Bq/ml: a quarter of the noise
        float[] less = TestImages.augmented("noise", Map.of("spectPercent", 10.0), TestImages.constant(facts, 0), facts,
                4).channels()[0];
        assertEquals(0.05, deviation(less), 4 * 0.00014);
    }

    @Test
    void clippedVoxels_keepTheirValueUnderNoiseAndHuShift() throws GlomeraException {
        ImageFacts facts = TestImages.facts(4, 1, 1, SPACING, TestImages.CT);
        Sample sample = new Sample(new float[][] {{-2, 2, 0, -1.999f}}, new float[4]);
        for (Map.Entry<String, Map<String, Double>> one : Map.of("noise", Map.of("sdHu", 20.0), "hu-shift",
                Map.of("largestHu", 100.0)).entrySet()) {
            for (int seed = 0; seed < 20; seed++) {
                float[] changed = TestImages.augmented(one.getKey(), one.getValue(), sample, facts, seed).channels()[0];
                assertEquals(-2, changed[0]);
                assertEquals(2, changed[1]);
                assertTrue(changed[2] != 0 && changed[3] >= -2, one.getKey() + " " + changed[2] + " " + changed[3]);
            }
        }
    }

    @Test
    void huShift_isTheSameEverywhereAndEvenlyDrawn() throws GlomeraException {
        ImageFacts facts = TestImages.facts(3, 1, 1, SPACING, TestImages.SPECT, TestImages.CT);
        Sample sample = new Sample(new float[][] {{0, 1, 2}, {0, 0.5f, 1}}, new float[3]);
        double sum = 0;
        double largest = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Sample changed = TestImages.augmented("hu-shift", Map.of("largestHu", 50.0), sample, facts, seed);
            assertSame(sample.channels()[0], changed.channels()[0]);
            float shift = changed.channels()[1][0];
            assertEquals(0.5f + shift, changed.channels()[1][1], 1e-6f);
            assertEquals(1 + shift, changed.channels()[1][2], 1e-6f);
            sum += shift;
            largest = Math.max(largest, Math.abs(shift));
        }
        // 50 HU are 0.4; the mean of 1000 even numbers has a standard error of 0.4 / sqrt(3000) = 0.0073
        assertTrue(largest <= 0.4 && largest > 0.39, "largest " + largest);
        assertEquals(0, sum / 1000, 4 * 0.0073);
    }

    @Test
    void huShift_followsTheFactorOfEachImage() throws GlomeraException {
        ChannelFacts wide = new ChannelFacts(Channel.CT, new ValueScale(-200, 300, 50, 250), -1000);
        Sample sample = new Sample(new float[][] {{0.1f}}, new float[1]);
        float narrow = TestImages.augmented("hu-shift", Map.of(), sample, TestImages.facts(1, 1, 1, SPACING,
                TestImages.CT), 2).channels()[0][0] - 0.1f;
        float half = TestImages.augmented("hu-shift", Map.of(), sample, TestImages.facts(1, 1, 1, SPACING, wide), 2)
                .channels()[0][0] - 0.1f;
        // the same HU in an image whose SD is twice as large
        assertEquals(narrow, 2 * half, 1e-6f);
    }

    @Test
    void anImageOfOneValue_isLeftAsItIs() throws GlomeraException {
        ChannelFacts flat = new ChannelFacts(Channel.CT, new ValueScale(-200, 300, -200, 0), -1000);
        ImageFacts facts = TestImages.facts(5, 4, 3, SPACING, flat);
        Sample sample = TestImages.constant(facts, 0);
        for (String id : new String[] {"noise", "hu-shift", "smoothing", "sharpening", "rotation", "translation"}) {
            assertArrayEquals(sample.channels()[0], TestImages.augmented(id, Map.of(), sample, facts, 1).channels()[0],
                    id);
        }
    }

    @Test
    void smoothing_isTheGaussianSumInMillimetres() throws GlomeraException {
        ImageFacts facts = TestImages.facts(9, 8, 7, SPACING, TestImages.CT);
        Sample sample = TestImages.random(facts, 11);
        // sharpening with strength s gives v + s (v - smooth): smooth is found from it, with the SD as it is set
        Sample sharp = TestImages.augmented("sharpening", Map.of("sigmaMm", 3.0, "ctStrength", 0.001), sample, facts, 1);
        Sample again = TestImages.augmented("smoothing", Map.of("ctFwhmMm", 0.0), sample, facts, 1);
        assertSame(sample.channels()[0], again.channels()[0]);
        float[] expected = slow(sample.channels()[0], facts, 3);
        float[] difference = new float[expected.length];
        float[] found = new float[expected.length];
        int strongest = 0;
        for (int i = 0; i < expected.length; i++) {
            difference[i] = sample.channels()[0][i] - expected[i];
            found[i] = sharp.channels()[0][i] - sample.channels()[0][i];
            strongest = Math.abs(difference[i]) > Math.abs(difference[strongest]) ? i : strongest;
        }
        double strength = found[strongest] / difference[strongest];
        assertTrue(strength > 0 && strength <= 0.001, "strength " + strength);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(strength * difference[i], found[i], 1e-6);
        }
    }

    /** Every voxel with every other one in reach, along the three axes together, in double precision. */
    private static float[] slow(float[] values, ImageFacts facts, double sigma) {
        float[] out = new float[values.length];
        int[] n = {facts.nx(), facts.ny(), facts.nz()};
        double[] spacing = {facts.spacingMm().x(), facts.spacingMm().y(), facts.spacingMm().z()};
        int[] reach = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            reach[axis] = (int) Math.ceil(4 * sigma / spacing[axis]) + 1;
        }
        for (int at = 0; at < out.length; at++) {
            int[] here = {at % n[0], at / n[0] % n[1], at / n[0] / n[1]};
            double sum = 0;
            double weights = 0;
            for (int c = -reach[2]; c <= reach[2]; c++) {
                for (int b = -reach[1]; b <= reach[1]; b++) {
                    for (int a = -reach[0]; a <= reach[0]; a++) {
                        double weight = weight(a, sigma / spacing[0]) * weight(b, sigma / spacing[1])
                                * weight(c, sigma / spacing[2]);
                        int x = Math.min(Math.max(here[0] + a, 0), n[0] - 1);
                        int y = Math.min(Math.max(here[1] + b, 0), n[1] - 1);
                        int z = Math.min(Math.max(here[2] + c, 0), n[2] - 1);
                        sum += weight * values[x + n[0] * (y + n[1] * z)];
                        weights += weight;
                    }
                }
            }
            out[at] = (float) (sum / weights);
        }
        return out;
    }

    /**
     * The discrete Gaussian as an integral, (1 / pi) int_0^pi exp(t (cos u - 1)) cos(n u) du, by the trapezoidal rule,
     * which is exact here to double precision.
     */
    private static double weight(int n, double sigma) {
        int steps = 64;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double u = Math.PI * i / steps;
            double value = Math.exp(sigma * sigma * (Math.cos(u) - 1)) * Math.cos(n * u);
            sum += i == 0 || i == steps ? value / 2 : value;
        }
        return sum / steps;
    }

    @Test
    void smoothing_spreadsAPointByItsFwhmAlongEachAxis() throws GlomeraException {
        ImageFacts facts = TestImages.facts(41, 31, 21, SPACING, TestImages.SPECT);
        Sample sample = TestImages.constant(facts, -0.5f);
        sample.channels()[0][20 + 41 * (15 + 31 * 10)] = 4;
        float[] smooth = TestImages.augmented("smoothing", Map.of("spectFwhmMm", 14.0), sample, facts, 17).channels()[0];
        double[] variance = new double[3];
        double sum = 0;
        for (int i = 0; i < smooth.length; i++) {
            double weight = smooth[i] + 0.5;
            double x = (i % 41 - 20) * 2;
            double y = (i / 41 % 31 - 15) * 3;
            double z = (i / 41 / 31 - 10) * 5;
            sum += weight;
            variance[0] += weight * x * x;
            variance[1] += weight * y * y;
            variance[2] += weight * z * z;
        }
        // all of the point is kept: 4.5 above the ground
        assertEquals(4.5, sum, 0.01);
        double fwhm = Math.sqrt(variance[0] / sum) * 2.354820;
        assertTrue(fwhm > 1 && fwhm <= 14, "FWHM " + fwhm);
        // the same width along all axes, though a voxel is two, three and five mm long; what is cut off: 2 %
        assertEquals(1, Math.sqrt(variance[1] / variance[0]), 0.02);
        assertEquals(1, Math.sqrt(variance[2] / variance[0]), 0.02);
    }

    @Test
    void sharpening_keepsAConstantImageAndStaysWithinTheRange() throws GlomeraException {
        ImageFacts facts = TestImages.facts(9, 8, 7, SPACING, TestImages.CT);
        Sample flat = TestImages.constant(facts, 0.7f);
        assertArrayEquals(flat.channels()[0], TestImages.augmented("sharpening", Map.of(), flat, facts, 1).channels()[0],
                ROUNDING);
        float[] sharp = TestImages.augmented("sharpening", Map.of("ctStrength", 10.0), TestImages.random(facts, 3), facts,
                5).channels()[0];
        int atTheEnds = 0;
        for (float value : sharp) {
            assertTrue(value >= -2 && value <= 2, "value " + value);
            atTheEnds += value == -2 || value == 2 ? 1 : 0;
        }
        assertTrue(atTheEnds > 0, "the strength was meant to leave the range");
    }
}
