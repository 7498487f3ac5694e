package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.Channel;
import org.glomera.network.Predictor;
import org.glomera.network.Sample;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.graph.Layer.Add;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.InstanceNormalisation;
import org.glomera.network.graph.Layer.LeakyRelu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.Layer.UpsampleNearest;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.WeightInitialiser;
import org.junit.jupiter.api.Test;

/** Instance normalisation, sums, leaky ReLU and strided convolutions on PyTorch. */
class ResidualLayersTest {

    /** Probabilities of 0 to 1 after six convolutions and four normalisations in single precision. */
    private static final double SINGLE_PRECISION = 4e-6;
    /** As {@link PyTorchTrainerTest}: a weight of about 1 is stored to 6e-8, the gradient summed over 384 voxels. */
    private static final double GRADIENT = 5e-6;

    /**
     * Every new kind of layer on a grid whose sizes differ: a stride of 2, a sum of three layers, one layer that is
     * taken by three others, one that a leaky ReLU and a sum take, and a layer that is added to itself.
     */
    private static final NetworkGraph GRAPH = new NetworkGraph(List.of(Channel.SPECT, Channel.CT), 8, 12, 4, List.of(
            new Convolution("first", NetworkGraph.INPUT, 2, 3, 3),
            new InstanceNormalisation("first.norm", "first", 3, 1e-5),
            new LeakyRelu("first.act", "first.norm", 0.1),
            new Convolution("down", "first.act", 3, 4, 3, 2),
            new InstanceNormalisation("down.norm", "down", 4, 1e-3),
            new Convolution("short", "first.act", 3, 4, 1, 2),
            new LeakyRelu("down.act", "down.norm", 0.01),
            new Add("sum", List.of("down.act", "short", "down.norm")),
            new LeakyRelu("sum.act", "sum", 0.2),
            new Add("double", List.of("sum.act", "sum.act")),
            new UpsampleNearest("up", "double", 2),
            new Concatenate("join", List.of("up", "first.act")),
            new Convolution("last", "join", 7, 3, 3),
            new InstanceNormalisation("last.norm", "last", 3, 1e-5),
            new LeakyRelu("last.act", "last.norm", 0.1),
            new Convolution("output", "last.act", 3, 1, 1),
            new Sigmoid("probability", "output")));

    private final PyTorchEngine engine = new PyTorchEngine();

    /** Scales, shifts and biases that are not those of the beginning. */
    private static NetworkWeights weights() {
        NetworkWeights weights = WeightInitialiser.initialise(GRAPH, new Initialisation(0.7, -0.5), 11);
        Random random = new Random(12);
        weights.tensors().forEach((name, tensor) -> {
            if (tensor.shape().size() == 1) {
                for (int i = 0; i < tensor.values().length; i++) {
                    tensor.values()[i] += (float) (0.2 * random.nextGaussian());
                }
            }
        });
        return weights;
    }

