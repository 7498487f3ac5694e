package org.glomera.network.djl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.glomera.network.djl.JoinedConvolution.Part;
import org.glomera.network.graph.Layer;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.Relu;
import org.glomera.network.graph.Layer.UpsampleNearest;
import org.glomera.network.graph.LayerShape;
import org.glomera.network.graph.NetworkGraph;

/**
 * How a graph is calculated: its layers in order, those joined that are cheaper together, wherever they stand in the
 * graph. A ReLU goes with the convolution before it when nothing else takes that one's result; a convolution over a
 * concatenation goes with the concatenation and the up-samplings before it ({@link JoinedConvolution}) when nothing else
 * takes theirs. Every other layer is an operation of its own. Made once for a graph; holds no native memory.
 */
final class ExecutionPlan {

    /**
     * Voxels of the smallest grid from which up-sampling is joined with a convolution: below, rearranging the kernels
     * takes longer than it saves (measured at 64 and 512 voxels: twice as slow and twice as fast).
     */
    private static final int SMALLEST_JOINED = 256;

    private final NetworkGraph graph;
    private final int smallestJoined;
    private final Map<String, LayerShape> shapes;
    private final Map<String, Layer> layers = new HashMap<>();
    private final Map<String, List<Layer>> users = new HashMap<>();
    /** Layers that another layer's operation calculates. */
    private final Set<String> absorbed = new HashSet<>();
    private final List<Operation> operations;

    ExecutionPlan(NetworkGraph graph) {
        this(graph, SMALLEST_JOINED);
    }

    /**
     * @param smallestJoined voxels of the smallest grid from which up-sampling is joined with a convolution
     */
    ExecutionPlan(NetworkGraph graph, int smallestJoined) {
        this.graph = graph;
        this.smallestJoined = smallestJoined;
        this.shapes = graph.shapes();
        for (Layer layer : graph.layers()) {
            layers.put(layer.name(), layer);
            layer.inputs().forEach(input -> users.computeIfAbsent(input, name -> new ArrayList<>()).add(layer));
        }
        Map<String, Operation> convolutions = new HashMap<>();
        graph.convolutions().forEach(c -> convolutions.put(c.name(), operation(c)));
        this.operations = graph.layers().stream().filter(layer -> !absorbed.contains(layer.name()))
                .map(layer -> convolutions.getOrDefault(layer.name(), single(layer))).toList();
    }

    NetworkGraph graph() {
        return graph;
    }

    /** The operations in an order in which each finds its inputs. */
    List<Operation> operations() {
        return operations;
    }

    /** The shape of a layer's result, or of the network's input. */
    LayerShape shape(String name) {
        return shapes.get(name);
    }

    private Operation single(Layer layer) {
        return LayerOperation.of(layer, layer.inputs().stream().map(shapes::get).toList(), shapes.get(layer.name()));
    }

    private Operation operation(Convolution layer) {
        boolean relu = onlyUser(layer.name()) instanceof Relu;
        String output = relu ? onlyUser(layer.name()).name() : layer.name();
        if (relu) {
            absorbed.add(output);
        }
        List<Part> parts = layer.stride() == 1 && layers.get(layer.input()) instanceof Concatenate joined
                && onlyUser(joined.name()) != null ? parts(joined) : List.of();
        if (parts.stream().noneMatch(Part::upsampled)) {
            return new ConvolutionOperation(layer, output, relu);
        }
        absorbed.add(layer.input());
        return new JoinedConvolution(layer, parts, output, relu);
    }

    /** What a concatenation joins, up-sampled or not. The up-samplings are absorbed. */
    private List<Part> parts(Concatenate joined) {
        List<Part> parts = new ArrayList<>();
        int first = 0;
        for (String input : joined.inputs()) {
            int end = first + shapes.get(input).channels();
            if (layers.get(input) instanceof UpsampleNearest u && onlyUser(input) != null
                    && shapes.get(u.input()).voxelCount() >= smallestJoined) {
                absorbed.add(input);
                parts.add(new Part(u.input(), first, end, u.factor()));
            } else {
                parts.add(new Part(input, first, end, 1));
            }
            first = end;
        }
        return parts;
    }

    /** The layer that takes a result, once, when no other does; null otherwise. */
    private Layer onlyUser(String name) {
        List<Layer> all = users.getOrDefault(name, List.of());
        return all.size() == 1 ? all.get(0) : null;
    }
}
