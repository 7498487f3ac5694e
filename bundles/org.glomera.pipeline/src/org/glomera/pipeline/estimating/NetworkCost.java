package org.glomera.pipeline.estimating;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.glomera.network.graph.Layer;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.InstanceNormalisation;
import org.glomera.network.graph.Layer.LeakyRelu;
import org.glomera.network.graph.Layer.MaxPool;
import org.glomera.network.graph.Layer.Relu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.LayerShape;
import org.glomera.network.graph.NetworkGraph;

/**
 * What a network's layers need, counted from its graph.
 *
 * <p>What automatic differentiation would keep for the backward pass, the input of each convolution, normalisation and
 * leaky ReLU, the output of each ReLU and sigmoid, and of each pooling the input and an index of 8 bytes a value of the
 * output, is the measure of the traffic with the memory in {@link StepModel}; an array that two layers want counts once.
 * What a network takes of the memory at its peak is {@link NetworkMemory}'s.
 *
 * @param parameters number of weights and biases
 * @param keptBytes what one image's forward pass keeps for the backward pass
 * @param workBytes what the largest convolution's backward pass needs besides
 * @param forwardFlop floating-point operations of one image's forward pass: two a kernel value and output voxel. The
 *        backward pass takes twice as many
 */
public record NetworkCost(long parameters, long keptBytes, long workBytes, double forwardFlop) {

    private static final int INDEX_BYTES = 8;
    /** Gradients of input and output, and a copy of each. */
    private static final int WORK_COPIES = 2;

    /** The cost of a network. */
    public static NetworkCost of(NetworkGraph graph) {
        Map<String, LayerShape> shapes = graph.shapes();
        Set<String> kept = new LinkedHashSet<>();
        long indices = 0;
        long largest = 0;
        double flop = 0;
        for (Layer layer : graph.layers()) {
            LayerShape out = shapes.get(layer.name());
            if (layer instanceof Convolution c) {
                kept.add(c.input());
                largest = Math.max(largest, shapes.get(c.input()).valueCount() + out.valueCount());
                flop += 2.0 * c.fanIn() * out.valueCount();
            } else if (layer instanceof Relu || layer instanceof Sigmoid) {
                kept.add(layer.name());
            } else if (layer instanceof InstanceNormalisation || layer instanceof LeakyRelu) {
                kept.add(layer.inputs().get(0));
            } else if (layer instanceof MaxPool p) {
                kept.add(p.input());
                indices += out.valueCount();
            }
        }
        long values = values(List.copyOf(kept), shapes);
        return new NetworkCost(graph.parameterCount(), values * Float.BYTES + indices * INDEX_BYTES,
                largest * Float.BYTES * WORK_COPIES, flop);
    }

    private static long values(List<String> names, Map<String, LayerShape> shapes) {
        return names.stream().mapToLong(name -> shapes.get(name).valueCount()).sum();
    }

    /** About how long a forward pass takes, in seconds, on a machine with 2 processors; for a first guess alone. */
    public double forwardSeconds() {
        return StepModel.forwardSeconds(this);
    }
}
