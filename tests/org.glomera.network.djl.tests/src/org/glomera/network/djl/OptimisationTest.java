package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.network.TrainingOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Optimisers on a weight of four numbers with gradients that are made up. */
class OptimisationTest {

    private static final TrainingOptions ADAM = new TrainingOptions(Optimiser.ADAM, Loss.DICE, 0, false, 0.9, 0.999,
            1e-8, 0.1, 0, 1);
    private static final TrainingOptions SGD = new TrainingOptions(0.9, true, 0.1, 0, 1);
    private static final double RATE = 0.01;
    private static final double[] START = {0.5, -1.25, 2, 0.01};
    /** Three steps on numbers up to 2 in single precision, each stored to 1.2e-7. */
    private static final double SINGLE = 1e-6;

    private NDManager own;

    @BeforeEach
    void open() throws GlomeraException {
        own = PyTorchRuntime.newManager();
    }

    @AfterEach
    void close() {
        own.close();
    }

    /** The gradient of a step, 0 for the first; the last number's is tiny beside its weight. */
    private static double[] gradient(int step) {
        return new double[] {0.3 * (step + 1), -0.02, 1.5 - step, 1e-4};
    }

    private NDArray array(double[] values, NDManager scope) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return scope.create(FloatBuffer.wrap(floats), new Shape(floats.length));
    }

    private float[] after(TrainingOptions options, int steps) {
        NDArray weight = array(START, own);
        Optimisation optimisation = Optimisation.of(options, moments(options));
        for (int step = 0; step < steps; step++) {
            try (NDManager temporary = own.newSubManager()) {
                optimisation.change("w", weight, array(gradient(step), temporary), RATE, step, temporary);
            }
        }
        return weight.toFloatArray();
    }

    private Map<String, Map<String, NDArray>> moments(TrainingOptions options) {
        Map<String, Map<String, NDArray>> moments = new HashMap<>();
        options.moments().forEach(name -> moments.put(name, Map.of("w", array(new double[START.length], own))));
        return moments;
    }

    private static void assertClose(double[] expected, float[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], SINGLE, "number " + i);
        }
    }

    @Test
    void adam_makesItsFirstStepAsLongAsTheLearningRate() {
        // m / (1 - b1) = g and v / (1 - b2) = g^2, so w - r d w - r g / (|g| + e): 0.999 w less 0.01 times the sign,
        // for the last gradient of 1e-4 times 1 / (1 + 1e-4)
        assertClose(new double[] {0.4995 - 0.01, -1.24875 + 0.01, 1.998 - 0.01, 0.00999 - 0.01 / 1.0001},
                after(ADAM, 1));
    }

    @Test
    void adam_isTheAlgorithmAsItIsWritten() {
        double[] w = START.clone();
        double[] m = new double[w.length];
        double[] v = new double[w.length];
        for (int t = 1; t <= 20; t++) {
            double[] g = gradient(t - 1);
            for (int i = 0; i < w.length; i++) {
                m[i] = 0.9 * m[i] + 0.1 * g[i];
                v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
                double mean = m[i] / (1 - Math.pow(0.9, t));
                double square = v[i] / (1 - Math.pow(0.999, t));
                w[i] = w[i] - RATE * 0.1 * w[i] - RATE * mean / (Math.sqrt(square) + 1e-8);
            }
        }
        float[] found = after(ADAM, 20);
        for (int i = 0; i < w.length; i++) {
            // Twenty steps of 0.01, each of single precision's 6e-8 of the weight
            assertEquals(w[i], found[i], 5e-6, "number " + i);
        }
    }

    @Test
    void adam_isThatOfPyTorch() {
        // python3 with PyTorch 1.13, in float64: w = torch.tensor([0.5, -1.25, 2.0, 0.01], requires_grad=True),
        // o = torch.optim.AdamW([w], lr=0.01, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.1), and for t in range(3):
        // w.grad = torch.tensor([0.3*(t+1), -0.02, 1.5-t, 1e-4]); o.step()
        assertClose(new double[] {0.46929930950474963, -1.2162837537349975, 1.9708323778548338, -0.019996983308670058},
                after(ADAM, 3));
    }

    @Test
    void gradientDescent_isThatOfPyTorch() {
        // The same with o = torch.optim.SGD([w], lr=0.01, momentum=0.9, nesterov=True, weight_decay=0.1)
        assertClose(new double[] {0.45235798399349997, -1.2383491066544499, 1.9284672193969998, 0.009911613912551},
                after(SGD, 3));
    }

    @Test
    void anOptimiser_leavesNoTemporaryBehind() {
        for (TrainingOptions options : List.of(SGD, ADAM)) {
            Optimisation optimisation = Optimisation.of(options, moments(options));
            NDArray weight = array(START, own);
            int before = own.getManagedArrays().size();
            for (int step = 0; step < 5; step++) {
                try (NDManager temporary = own.newSubManager()) {
                    optimisation.change("w", weight, array(gradient(step), temporary), RATE, step, temporary);
                }
            }
            assertEquals(before, own.getManagedArrays().size(), options.optimiser().name());
        }
    }
}
