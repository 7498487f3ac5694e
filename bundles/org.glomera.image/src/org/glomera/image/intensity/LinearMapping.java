package org.glomera.image.intensity;

import java.util.Objects;

import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;

/**
 * Gives stored numbers their meaning: {@code value = slope * stored + intercept}, in the unit of a quantity. A CT that
 * is stored as HU + 1000 has slope 1 and intercept -1000; a SPECT in counts with 0.5 Bq/ml a count has slope 0.5 and
 * intercept 0.
 *
 * @param slope finite and not 0
 * @param intercept finite, in the quantity's unit
 * @param quantity what the values are afterwards
 */
public record LinearMapping(double slope, double intercept, Quantity quantity) {

    /** Refuses numbers that make no value. */
    public LinearMapping {
        Objects.requireNonNull(quantity);
        if (!Double.isFinite(slope) || slope == 0 || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException("A mapping has a finite slope other than 0 and a finite intercept; these "
                    + "are " + slope + " and " + intercept + ".");
        }
    }

    /** The mapping that changes no number and says what the numbers are. */
    public static LinearMapping asStored(Quantity quantity) {
        return new LinearMapping(1, 0, quantity);
    }

    /** The value of one stored number; NaN stays NaN. */
    public double apply(double stored) {
        return slope * stored + intercept;
    }

    /** A volume with the values, on the same grid; computed in double precision, NaN stays NaN. */
    public Volume apply(Volume stored) {
        if (slope == 1 && intercept == 0) {
            return new Volume(stored.grid(), quantity, stored.values());
        }
        float[] values = new float[stored.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) apply(stored.values()[i]);
        }
        return new Volume(stored.grid(), quantity, values);
    }
}
