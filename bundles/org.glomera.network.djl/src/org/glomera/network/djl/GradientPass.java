package org.glomera.network.djl;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The gradient of a loss with respect to a network's weights. Gradients of several images add up until they are
 * forgotten. Its native memory belongs to the manager that it is given. On the network's own thread.
 */
final class GradientPass {

    private final GraphExecutor executor;
    private final TorchKernels kernels;
    private final Map<String, NDArray> weights;
    private final Map<String, NDArray> gradients = new LinkedHashMap<>();
    private final NDManager own;
    private final Supplier<Set<String>> choice;
    private Set<String> kept;

    /**
     * @param choice asked once, at the first image, for the names of the values to keep for the backward pass
     */
    GradientPass(GraphExecutor executor, Supplier<Set<String>> choice, TorchKernels kernels,
            Map<String, NDArray> weights, NDManager own) {
        this.executor = executor;
        this.kernels = kernels;
        this.weights = weights;
        this.own = own;
        this.choice = choice;
        weights.forEach((name, weight) -> gradients.put(name, own.zeros(weight.getShape())));
    }

    /** Forgets the gradients, as before a step. */
    void forget() {
        gradients.values().forEach(gradient -> kernels.change("zero_", gradient));
    }

    /**
     * Calculates the network for one image, and adds the gradient that belongs to it.
     *
     * @param channels the input, one array a channel, x fastest
     * @param slope gets the output, x fastest, and gives the loss's derivative with respect to it; null when there is
     *        none, and then nothing is added
     */
    void add(float[][] channels, Function<float[], float[]> slope) {
        if (kept == null) {
            kept = choice.get();
        }
        try (NDManager scope = own.newSubManager()) {
            Pass pass = new Pass(kernels, weights, gradients, scope);
            executor.start(pass, channels, scope);
            executor.forward(pass, kept);
            NDArray output = pass.value(executor.output());
            float[] derivative = slope.apply(output.toFloatArray());
            if (derivative != null) {
                pass.addGradient(executor.output(), scope.create(FloatBuffer.wrap(derivative), output.getShape()));
                executor.backward(pass);
            }
        }
    }

    /**
     * The gradient of a weight, which may be changed in place when it is of no use any more.
     *
     * @param scope owns the array that is returned; it may be closed
     */
    NDArray gradient(String weight, NDManager scope) {
        NDArray gradient = gradients.get(weight);
        NDArray view = gradient.reshape(gradient.getShape());
        view.attach(scope);
        return view;
    }
}
