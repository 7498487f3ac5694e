package org.glomera.network.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.glomera.network.graph.Layer;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;

/**
 * Weights of one network as the beginning of another. A layer's weights are taken when the source has all of them under
 * the same names and in the same shapes; every other layer begins as usual.
 *
 * @param weights all weights of the network
 * @param taken names of the layers whose weights were taken, in the order of calculation
 * @param fresh the other layers that have weights, each with the reason as a clause in brackets, for instance
 *        {@code down1.conv1 (its weight has the shape [8, 2, 3, 3, 3], that of the source [8, 1, 3, 3, 3])}
 */
public record Transfer(NetworkWeights weights, List<String> taken, List<String> fresh) {

    /** Copies the lists. */
    public Transfer {
        Objects.requireNonNull(weights);
        taken = List.copyOf(taken);
        fresh = List.copyOf(fresh);
    }

    /**
     * Takes what fits.
     *
     * @param source weights of any network
     * @param usual the weights that the network would begin with otherwise
     */
    public static Transfer of(NetworkGraph graph, NetworkWeights source, NetworkWeights usual) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(usual.tensors());
        List<String> taken = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (Layer layer : graph.layers()) {
            Map<String, List<Integer>> shapes = layer.weightShapes();
            if (shapes.isEmpty()) {
                continue;
            }
            String misfit = misfit(layer, source);
            if (misfit.isEmpty()) {
                shapes.keySet().forEach(name -> tensors.put(name, source.require(name)));
                taken.add(layer.name());
            } else {
                fresh.add(layer.name() + " (" + misfit + ")");
            }
        }
        return new Transfer(new NetworkWeights(tensors), taken, fresh);
    }

    private static String misfit(Layer layer, NetworkWeights source) {
        Map<String, List<Integer>> shapes = layer.weightShapes();
        if (shapes.keySet().stream().noneMatch(source.tensors()::containsKey)) {
            return "the source has no such layer";
        }
        for (Map.Entry<String, List<Integer>> entry : shapes.entrySet()) {
            Tensor there = source.tensors().get(entry.getKey());
            String what = entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1);
            if (there == null) {
                return "the source has no " + what + " for it";
            }
            if (!there.shape().equals(entry.getValue())) {
                return "its " + what + " has the shape " + entry.getValue() + ", that of the source " + there.shape();
            }
        }
        return "";
    }

    /** Whether a kernel was taken: the biases and factors of other layers alone are no knowledge. */
    public boolean takesKernels(NetworkGraph graph) {
        return graph.convolutions().stream().anyMatch(layer -> taken.contains(layer.name()));
    }
}
