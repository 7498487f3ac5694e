package org.glomera.network.djl;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.function.Function;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The gradient of a loss with respect to a network's weights. Gradients of several images add up until they are
 * forgotten. Its native memory belongs to the manager that it is given. On the network's own thread.
 */
final class GradientPass {

    private final GraphExecutor executor;
    private final Map<String, NDArray> weights;
    private final NDManager own;

    GradientPass(GraphExecutor executor, Map<String, NDArray> weights, NDManager own) {
        this.executor = executor;
        this.weights = weights;
        this.own = own;
        weights.values().forEach(weight -> weight.setRequiresGradient(true));
    }

    /** Forgets the gradients, as before a step. */
    void forget() {
        weights.values().forEach(weight -> JniUtils.zeroGrad((PtNDArray) weight));
    }

    /**
     * Calculates the network for one image, and adds the gradient that belongs to it.
     *
     * @param channels the input, one array a channel, x fastest
     * @param slope gets the output, x fastest, and gives the loss's derivative with respect to it; null when there is
     *        none, and then nothing is added
     */
    void add(float[][] channels, Function<float[], float[]> slope) {
        JniUtils.setGradMode(true);
        try (NDManager scope = own.newSubManager()) {
            NDArray output = executor.forward(channels, weights, scope);
            float[] derivative = slope.apply(output.toFloatArray());
            if (derivative != null) {
                NDArray seed = scope.create(FloatBuffer.wrap(derivative), output.getShape());
                JniUtils.backward((PtNDArray) output, (PtNDArray) seed, false, false);
            }
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    /**
     * The gradient of a weight, which may be changed in place when it is of no use any more.
     *
     * @param scope owns the array that is returned; it may be closed
     */
    NDArray gradient(String weight, NDManager scope) {
        NDArray gradient = weights.get(weight).getGradient();
        gradient.attach(scope);
        return gradient;
    }
}