    @Test
    void predict_isTheReferenceNetworksOutput() throws GlomeraException {
        Sample sample = SmallNetwork.sample(2);
        double[] expected = new ReferenceNetwork(GRAPH, weights()).forward(sample.channels());
        try (Predictor predictor = engine.openPredictor(GRAPH, weights(), 1)) {
            float[] output = predictor.predict(sample.channels());
            double lowest = 1;
            double highest = 0;
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], output[i], SINGLE_PRECISION, "voxel " + i);
                lowest = Math.min(lowest, expected[i]);
                highest = Math.max(highest, expected[i]);
            }
            assertTrue(highest - lowest > 0.1, "The output says nothing: " + lowest + " to " + highest);
            assertArrayEquals(output, predictor.predict(sample.channels()), 0);
        }
    }

    @Test
    void step_takesTheGradientOfFiniteDifferences() throws GlomeraException {
        NetworkWeights weights = weights();
        Sample sample = SmallNetwork.sample(4);
        // every seventh kernel value reaches all inputs, outputs and places in turn; every scale, shift and bias
        Map<String, Double> largest = Gradients.assertFiniteDifferences(new ReferenceNetwork(GRAPH, weights), sample,
                Gradients.ofPlainStep(GRAPH, weights, sample), length -> length > 20 ? 7 : 1, GRADIENT);
        // a bias before a normalisation is taken off again, so it alone has no slope
        for (String name : List.of("first.bias", "down.bias", "last.bias")) {
            assertTrue(largest.remove(name) < GRADIENT, name);
        }
        largest.forEach((name, value) -> assertTrue(value > 100 * GRADIENT, name + " has a slope of " + value));
    }

    /**
     * The figures are those of Python's PyTorch 1.13 in double precision ({@code /usr/bin/python3}, Debian's
     * python3-torch):
     *
     * <pre>
     * import torch, math
     * import torch.nn.functional as F
     * torch.set_default_dtype(torch.float64)
     * def wave(k, *shape):
     *     return torch.tensor([0.5 * math.sin(0.7 * i + k) for i in range(math.prod(shape))]).reshape(shape)
     * x = wave(0, 1, 1, 8, 6, 4) * 4
     * a = F.conv3d(x, wave(1, 2, 1, 3, 3, 3), wave(2, 2), stride=2, padding=1)
     * b = F.leaky_relu(F.instance_norm(a, weight=wave(3, 2) + 1, bias=wave(4, 2), eps=1e-5), 0.1)
     * c = F.conv3d(x, wave(5, 2, 1, 1, 1, 1), wave(6, 2), stride=2)
     * u = F.interpolate(b + c, scale_factor=2, mode='nearest')
     * y = torch.sigmoid(F.conv3d(u, wave(7, 1, 2, 1, 1, 1) * 3, wave(8, 1)))
     * print(y.flatten()[[0, 2, 50, 101, 146, 191]], y.sum())
     * </pre>
     */
    @Test
    void predict_isWhatPythonCalculates() throws GlomeraException {
        NetworkGraph graph = new NetworkGraph(List.of(Channel.CT), 4, 6, 8, List.of(
                new Convolution("a", NetworkGraph.INPUT, 1, 2, 3, 2), new InstanceNormalisation("n", "a", 2, 1e-5),
                new LeakyRelu("b", "n", 0.1), new Convolution("c", NetworkGraph.INPUT, 1, 2, 1, 2),
                new Add("s", List.of("b", "c")), new UpsampleNearest("u", "s", 2), new Convolution("o", "u", 2, 1, 1),
                new Sigmoid("y", "o")));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        int k = 1;
        for (Map.Entry<String, List<Integer>> weight : graph.weightShapes().entrySet()) {
            float scale = weight.getKey().equals("o.weight") ? 3 : 1;
            float shift = weight.getKey().equals("n.weight") ? 1 : 0;
            int count = weight.getValue().stream().mapToInt(Integer::intValue).reduce(1, (m, n) -> m * n);
            tensors.put(weight.getKey(), new Tensor(weight.getValue(), wave(k++, count, scale, shift)));
        }
        float[][] image = {wave(0, 192, 4, 0)};
        NetworkWeights weights = new NetworkWeights(tensors);
        double[] expected = {0.700604431, 0.164667002, 0.779297329, 0.898384727, 0.220558439, 0.487685065};
        int[] places = {0, 2, 50, 101, 146, 191};
        double[] reference = new ReferenceNetwork(graph, weights).forward(image);
        try (Predictor predictor = engine.openPredictor(graph, weights, 1)) {
            float[] output = predictor.predict(image);
            double sum = 0;
            for (int i = 0; i < output.length; i++) {
                sum += output[i];
            }
            assertEquals(115.397698357, sum, 192 * SINGLE_PRECISION);
            for (int i = 0; i < places.length; i++) {
                assertEquals(expected[i], output[places[i]], SINGLE_PRECISION);
                // weights and image are stored to 3e-8 of at most 2
                assertEquals(expected[i], reference[places[i]], 5e-7);
            }
        }
    }

    /** {@code 0.5 sin(0.7 i + k)}, scaled and shifted. */
    private static float[] wave(int k, int count, double scale, double shift) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (0.5 * Math.sin(0.7 * i + k) * scale + shift);
        }
        return values;
    }
}
