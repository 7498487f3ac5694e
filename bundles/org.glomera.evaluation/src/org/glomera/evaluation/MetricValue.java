package org.glomera.evaluation;

import java.util.Objects;

/**
 * A number with its unit.
 *
 * @param value the number; NaN where the metric is not defined
 * @param unit the unit as it is shown, {@code 1} for a number without one
 * @param remark why the value is NaN or what else to know, as a sentence; empty when there is nothing to say
 */
public record MetricValue(double value, String unit, String remark) {

    /** Refuses a NaN without a remark and an infinite value. */
    public MetricValue {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(remark);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("A metric's value is finite or NaN.");
        }
        if (Double.isNaN(value) && remark.isBlank()) {
            throw new IllegalArgumentException("A value that is not defined needs a remark that says why.");
        }
    }

    /** A value that is defined. */
    public static MetricValue of(double value, String unit) {
        return new MetricValue(value, unit, "");
    }

    /** A value that is not defined, and why. */
    public static MetricValue undefined(String unit, String remark) {
        return new MetricValue(Double.NaN, unit, remark);
    }
}
