package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.network.Channel;
import org.glomera.network.Sample;
import org.glomera.network.SoftDice;
import org.glomera.network.graph.Layer.Add;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.InstanceNormalisation;
import org.glomera.network.graph.Layer.LeakyRelu;
import org.glomera.network.graph.Layer.MaxPool;
import org.glomera.network.graph.Layer.Relu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.Layer.UpsampleNearest;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.WeightInitialiser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;

/** Gradients by joined operations, with more and with less kept, beside finite differences of the plain reference. */
class GradientPassTest {

    private static final int ANY_GRID = 1;
    private static final int NO_GRID = Integer.MAX_VALUE;
    /** A derivative of 0.001 to 0.1, summed over 3072 voxels in single precision. */
    private static final double GRADIENT = 3e-6;
    /** Probabilities in single precision after seven convolutions. */
    private static final double SINGLE_PRECISION = 2e-6;
    private static final int VOXELS = 16 * 24 * 8;

    /**
     * On a grid whose sizes differ, with odd numbers of channels: a concatenation of an up-sampled layer between two
     * plain ones, one of which is up-sampled by its own; one of two up-sampled layers, by 2 and by 4, without a plain one;
     * kernels of 3 and 5 behind up-sampling; one without ReLU.
     */
    private static final NetworkGraph GRAPH = new NetworkGraph(List.of(Channel.SPECT, Channel.CT), 16, 24, 8, List.of(
            new Convolution("a", NetworkGraph.INPUT, 2, 3, 3), new Relu("a.relu", "a"),
            new MaxPool("a.pool", "a.relu", 2),
            new Convolution("b", "a.pool", 3, 5, 3), new Relu("b.relu", "b"), new MaxPool("b.pool", "b.relu", 2),
            new Convolution("c", "b.pool", 5, 7, 3), new Relu("c.relu", "c"),
            new UpsampleNearest("c.up", "c.relu", 2), new Concatenate("bc", List.of("b.relu", "c.up", "a.pool")),
            new Convolution("d", "bc", 15, 3, 5), new Relu("d.relu", "d"),
            new UpsampleNearest("d.up", "d.relu", 2), new UpsampleNearest("c.up4", "c.relu", 4),
            new Concatenate("dc", List.of("d.up", "c.up4")), new Convolution("e", "dc", 10, 3, 3),
            new Relu("e.relu", "e"), new MaxPool("e.pool", "e.relu", 2), new UpsampleNearest("e.up", "e.pool", 2),
            new Concatenate("ea", List.of("e.up", "a.relu", NetworkGraph.INPUT)), new Convolution("f", "ea", 8, 3, 3),
            new Convolution("output", "f", 3, 1, 1), new Sigmoid("probability", "output")));

    private NDManager own;
    private TorchKernels kernels;

    @BeforeEach
    void open() throws GlomeraException {
        own = PyTorchRuntime.newManager();
        JniUtils.setNumThreads(1);
        kernels = new TorchKernels(own);
    }

    @AfterEach
    void close() {
        own.close();
    }

    private static NetworkWeights weights(NetworkGraph graph) {
        NetworkWeights weights = WeightInitialiser.initialise(graph, new Initialisation(0.5, -0.5), 21);
        Random random = new Random(22);
        weights.tensors().forEach((name, tensor) -> {
            if (tensor.shape().size() == 1) {
                for (int i = 0; i < tensor.values().length; i++) {
                    tensor.values()[i] += (float) (0.1 * random.nextGaussian());
                }
            }
        });
        return weights;
    }

    /** Noise on a slope, and a block as the mask. */
    private static Sample sample() {
        Random random = new Random(23);
        float[][] channels = new float[2][VOXELS];
        float[] mask = new float[VOXELS];
        for (int i = 0; i < VOXELS; i++) {
            int x = i % 16;
            int y = i / 16 % 24;
            mask[i] = x >= 3 && x < 9 && y >= 10 && y < 19 ? 1 : 0;
            channels[0][i] = (float) (random.nextGaussian() + mask[i]);
            channels[1][i] = (float) (random.nextGaussian() - mask[i] + 0.02 * y);
        }
        return new Sample(channels, mask);
    }

