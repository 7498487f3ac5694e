package org.glomera.network.augmentation;

import java.util.Objects;

import org.glomera.image.intensity.ValueScale;
import org.glomera.network.Channel;

/**
 * One channel of a training image.
 *
 * @param channel which image
 * @param scale how its values were normalised; its unit is HU for CT and Bq/ml for SPECT
 * @param outside what preparation puts where there is no image, in HU or Bq/ml
 */
public record ChannelFacts(Channel channel, ValueScale scale, double outside) {

    /** Refuses an absent part and a value outside that is not finite. */
    public ChannelFacts {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(scale);
        if (!Double.isFinite(outside)) {
            throw new IllegalArgumentException("The value outside of the image is finite, not " + outside + ".");
        }
    }

    /** The normalised value of what preparation puts where there is no image. */
    public float outsideNormalised() {
        return scale.normalise(outside);
    }
}
