package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.graph.Layer;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.MaxPool;
import org.glomera.network.graph.Layer.Relu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.Layer.UpsampleNearest;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.unet.StandardUNet;
import org.junit.jupiter.api.Test;

class ExecutionPlanTest {

    private static final int ANY_GRID = 1;

    private static List<String> outputs(NetworkGraph graph, int smallestJoined) {
        return new ExecutionPlan(graph, smallestJoined).operations().stream().map(Operation::output).toList();
    }

    private static NetworkGraph graph(Layer... layers) {
        return new NetworkGraph(List.of(Channel.CT), 4, 2, 6, List.of(layers));
    }

    @Test
    void uNet_isConvolutionsAndPoolingsAlone() {
        NetworkGraph graph = new StandardUNet().build(new ArchitectureParameters(3, 1, 4, 2, 6));
        assertEquals(List.of("down0.relu1", "down0.relu2", "down0.pool", "bottom.relu1", "bottom.relu2", "up0.relu1",
                "up0.relu2", "output", "probability"), outputs(graph, ANY_GRID));
    }

    @Test
    void upsamplingOfASmallGrid_isNotJoined() {
        NetworkGraph graph = new StandardUNet().build(new ArchitectureParameters(3, 1, 4, 2, 6));
        // below are 2 x 1 x 3 = 6 voxels
        assertTrue(outputs(graph, 7).containsAll(List.of("up0.upsample", "up0.join", "up0.relu1")));
        assertTrue(outputs(graph, 6).stream().noneMatch(name -> name.equals("up0.join")));
    }

    @Test
    void whatSeveralLayersTake_isNotJoined() {
        NetworkGraph graph = graph(new Convolution("a", NetworkGraph.INPUT, 1, 2, 3), new Relu("b", "a"),
                new MaxPool("c", "b", 2), new UpsampleNearest("d", "c", 2), new Concatenate("e", List.of("d", "a")),
                new Convolution("f", "e", 4, 2, 3), new Concatenate("g", List.of("f", "d")),
                new Convolution("h", "g", 4, 1, 1), new Sigmoid("i", "h"));
        // a is taken by b and e, d by e and g: all stay layers of their own
        assertEquals(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i"), outputs(graph, ANY_GRID));
    }

    @Test
    void memory_isCountedByHand() {
        NetworkGraph graph = graph(new Convolution("a", NetworkGraph.INPUT, 1, 2, 3), new Relu("b", "a"),
                new Convolution("c", "b", 2, 3, 3), new Relu("d", "c"), new Convolution("e", "d", 3, 1, 1),
                new Sigmoid("f", "e"));
        ExecutionPlan plan = new ExecutionPlan(graph);
        // 4 x 2 x 6 = 48 voxels of 4 bytes a channel. The input counts twice. Forward, the most is b and d beside each
        // other: 2 + 2 + 3 channels.
        assertEquals(7 * 48 * 4, MemoryCount.ofForward(plan));
        // Training: forward the values are input 2, b 2, d 3, f 1 = 8, and e 1 is there before f is, and gone then: 9.
        // Backward: f's gradient 1: 9. f is freed, e's gradient takes its place: 2 + 2 + 3 + 1 + 1 = 9, then 8; d's: 11,
        // then without e's and, at c, without d: 2 + 2 + 3 = 7, b's gradient: 9.
        assertEquals(11 * 48 * 4, MemoryCount.ofTraining(plan, Set.of("b", "d", "f")));
    }

    @Test
    void whereMemoryIsShort_onlyTheResultsOfLevelsAreKept() {
        NetworkGraph graph = new StandardUNet().build(new ArchitectureParameters(4, 2, 16, 8, 32));
        ExecutionPlan plan = new ExecutionPlan(graph, ANY_GRID);
        Set<String> all = TrainingMemory.kept(plan, 1L << 40);
        Set<String> few = TrainingMemory.kept(plan, 1);
        assertEquals(Set.of("down0.relu2", "down1.relu2", "bottom.relu2", "up1.relu2"), few);
        assertTrue(all.containsAll(few) && all.contains("up0.relu1"), all.toString());
        assertTrue(MemoryCount.ofTraining(plan, few) < 0.9 * MemoryCount.ofTraining(plan, all));
    }
}
