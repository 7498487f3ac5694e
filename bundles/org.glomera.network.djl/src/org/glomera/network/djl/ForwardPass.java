package org.glomera.network.djl;

import java.util.Map;
import java.util.Set;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * A network's output, without what a backward pass would need. Its native memory belongs to the manager that it is given.
 * On the network's own thread.
 */
final class ForwardPass {

    private final GraphExecutor executor;
    private final TorchKernels kernels;
    private final Map<String, NDArray> weights;
    private final NDManager own;

    ForwardPass(GraphExecutor executor, TorchKernels kernels, Map<String, NDArray> weights, NDManager own) {
        this.executor = executor;
        this.kernels = kernels;
        this.weights = weights;
        this.own = own;
    }

    /** The output for one image, one array a channel; all x fastest. */
    float[] output(float[][] channels) {
        try (NDManager scope = own.newSubManager()) {
            Pass pass = new Pass(kernels, weights, Map.of(), scope);
            executor.start(pass, channels, scope);
            executor.forward(pass, Set.of());
            return pass.value(executor.output()).toFloatArray();
        }
    }
}
