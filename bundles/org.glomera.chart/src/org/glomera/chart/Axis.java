package org.glomera.chart;

import java.util.Objects;

/**
 * An axis of a chart.
 *
 * @param label what the axis shows and in which unit, for instance {@code Volume (ml)}
 * @param lower lower end; NaN to take it from the data
 * @param upper upper end; NaN to take it from the data
 * @param wholeNumbers whether only whole numbers are marked, as for epochs
 */
public record Axis(String label, double lower, double upper, boolean wholeNumbers) {

    /** Refuses infinite ends, one end without the other, and a lower end that is not below the upper one. */
    public Axis {
        Objects.requireNonNull(label);
        if (Double.isNaN(lower) != Double.isNaN(upper) || Double.isInfinite(lower) || Double.isInfinite(upper)
                || lower >= upper) {
            throw new IllegalArgumentException("An axis does not run from " + lower + " to " + upper + ".");
        }
    }

    /** An axis whose ends follow the data. */
    public static Axis of(String label) {
        return new Axis(label, Double.NaN, Double.NaN, false);
    }

    /** An axis with given ends. */
    public static Axis of(String label, double lower, double upper) {
        return new Axis(label, lower, upper, false);
    }

    /** An axis that marks whole numbers only; its ends follow the data. */
    public static Axis ofWholeNumbers(String label) {
        return new Axis(label, Double.NaN, Double.NaN, true);
    }

    /** Whether the ends follow the data. */
    public boolean followsData() {
        return Double.isNaN(lower);
    }
}
