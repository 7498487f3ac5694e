package org.glomera.network.training;

import java.util.SplittableRandom;

/**
 * Beginnings of one training. Without normalisation layers a U-Net on the Dice loss may fall to an output of zero in its
 * first steps, by the luck of its initial weights; it then begins anew with the next seed of a fixed sequence.
 */
final class Attempts {

    /** After so many beginnings it is the configuration that is wrong, not the luck. */
    static final int MOST = 4;
    /** With a training Dice of this much in an epoch a network has learned what is not thrown away. */
    static final double LEARNED_DICE = 0.5;

    private Attempts() {
    }

    /**
     * The seed of an attempt: the configuration's own for the first, then the numbers of a {@link SplittableRandom} that
     * begins with it.
     *
     * @param attempt 0 for the first
     */
    static long seed(long configured, int attempt) {
        SplittableRandom random = new SplittableRandom(configured);
        long seed = configured;
        for (int i = 0; i < attempt; i++) {
            seed = random.nextLong();
        }
        return seed;
    }
}
