package org.glomera.pipeline.segmenting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.intensity.IntensityNormalisation;
import org.glomera.network.Channel;
import org.glomera.network.model.InputPreparation;
import org.glomera.pipeline.SegmentRequest.Windowing;
import org.junit.jupiter.api.Test;

class WindowSumTest {

    /** Sums of some ten single precision numbers between 0 and 1. */
    private static final float SINGLE = 2e-6f;

    /** 12 x 8 x 10 points in windows of 8 x 8 x 4. */
    private static WindowPlan plan() throws GlomeraException {
        Grid image = Grid.axial(12, 8, 10, new Vector3(2, 3, 5), new Vector3(0, 0, 0));
        return WindowPlan.of(image, new InputPreparation(8, 8, 4, Map.of(Channel.CT,
                IntensityNormalisation.abdominalCt()), -1000, new Vector3(16, 24, 20)), new Windowing.Sliding(),
                image.centreMm());
    }

    private static float[] answer(Random random) {
        float[] answer = new float[8 * 8 * 4];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = random.nextFloat();
        }
        return answer;
    }

    @Test
    void gaussian_hasAnEighthOfTheWindowAsStandardDeviation() {
        // n = 8: standard deviation 1; the middle is at 3.5, so the ends are 3.5 away: exp(-3.5² / 2) = 0.0021875
        double[] weights = WindowSum.gaussian(8);
        assertEquals(Math.exp(-6.125), weights[0], 1e-15);
        assertEquals(Math.exp(-0.125), weights[3], 1e-15);
        assertEquals(weights[3], weights[4], 0);
    }

    @Test
    void equalAnswers_areTheirMean() throws GlomeraException {
        WindowPlan plan = plan();
        WindowSum sum = new WindowSum(plan);
        float[] answer = new float[8 * 8 * 4];
        Arrays.fill(answer, 0.7f);
        plan.windows().forEach(window -> sum.add(answer, window));
        float[] expected = new float[12 * 8 * 10];
        Arrays.fill(expected, 0.7f);
        assertArrayEquals(expected, sum.mean().values(), SINGLE);
    }

    /** Windows start at 0 and 4 along x (ceil(4 / 4) = 1 step) and at 0, 2, 4, 6 along z (ceil(6 / 2) = 3 steps). */
    @Test
    void mean_isThatOfASlowReference() throws GlomeraException {
        WindowPlan plan = plan();
        assertEquals(List.of(0, 4), plan.axis(0).starts());
        assertEquals(List.of(0, 2, 4, 6), plan.axis(2).starts());
        Random random = new Random(5);
        WindowSum sum = new WindowSum(plan);
        double[] weighted = new double[plan.lattice().voxelCount()];
        double[] weights = new double[weighted.length];
        for (WindowPlan.Box window : plan.windows()) {
            float[] answer = answer(random);
            sum.add(answer, window);
            for (int i = 0; i < answer.length; i++) {
                int x = i % 8;
                int y = i / 8 % 8;
                int z = i / 64;
                // along y there is one window, so nothing is weighed: x with deviation 8 / 8, z with 4 / 8
                double weight = Math.exp(-Math.pow(x - 3.5, 2) / 2) * Math.exp(-Math.pow((z - 1.5) / 0.5, 2) / 2);
                int at = plan.lattice().index(window.x() + x, y, window.z() + z);
                weighted[at] += weight * answer[i];
                weights[at] += weight;
            }
        }
        float[] expected = new float[weighted.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) (weighted[i] / weights[i]);
        }
        assertArrayEquals(expected, sum.mean().values(), SINGLE);
    }

    @Test
    void order_changesNothingButRounding() throws GlomeraException {
        WindowPlan plan = plan();
        List<WindowPlan.Box> windows = new ArrayList<>(plan.windows());
        WindowSum forwards = new WindowSum(plan);
        windows.forEach(window -> forwards.add(answer(new Random(window.hashCode())), window));
        Collections.shuffle(windows, new Random(3));
        WindowSum shuffled = new WindowSum(plan);
        windows.forEach(window -> shuffled.add(answer(new Random(window.hashCode())), window));
        assertArrayEquals(forwards.mean().values(), shuffled.mean().values(), SINGLE);
    }

    @Test
    void singleWindow_isItsOwnMeanBitForBit() throws GlomeraException {
        Grid image = Grid.axial(8, 8, 4, new Vector3(2, 3, 5), new Vector3(0, 0, 0));
        WindowPlan plan = WindowPlan.of(image, new InputPreparation(8, 8, 4, Map.of(Channel.CT,
                IntensityNormalisation.abdominalCt()), -1000, new Vector3(16, 24, 20)), new Windowing.AsTraining(),
                image.centreMm());
        float[] answer = answer(new Random(1));
        WindowSum sum = new WindowSum(plan);
        sum.add(answer, plan.windows().get(0));
        assertArrayEquals(answer, sum.mean().values(), 0);
    }
}
