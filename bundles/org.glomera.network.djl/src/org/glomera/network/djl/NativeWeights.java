package org.glomera.network.djl;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
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

    /** Copies native arrays to weights of the same names and shapes as {@code like}. */
    static NetworkWeights toJava(Map<String, NDArray> arrays, NetworkWeights like) {
        Map<String, Tensor> read = new LinkedHashMap<>();
        like.tensors().forEach((name, tensor) -> read.put(name, new Tensor(tensor.shape(),
                arrays.get(name).toFloatArray())));
        return new NetworkWeights(read);
    }
}
