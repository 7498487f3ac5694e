package org.glomera.chart;

import java.util.Objects;

/**
 * An axis of a chart.
 *
 * @param label what the axis shows and, in round brackets at its end, in which unit, for instance {@code Volume (ml)}
 * @param lower lower end; NaN to take it from the data
 * @param upper upper end; NaN to take it from the data
 * @param wholeNumbers whether only whole numbers are marked, as for epochs
 * @param digits decimals of values in the text of a {@link Hit}, so that it shows what a table beside the figure shows;
 *            {@link #FOUR_SIGNIFICANT} when no table does
 */
public record Axis(String label, double lower, double upper, boolean wholeNumbers, int digits) {

    /** For {@code digits}: four significant digits. */
    public static final int FOUR_SIGNIFICANT = -1;
    private static final int MOST_DIGITS = 15;

    /** Refuses infinite ends, one end without the other, a lower end not below the upper one, and unshowable digits. */
    public Axis {
        Objects.requireNonNull(label);
        if (Double.isNaN(lower) != Double.isNaN(upper) || Double.isInfinite(lower) || Double.isInfinite(upper)
                || lower >= upper) {
            throw new IllegalArgumentException("An axis does not run from " + lower + " to " + upper + ".");
        }
        if (digits < FOUR_SIGNIFICANT || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("Values are not shown with " + digits + " decimals.");
        }
    }

    /** An axis whose values are shown with four significant digits. */
    public Axis(String label, double lower, double upper, boolean wholeNumbers) {
        this(label, lower, upper, wholeNumbers, FOUR_SIGNIFICANT);
    }

    /** The same axis whose values are shown with a number of decimals. */
    public Axis withDigits(int newDigits) {
        return new Axis(label, lower, upper, wholeNumbers, newDigits);
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
