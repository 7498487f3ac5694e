package org.glomera.network;

import java.util.Objects;

import org.glomera.image.intensity.ValueScale;

/**
 * One channel of a training image.
 *
 * @param channel which image
 * @param scale how its values were normalised; its unit is HU for CT and Bq/ml for SPECT
 * @param outside what preparation puts where there is no image, in HU or Bq/ml
 */
public record ChannelFacts(Channel channel, ValueScale scale, double outside) {

    private static final float CLIPPED_MARGIN = 1e-5f;

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

    /** The smallest normalised value that preparation gives. */
    public float lowest() {
        return scale.normalise(scale.low());
    }

    /** The largest normalised value that preparation gives. */
    public float highest() {
        return scale.normalise(scale.high());
    }

    /**
     * The values between which a voxel's own value is known: at or beyond them it was clipped, and what it was before
     * cannot be told, so a change of so many HU or Bq/ml leaves it where it is. Inside by a hundred-thousandth of the
     * range, for values that were interpolated between clipped voxels.
     *
     * @return lower and upper end, normalised
     */
    public float[] unclipped() {
        float margin = CLIPPED_MARGIN * (highest() - lowest());
        return new float[] {lowest() + margin, highest() - margin};
    }
}