    private Map<String, float[]> gradients(NetworkGraph graph, ExecutionPlan plan, Set<String> kept) {
        try (NDManager scope = own.newSubManager()) {
            Map<String, NDArray> weights = NativeWeights.toNative(weights(graph), scope);
            GradientPass pass = new GradientPass(new GraphExecutor(plan), () -> kept, kernels, weights, scope);
            Sample sample = sample();
            pass.add(sample.channels(), output -> SoftDice.lossGradient(output, sample.mask(), 1));
            Map<String, float[]> read = new LinkedHashMap<>();
            weights.keySet().forEach(name -> read.put(name, pass.gradient(name, scope).toFloatArray()));
            return read;
        }
    }

    private Map<String, float[]> gradients(NetworkGraph graph, int smallestJoined) {
        ExecutionPlan plan = new ExecutionPlan(graph, smallestJoined);
        return gradients(graph, plan, new GraphExecutor(plan).allRead());
    }

    /** (a, b, c) on (x0, x0, x1, x1): x0 reaches c, b + c, a + b, a; along three axes the products of such sums. */
    @Test
    void wideKernel_isTheKernelSpreadByHand() {
        try (NDManager scope = own.newSubManager()) {
            float[] line = {2, 3, 5};
            float[] kernel = new float[27];
            for (int i = 0; i < 27; i++) {
                kernel[i] = line[i / 9] * line[i / 3 % 3] * line[i % 3];
            }
            NDArray wide = kernels.make("spread", scope, scope.create(kernel, new Shape(1, 1, 3, 3, 3)), 2);
            float[] wideLine = {5, 3 + 5, 2 + 3, 2};
            float[] expected = new float[64];
            for (int i = 0; i < 64; i++) {
                expected[i] = wideLine[i / 16] * wideLine[i / 4 % 4] * wideLine[i % 4];
            }
            assertEquals(new Shape(1, 1, 4, 4, 4), wide.getShape());
            // whole numbers below 2^24: no rounding
            assertArrayEquals(expected, wide.toFloatArray(), 0);
        }
    }

    /** gather is the transposed of spread: for any kernel w and wide gradient g, g . spread(w) = gather(g) . w. */
    @Test
    void gather_isTheTransposedMap() {
        try (NDManager scope = own.newSubManager()) {
            for (int factor = 2; factor <= 3; factor++) {
                int wide = 3 + factor - 1;
                float[] w = whole(4 * 2 * 27, 1);
                float[] g = whole(2 * 4 * wide * wide * wide, 2);
                NDArray spread = kernels.make("spread", scope, scope.create(w, new Shape(4, 2, 3, 3, 3)), factor);
                NDArray gathered = kernels.make("gather", scope, scope.create(g, new Shape(2, 4, wide, wide, wide)),
                        factor);
                assertEquals(new Shape(2, 4, wide, wide, wide), spread.getShape());
                assertEquals(product(g, spread.toFloatArray()), product(gathered.toFloatArray(), w), 0);
            }
        }
    }

    private static float[] whole(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(19) - 9;
        }
        return values;
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    @Test
    void joinedOperations_giveTheReferencesOutput() {
        double[] expected = new ReferenceNetwork(GRAPH, weights(GRAPH)).forward(sample().channels());
        ExecutionPlan joined = new ExecutionPlan(GRAPH, ANY_GRID);
        assertEquals(3, joined.operations().stream().filter(JoinedConvolution.class::isInstance).count());
        try (NDManager scope = own.newSubManager()) {
            float[] output = new ForwardPass(new GraphExecutor(joined), kernels,
                    NativeWeights.toNative(weights(GRAPH), scope), scope).output(sample().channels());
            double lowest = 1;
            double highest = 0;
            for (int i = 0; i < output.length; i++) {
                assertEquals(expected[i], output[i], SINGLE_PRECISION, "voxel " + i);
                lowest = Math.min(lowest, expected[i]);
                highest = Math.max(highest, expected[i]);
            }
            assertTrue(highest - lowest > 0.1, "The output says nothing: " + lowest + " to " + highest);
        }
    }

