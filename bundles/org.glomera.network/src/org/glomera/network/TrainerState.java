package org.glomera.network;

import java.util.Objects;

import org.glomera.network.graph.NetworkWeights;

/**
 * All that a trainer needs to go on.
 *
 * @param weights the network's weights
 * @param momentum the last update of each weight under the same names; zeros at the start
 * @param step number of steps made
 */
public record TrainerState(NetworkWeights weights, NetworkWeights momentum, long step) {

    /** Refuses momentum whose names or shapes are not those of the weights. */
    public TrainerState {
        Objects.requireNonNull(weights);
        if (!weights.hasShapesOf(momentum)) {
            throw new IllegalArgumentException("Weights and momentum have different names or shapes.");
        }
        if (step < 0) {
            throw new IllegalArgumentException("A step number is not negative: " + step + ".");
        }
    }

    /** The state before the first step: no momentum. */
    public static TrainerState start(NetworkWeights weights) {
        return new TrainerState(weights, weights.zeros(), 0);
    }
}
