package org.glomera.image.intensity;

import java.util.Arrays;
import java.util.Objects;

/**
 * How the intensities of a volume become a network's input: clipping, then scaling. A value that is written with the
 * model, so that a volume is prepared in the same way when the model is used.
 * <p>
 * Voxels that are not finite: NaN and minus infinity become the lower bound, plus infinity the upper. Who must not go
 * on with such a volume asks {@link org.glomera.core.volume.Volume#nonFiniteCount()} before.
 *
 * @param clipLow lower bound: a value in the volume's unit, or a percentile 0 to 100
 * @param clipHigh upper bound, greater than {@code clipLow}, of the same kind
 * @param clipBy what the bounds are
 * @param standardise true: the clipped volume is scaled to mean 0 and standard deviation 1 (of the population, n in the
 *        denominator); false: linearly, so that the lower bound becomes 0 and the upper 1
 */
public record IntensityNormalisation(double clipLow, double clipHigh, ClipBy clipBy, boolean standardise) {

    /** What the bounds of clipping are. */
    public enum ClipBy {
        /** Values in the volume's own unit, the same for every volume. */
        VALUE,
        /**
         * Percentiles of the finite voxels of each volume: the p-th of n ordered values is interpolated linearly at
         * place {@code (n - 1) p / 100}, counted from 0 (Hyndman and Fan 1996, definition 7).
         */
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

    /** For CT of the abdomen: Hounsfield units clipped to -200 to 300, standardised. */
    public static IntensityNormalisation abdominalCt() {
        return new IntensityNormalisation(-200, 300, ClipBy.VALUE, true);
    }

    /**
     * The normalised values, in a new array. A volume that is constant after clipping becomes 0 throughout, since it
     * has no spread to scale by.
     */
    public float[] apply(float[] values) {
        return normalise(values).values();
    }

    /** The same with the numbers by which this volume was normalised. */
    public Normalised normalise(float[] values) {
        if (values.length == 0) {
            return new Normalised(new float[0], new ValueScale(0, 0, 0, 0));
        }
        double low = clipLow;
        double high = clipHigh;
        if (clipBy == ClipBy.PERCENTILE) {
            float[] sorted = sortedFinite(values);
            low = percentile(sorted, clipLow);
            high = percentile(sorted, clipHigh);
        }
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            float value = values[i];
            out[i] = value > low ? (float) Math.min(value, high) : (float) low;
        }
        double shift = low;
        double scale = high - low;
        if (standardise) {
            shift = mean(out);
            scale = Math.sqrt(variance(out, shift));
        }
        scale(out, shift, scale);
        return new Normalised(out, new ValueScale(low, high, shift, scale));
    }

    /**
     * A normalised volume.
     *
     * @param values the normalised values, in a new array
     * @param scale how they came from the volume's own
     */
    public record Normalised(float[] values, ValueScale scale) {

        /** Refuses an absent part. */
        public Normalised {
            Objects.requireNonNull(values);
            Objects.requireNonNull(scale);
        }
    }

    private static void scale(float[] values, double zero, double one) {
        if (!(one > 0)) {
            Arrays.fill(values, 0);
            return;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((values[i] - zero) / one);
        }
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(float[] values, double mean) {
        float first = values[0];
        boolean constant = true;
        double sum = 0;
        for (float value : values) {
            constant &= value == first;
            sum += (value - mean) * (value - mean);
        }
        return constant ? 0 : sum / values.length;
    }

    private static float[] sortedFinite(float[] values) {
        float[] finite = new float[values.length];
        int count = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                finite[count++] = value;
            }
        }
        finite = Arrays.copyOf(finite, count);
        Arrays.parallelSort(finite);
        return finite;
    }

    private static double percentile(float[] sorted, double p) {
        if (sorted.length == 0) {
            return 0;
        }
        double place = (sorted.length - 1) * p / 100;
        int lower = (int) place;
        int upper = Math.min(lower + 1, sorted.length - 1);
        return sorted[lower] + (place - lower) * ((double) sorted[upper] - sorted[lower]);
    }
}
