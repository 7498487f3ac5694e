package org.glomera.network;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.glomera.network.graph.NetworkWeights;

/**
 * All that a trainer needs to go on.
 *
 * @param weights the network's weights
 * @param moments what the optimiser remembers of earlier gradients, under the names that
 *        {@link TrainingOptions#moments()} gives; each has the weights' names and shapes. One that is absent is zero
 *        everywhere.
 * @param step number of steps made
 */
public record TrainerState(NetworkWeights weights, Map<String, NetworkWeights> moments, long step) {

    /** The moment of gradient descent: the last update of each weight. */
    public static final String MOMENTUM = "momentum";
    /** Adam's running mean of the gradients. */
    public static final String FIRST = "first";
    /** Adam's running mean of the gradients' squares. */
    public static final String SECOND = "second";

    /** Refuses moments whose names or shapes are not those of the weights. */
    public TrainerState {
        Objects.requireNonNull(weights);
        moments = Map.copyOf(moments);
        new TreeMap<>(moments).forEach((name, moment) -> {
            if (!weights.hasShapesOf(moment)) {
                throw new IllegalArgumentException("Weights and moment '" + name + "' have different names or shapes.");
            }
        });
        if (step < 0) {
            throw new IllegalArgumentException("A step number is not negative: " + step + ".");
        }
    }

    /** The state before the first step: no moments. */
    public static TrainerState start(NetworkWeights weights) {
        return new TrainerState(weights, Map.of(), 0);
    }

    /** The moment of a name; zeros when it is absent. */
    public NetworkWeights moment(String name) {
        NetworkWeights moment = moments.get(name);
        return moment == null ? weights.zeros() : moment;
    }
}
