package org.glomera.network.djl;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Weights between Java's memory and PyTorch's. */
final class NativeWeights {

    private NativeWeights() {
    }

    /** Copies weights to native arrays that {@code scope} owns. */
    static Map<String, NDArray> toNative(NetworkWeights weights, NDManager scope) {
        Map<String, NDArray> made = new LinkedHashMap<>();
        weights.tensors().forEach((name, tensor) -> made.put(name, scope.create(FloatBuffer.wrap(tensor.values()),
                AxisOrder.weight(tensor.shape()))));
        return made;
    }

    /** Copies native arrays to weights of these names and shapes. */
    static NetworkWeights toJava(Map<String, NDArray> arrays, Map<String, List<Integer>> shapes) {
        Map<String, Tensor> read = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> read.put(name, new Tensor(shape, arrays.get(name).toFloatArray())));
        return new NetworkWeights(read);
    }
}
