package org.glomera.image.intensity;

import java.util.Objects;

/**
 * How the intensities of a volume become a network's input: clipping, then scaling. A value that is written with the
 * model, so that a volume is prepared in the same way when the model is used.
 *
 * @param clipLow lower bound: a value in the volume's unit, or a percentile 0 to 100
 * @param clipHigh upper bound, greater than {@code clipLow}, of the same kind
 * @param clipBy what the bounds are
 * @param standardise true: the clipped volume is scaled to mean 0 and standard deviation 1; false: linearly to 0 to 1
 *        over the bounds
 */
public record IntensityNormalisation(double clipLow, double clipHigh, ClipBy clipBy, boolean standardise) {

    /** What the bounds of clipping are. */
    public enum ClipBy {
        /** Values in the volume's own unit, the same for every volume. */
        VALUE,
        /** Percentiles of the finite voxels of each volume. */
        PERCENTILE
    }

    /** Refuses bounds that are not finite, not ordered, or no percentiles. */
    public IntensityNormalisation {
        Objects.requireNonNull(clipBy);
        if (!Double.isFinite(clipLow) || !Double.isFinite(clipHigh) || !(clipLow < clipHigh)) {
            throw new IllegalArgumentException("Clipping needs two finite bounds, the lower first; these are " + clipLow
                    + " and " + clipHigh + ".");
        }
        if (clipBy == ClipBy.PERCENTILE && (clipLow < 0 || clipHigh > 100)) {
            throw new IllegalArgumentException("Percentiles lie between 0 and 100; these are " + clipLow + " and "
                    + clipHigh + ".");
        }
    }

    /** The normalised values, in a new array. */
    public float[] apply(float[] values) {
        throw new UnsupportedOperationException();
    }
}
