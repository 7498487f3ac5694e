package org.glomera.chart;

import java.util.Objects;

/**
 * A thin line across a chart at one value of an axis, with a word beside it.
 *
 * @param value where, in the axis's unit
 * @param label the word; may be empty
 */
public record Mark(double value, String label) {

    /** Refuses a value that is not finite. */
    public Mark {
        Objects.requireNonNull(label);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A chart cannot mark " + value + ".");
        }
    }
}
