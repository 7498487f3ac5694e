package org.glomera.network.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.glomera.network.Channel;
import org.glomera.network.graph.Layer.Add;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.InstanceNormalisation;
import org.glomera.network.graph.Layer.LeakyRelu;
import org.glomera.network.graph.Layer.MaxPool;
import org.glomera.network.graph.Layer.Relu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.Layer.UpsampleNearest;
import org.junit.jupiter.api.Test;

class NetworkGraphTest {

    private static NetworkGraph graph(Layer... layers) {
        return new NetworkGraph(List.of(Channel.CT), 4, 6, 8, List.of(layers));
    }

    private static void assertRefused(String words, Layer... layers) {
        String message = assertThrows(IllegalArgumentException.class, () -> graph(layers)).getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void graph_refusesAConvolutionOfOtherChannels() {
        assertRefused("takes 2 channels and gets 1", new Convolution("c", "input", 2, 1, 3), new Sigmoid("s", "c"));
    }

    @Test
    void graph_refusesALayerThatComesLater() {
        assertRefused("no layer before it", new Convolution("c", "s", 1, 1, 3), new Sigmoid("s", "c"));
    }

    @Test
    void graph_refusesTwoLayersOfOneName() {
        assertRefused("Two layers", new Convolution("c", "input", 1, 1, 3), new Sigmoid("c", "c"));
    }

    @Test
    void graph_refusesAnOutputOfAnotherSize() {
        assertRefused("one channel of 4 x 6 x 8", new MaxPool("p", "input", 2), new Sigmoid("s", "p"));
    }

    @Test
    void graph_refusesJoinedLayersOfDifferentSize() {
        assertRefused("differ in size", new MaxPool("p", "input", 2), new Concatenate("j", List.of("p", "input")),
                new Convolution("c", "j", 2, 1, 1), new Sigmoid("s", "c"));
    }

    @Test
    void graph_refusesAStrideThatDoesNotDivideTheSize() {
        // 4 x 6 x 8: a stride of 2 divides all three, one of 4 does not divide 6
        assertRefused("cannot divide", new Convolution("c", "input", 1, 1, 3, 4), new Sigmoid("s", "c"));
        NetworkGraph halved = graph(new Convolution("c", "input", 1, 5, 3, 2), new UpsampleNearest("u", "c", 2),
                new Convolution("d", "u", 5, 1, 1), new Sigmoid("s", "d"));
        assertEquals(new LayerShape(5, 2, 3, 4), halved.shapes().get("c"));
    }

    @Test
    void graph_refusesASumOfDifferentShapes() {
        assertRefused("adds", new Convolution("c", "input", 1, 2, 3), new Add("a", List.of("c", "input")),
                new Convolution("d", "a", 2, 1, 1), new Sigmoid("s", "d"));
    }

    @Test
    void graph_refusesANormalisationOfOtherChannelsOrOfOneVoxel() {
        assertRefused("normalises 3 channels and gets 1", new InstanceNormalisation("n", "input", 3, 1e-5),
                new Sigmoid("s", "n"));
        NetworkGraph pair = new NetworkGraph(List.of(Channel.CT), 2, 1, 1, List.of(
                new InstanceNormalisation("n", "input", 1, 1e-5), new Sigmoid("s", "n")));
        assertEquals(2, pair.parameterCount());
        String message = assertThrows(IllegalArgumentException.class, () -> new NetworkGraph(List.of(Channel.CT), 1, 1,
                1, pair.layers())).getMessage();
        assertTrue(message.contains("one voxel"), message);
    }

    @Test
    void layers_refuseNumbersThatHaveNoMeaning() {
        assertThrows(IllegalArgumentException.class, () -> new Convolution("c", "input", 1, 1, 3, 0));
        assertThrows(IllegalArgumentException.class, () -> new Convolution("c", "input", 1, 1, 33));
        assertThrows(IllegalArgumentException.class, () -> new LeakyRelu("r", "input", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new LeakyRelu("r", "input", 1));
        assertThrows(IllegalArgumentException.class, () -> new InstanceNormalisation("n", "input", 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new InstanceNormalisation("n", "input", 0, 1e-5));
        assertThrows(IllegalArgumentException.class, () -> new Add("a", List.of("input")));
    }

    /** A checkpoint knows its network by these words, so they never change. */
    @Test
    void words_areThoseOfEarlierVersions() {
        assertEquals("Convolution[name=c, input=input, inputChannels=1, outputChannels=2, kernel=3]",
                new Convolution("c", "input", 1, 2, 3).toString());
        assertEquals("Convolution[name=c, input=input, inputChannels=1, outputChannels=2, kernel=3, stride=2]",
                new Convolution("c", "input", 1, 2, 3, 2).toString());
        assertEquals("NetworkGraph[channels=[CT], nx=4, ny=6, nz=8, layers=[Relu[name=r, input=input],"
                + " Sigmoid[name=s, input=r]]]", graph(new Relu("r", "input"), new Sigmoid("s", "r")).toString());
    }

    @Test
    void weightShapes_areThoseOfEveryLayerInOrder() {
        NetworkGraph graph = graph(new Convolution("c", "input", 1, 2, 3), new InstanceNormalisation("n", "c", 2, 1e-5),
                new Convolution("d", "n", 2, 1, 1), new Sigmoid("s", "d"));
        assertEquals(List.of("c.weight", "c.bias", "n.weight", "n.bias", "d.weight", "d.bias"),
                List.copyOf(graph.weightShapes().keySet()));
        assertEquals(List.of(2, 1, 3, 3, 3), graph.weightShapes().get("c.weight"));
        assertEquals(List.of(2), graph.weightShapes().get("n.weight"));
        // 54 + 2, 2 + 2, 2 + 1
        assertEquals(63, graph.parameterCount());
    }

    @Test
    void graph_refusesAMillionLayersAndWeightsThatFitNowhere() {
        List<Layer> many = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            many.add(new Relu("r" + i, i == 0 ? "input" : "r" + (i - 1)));
        }
        String message = assertThrows(IllegalArgumentException.class,
                () -> new NetworkGraph(List.of(Channel.CT), 4, 6, 8, many)).getMessage();
        assertTrue(message.contains("5000 layers at most, not 1000000"), message);
        // 2^30 times 2^31 channels of 31^3 values do not even fit a long
        assertRefused("more than two thousand million weights, at d.weight",
                new Convolution("c", "input", 1, Integer.MAX_VALUE / 2, 1),
                new Convolution("d", "c", Integer.MAX_VALUE / 2, Integer.MAX_VALUE, 31),
                new Convolution("e", "d", Integer.MAX_VALUE, 1, 1), new Sigmoid("s", "e"));
    }

    @Test
    void graph_refusesSizesBeyondAnArray() {
        assertRefused("cannot multiply", new UpsampleNearest("u", "input", Integer.MAX_VALUE), new Sigmoid("s", "u"));
        assertRefused("larger than any", new UpsampleNearest("u", "input", 1000), new Sigmoid("s", "u"));
    }

    @Test
    void misfit_namesTheFirstWeightThatDoesNotFit() {
        NetworkGraph graph = graph(new Convolution("c", "input", 1, 1, 3), new Sigmoid("s", "c"));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("c.weight", new Tensor(List.of(1, 1, 3, 3, 3), new float[27]));
        assertEquals(Optional.of("c.bias is missing"), new NetworkWeights(tensors).misfit(graph));
        tensors.put("c.bias", new Tensor(List.of(2), new float[2]));
        assertEquals(Optional.of("c.bias has the shape [2] instead of [1]"), new NetworkWeights(tensors).misfit(graph));
        tensors.put("c.bias", new Tensor(List.of(1), new float[1]));
        assertEquals(Optional.empty(), new NetworkWeights(tensors).misfit(graph));
        tensors.put("d.bias", new Tensor(List.of(1), new float[1]));
        assertEquals(Optional.of("d.bias belongs to no layer"), new NetworkWeights(tensors).misfit(graph));
    }
}
