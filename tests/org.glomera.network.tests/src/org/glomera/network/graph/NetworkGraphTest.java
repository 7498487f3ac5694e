package org.glomera.network.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.glomera.network.Channel;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.MaxPool;
import org.glomera.network.graph.Layer.Sigmoid;
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
