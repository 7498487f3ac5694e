package org.glomera.network.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The weights of a network by name, in the order of calculation; see {@link NetworkGraph#weightShapes()}.
 *
 * @param tensors kernels {out, in, z, y, x} and biases {out}
 */
public record NetworkWeights(Map<String, Tensor> tensors) {

    /** Keeps the order of the map. */
    public NetworkWeights {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /**
     * The tensor of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Tensor require(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("There is no weight " + name + ".");
        }
        return tensor;
    }

    /** Zeros under the same names in the same shapes. */
    public NetworkWeights zeros() {
        Map<String, Tensor> zeros = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> zeros.put(name, new Tensor(tensor.shape(),
                new float[tensor.values().length])));
        return new NetworkWeights(zeros);
    }

    /** Whether names and shapes are those of other weights. */
    public boolean hasShapesOf(NetworkWeights other) {
        return shapes().equals(other.shapes());
    }

    /** The shape of each tensor by its name. */
    public Map<String, List<Integer>> shapes() {
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        return shapes;
    }

    /**
     * Why these weights are not those of a network.
     *
     * @return a clause that names the first difference, for instance {@code up1.conv1.weight is missing}; empty when
     *         they fit
     */
    public Optional<String> misfit(NetworkGraph graph) {
        Map<String, List<Integer>> expected = graph.weightShapes();
        for (Map.Entry<String, List<Integer>> entry : expected.entrySet()) {
            Tensor tensor = tensors.get(entry.getKey());
            if (tensor == null) {
                return Optional.of(entry.getKey() + " is missing");
            }
            if (!tensor.shape().equals(entry.getValue())) {
                return Optional.of(entry.getKey() + " has the shape " + tensor.shape() + " instead of "
                        + entry.getValue());
            }
        }
        List<String> further = new ArrayList<>(tensors.keySet());
        further.removeAll(expected.keySet());
        return further.isEmpty() ? Optional.empty() : Optional.of(further.get(0) + " belongs to no layer");
    }

    /** Whether every value is finite. */
    public boolean finite() {
        return notFinite().isEmpty();
    }

    /** The name of the first tensor with a value that is not finite; empty when there is none. */
    public Optional<String> notFinite() {
        for (Map.Entry<String, Tensor> named : tensors.entrySet()) {
            for (float value : named.getValue().values()) {
                if (!Float.isFinite(value)) {
                    return Optional.of(named.getKey());
                }
            }
        }
        return Optional.empty();
    }
}
