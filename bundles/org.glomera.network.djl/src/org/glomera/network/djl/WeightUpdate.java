package org.glomera.network.djl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.graph.NetworkWeights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The step after the gradient pass: the gradient is clipped, then an optimiser changes the weights. On the network's own
 * thread, with gradient mode off.
 */
final class WeightUpdate {

    private final TrainingOptions options;
    private final GradientPass gradients;
    private final Map<String, NDArray> weights;
    private final Map<String, Map<String, NDArray>> moments = new LinkedHashMap<>();
    private final Optimisation optimisation;

    /** Takes over a state's moments, zeros where it has none; {@code own} owns them. */
    WeightUpdate(TrainingOptions options, GradientPass gradients, Map<String, NDArray> weights, TrainerState state,
            NDManager own) {
        this.options = options;
        this.gradients = gradients;
        this.weights = weights;
        options.moments().forEach(name -> moments.put(name, NativeWeights.toNative(state.moment(name), own)));
        this.optimisation = Optimisation.of(options, moments);
    }

    /** The Euclidean norm of all gradients together. */
    double gradientNorm(NDManager scope) {
        double squares = 0;
        for (String weight : weights.keySet()) {
            try (NDArray gradient = gradients.gradient(weight, scope); NDArray square = gradient.square();
                    NDArray sum = square.sum()) {
                squares += sum.getFloat();
            }
        }
        return Math.sqrt(squares);
    }

    /**
     * Changes the weights. The gradients are of no use afterwards.
     *
     * @param step number of steps made before this one
     */
    void make(double learningRate, double gradientNorm, long step, NDManager scope) {
        double limit = options.gradientNormLimit();
        double factor = limit > 0 && gradientNorm > limit ? limit / gradientNorm : 1;
        weights.forEach((name, weight) -> {
            try (NDManager temporary = scope.newSubManager();
                    NDArray gradient = gradients.gradient(name, temporary)) {
                if (factor < 1) {
                    gradient.muli(factor);
                }
                optimisation.change(name, weight, gradient, learningRate, step, temporary);
            }
        });
    }

    /** A copy of the optimiser's moments. */
    Map<String, NetworkWeights> moments(Map<String, List<Integer>> shapes) {
        Map<String, NetworkWeights> copies = new LinkedHashMap<>();
        moments.forEach((name, arrays) -> copies.put(name, NativeWeights.toJava(arrays, shapes)));
        return copies;
    }
}
