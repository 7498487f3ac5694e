package org.glomera.network;

import java.util.Objects;

/**
 * One training or test image on the network's input grid. Arrays are not copied and not written to.
 *
 * @param channels one array a channel in the architecture's order: normalised values, x fastest
 * @param mask 1 in a kidney, 0 elsewhere, x fastest; with 2 in the left one where {@link ImageFacts#sided} says so
 */
public record Sample(float[][] channels, float[] mask) {

    /** Refuses arrays of different length. */
    public Sample {
        Objects.requireNonNull(mask);
        for (float[] channel : channels) {
            if (channel.length != mask.length) {
                throw new IllegalArgumentException("A channel has " + channel.length + " values, the mask "
                        + mask.length + ".");
            }
        }
    }
}
