package org.glomera.network.training;

import java.util.Objects;

import org.glomera.network.graph.NetworkWeights;

/**
 * Weights that a training begins with in place of random ones.
 *
 * @param weights of the whole network; layers that did not fit those of the other training have random ones
 * @param sha256 digest of the file that they came from; a training goes on only from the same
 */
public record StartingWeights(NetworkWeights weights, String sha256) {

    /** Refuses an absent part. */
    public StartingWeights {
        Objects.requireNonNull(weights);
        Objects.requireNonNull(sha256);
    }
}