    @Test
    void joinedOperations_haveTheGradientOfFiniteDifferences() {
        Sample sample = sample();
        Map<String, float[]> gradients = gradients(GRAPH, ANY_GRID);
        gradients.keySet().retainAll(
                List.of("d.weight", "e.weight", "f.weight", "f.bias", "e.bias", "c.weight", "a.weight"));
        double largest = Gradients.largest(Gradients.assertFiniteDifferences(new ReferenceNetwork(GRAPH, weights(GRAPH)),
                sample, gradients, length -> Math.max(1, length / 8) | 1, GRADIENT));
        assertTrue(largest > 300 * GRADIENT, "The gradients are too small to test: " + largest);
    }

    @Test
    void joinedOperations_haveTheGradientOfSingleOnes() {
        Map<String, float[]> joined = gradients(GRAPH, ANY_GRID);
        gradients(GRAPH, NO_GRID).forEach((name, expected) -> assertArrayEquals(expected, joined.get(name),
                (float) GRADIENT, name));
    }

    @Test
    void whatIsCalculatedAgain_givesTheSameBits() {
        ExecutionPlan plan = new ExecutionPlan(GRAPH, ANY_GRID);
        GraphExecutor executor = new GraphExecutor(plan);
        Map<String, float[]> all = gradients(GRAPH, plan, executor.allRead());
        for (Set<String> kept : List.of(executor.fewRead(), Set.<String>of(), Set.of("d.relu", "b.pool"))) {
            gradients(GRAPH, plan, kept).forEach((name, values) -> assertArrayEquals(all.get(name), values, 0, name));
        }
    }

    @Test
    void whatIsCalculatedAgain_givesTheSameBitsThroughSumsAndNormalisations() {
        NetworkGraph graph = new NetworkGraph(List.of(Channel.SPECT, Channel.CT), 16, 24, 8, List.of(
                new Convolution("a", NetworkGraph.INPUT, 2, 3, 3), new InstanceNormalisation("b", "a", 3, 1e-5),
                new LeakyRelu("c", "b", 0.1), new Convolution("d", "c", 3, 3, 3), new Relu("e", "d"),
                new Add("f", List.of("e", "a", "c")), new Relu("g", "f"), new Add("h", List.of("g", "g", "b")),
                new Convolution("i", "h", 3, 1, 1), new Sigmoid("j", "i")));
        ExecutionPlan plan = new ExecutionPlan(graph);
        Map<String, float[]> all = gradients(graph, plan, new GraphExecutor(plan).allRead());
        for (Set<String> kept : List.of(new GraphExecutor(plan).fewRead(), Set.<String>of(), Set.of("f"))) {
            gradients(graph, plan, kept).forEach((name, values) -> assertArrayEquals(all.get(name), values, 0, name));
        }
    }

    @Test
    void aPass_leavesNoArrayBehind() {
        try (NDManager scope = own.newSubManager()) {
            Map<String, NDArray> weights = NativeWeights.toNative(weights(GRAPH), scope);
            ExecutionPlan plan = new ExecutionPlan(GRAPH, ANY_GRID);
            GraphExecutor executor = new GraphExecutor(plan);
            GradientPass pass = new GradientPass(executor, executor::fewRead, kernels, weights, scope);
            int before = scope.getManagedArrays().size();
            // weights and their gradients
            assertEquals(2 * weights.size(), before);
            Sample sample = sample();
            pass.add(sample.channels(), output -> SoftDice.lossGradient(output, sample.mask(), 1));
            pass.forget();
            new ForwardPass(executor, kernels, weights, scope).output(sample.channels());
            assertEquals(before, scope.getManagedArrays().size());
        }
    }
}
