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
