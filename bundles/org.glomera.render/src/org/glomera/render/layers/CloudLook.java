package org.glomera.render.layers;

import java.util.Objects;

import org.glomera.core.volume.Volume;
import org.glomera.render.slice.ColourMap;

/**
 * How the SPECT is drawn as a cloud.
 *
 * @param low activity concentrations up to this one are transparent, Bq/ml
 * @param high from this one on the cloud is densest, Bq/ml, above {@code low}
 * @param opacity how dense it is there, from 0 (not to be seen) to 1 (solid)
 * @param map the colours from {@code low} to {@code high}
 */
public record CloudLook(double low, double high, double opacity, ColourMap map) {

    /** Share of the image's largest value at which the cloud begins. */
    private static final double LOW = 0.15;
    /** Share at which it is densest; the very largest values are single voxels in a noisy image. */
    private static final double HIGH = 0.8;
    private static final double OPACITY = 0.5;

    /** Refuses ends that are not in order and an opacity beyond 0 to 1. */
    public CloudLook {
        Objects.requireNonNull(map);
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("A cloud reaches from " + low + " to " + high + ".");
        }
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity " + opacity + " is not between 0 and 1");
        }
    }

    /** What fits an image: from 15 % to 80 % of its largest value; NaN and infinite values do not count. */
    public static CloudLook of(Volume spect) {
        double largest = 0;
        for (float value : spect.values()) {
            if (value > largest && value < Float.POSITIVE_INFINITY) {
                largest = value;
            }
        }
        return largest > 0 ? new CloudLook(LOW * largest, HIGH * largest, OPACITY, ColourMap.INFERNO) : unknown();
    }

    /** For a case without activity. */
    static CloudLook unknown() {
        return new CloudLook(0, 1, OPACITY, ColourMap.INFERNO);
    }

    /** The same between other activity concentrations in Bq/ml. */
    public CloudLook withRange(double newLow, double newHigh) {
        return new CloudLook(newLow, newHigh, opacity, map);
    }

    /** The same with another opacity. */
    public CloudLook withOpacity(double newOpacity) {
        return new CloudLook(low, high, newOpacity, map);
    }
}
