package org.glomera.image.intensity;

/**
 * How the values of one volume were normalised, with the numbers that were taken from that volume: clipped to
 * {@code low} and {@code high}, then {@code (value - shift) / scale}. Bounds, shift and scale are in the volume's unit.
 *
 * @param low lower bound of clipping
 * @param high upper bound of clipping, not below {@code low}
 * @param shift the value that became 0
 * @param scale the difference that became 1; 0 for a volume that was constant after clipping, and became 0 throughout
 */
public record ValueScale(double low, double high, double shift, double scale) {

    /** Refuses numbers that are not finite, bounds that are not ordered and a negative scale. */
    public ValueScale {
        if (!Double.isFinite(low) || !Double.isFinite(high) || !Double.isFinite(shift) || !Double.isFinite(scale)
                || low > high || scale < 0) {
            throw new IllegalArgumentException("A normalisation has finite bounds, the lower first, a finite shift and"
                    + " a scale of 0 or more, not " + low + ", " + high + ", " + shift + " and " + scale + ".");
        }
    }

    /** Whether the volume had more than one value: differences in its unit have a meaning in normalised values then. */
    public boolean hasSpread() {
        return scale > 0;
    }

    /** The normalised value of one in the volume's unit; 0 without {@linkplain #hasSpread() spread}. */
    public float normalise(double value) {
        float clipped = value > low ? (float) Math.min(value, high) : (float) low;
        return hasSpread() ? (float) ((clipped - shift) / scale) : 0;
    }

    /** The difference of normalised values that stands for a difference in the volume's unit; 0 without spread. */
    public double normaliseDifference(double difference) {
        return hasSpread() ? difference / scale : 0;
    }

    /** The value in the volume's unit that a normalised one stands for. */
    public double valueOf(double normalised) {
        return shift + scale * normalised;
    }
}
