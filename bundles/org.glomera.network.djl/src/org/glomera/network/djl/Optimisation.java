package org.glomera.network.djl;

import java.util.Map;

import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * How a gradient changes a weight, in place. The result of an operation belongs to the scope of its receiver, for a
 * weight or a moment the trainer's, so every temporary is handed to the step's scope: see {@link #scaled}.
 */
interface Optimisation {

    /**
     * Changes a weight and its moments.
     *
     * @param name the weight's name
     * @param gradient may be overwritten
     * @param step number of steps made before this one
     * @param temporary for temporaries; closed after this call
     */
    void change(String name, NDArray weight, NDArray gradient, double learningRate, long step, NDManager temporary);

    /**
     * The optimiser of a training.
     *
     * @param moments native arrays by the moment's and the weight's name; changed in place
     */
    static Optimisation of(TrainingOptions options, Map<String, Map<String, NDArray>> moments) {
        return switch (options.optimiser()) {
            case SGD -> new GradientDescent(options, moments.getOrDefault(TrainerState.MOMENTUM, Map.of()));
            case ADAM -> new Adam(options, moments.get(TrainerState.FIRST), moments.get(TrainerState.SECOND));
        };
    }

    /** {@code array * factor}, owned by {@code temporary}. */
    static NDArray scaled(NDArray array, double factor, NDManager temporary) {
        NDArray product = array.mul(factor);
        product.attach(temporary);
        return product;
    }
}
