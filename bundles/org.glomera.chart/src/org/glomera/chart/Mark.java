package org.glomera.chart;

import java.util.Objects;

/**
 * A thin line across a chart at one value of an axis, with a word beside it, and a translucent band around it where its
 * value is uncertain.
 *
 * @param value where, in the axis's unit
 * @param label the word; may be empty
 * @param lower lower end of the band, for instance of the value's confidence interval; NaN for no band
 * @param upper upper end of the band; NaN for no band
 * @param rgb colour as 0xRRGGBB: {@link #NEUTRAL}, or that of the compared thing whose value it is
 */
public record Mark(double value, String label, double lower, double upper, int rgb) {

    /** Colour of marks that belong to no compared thing. */
    public static final int NEUTRAL = 0x666666;

    /** Refuses a value that is not finite and a band that does not hold it. */
    public Mark {
        Objects.requireNonNull(label);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A chart cannot mark " + value + ".");
        }
        boolean none = Double.isNaN(lower) && Double.isNaN(upper);
        boolean band = Double.isFinite(lower) && Double.isFinite(upper) && lower <= value && value <= upper;
        if (!none && !band) {
            throw new IllegalArgumentException("A chart cannot mark " + value + " with a band from " + lower + " to "
                    + upper + ".");
        }
    }

    /** A mark without a band, in the neutral colour. */
    public Mark(double value, String label) {
        this(value, label, Double.NaN, Double.NaN, NEUTRAL);
    }

    /** The same mark with a band, which holds the value. */
    public Mark withBand(double newLower, double newUpper) {
        return new Mark(value, label, newLower, newUpper, rgb);
    }

    /** The same mark in another colour. */
    public Mark withColour(int newRgb) {
        return new Mark(value, label, lower, upper, newRgb);
    }

    /** Whether it has a band. */
    public boolean hasBand() {
        return !Double.isNaN(lower);
    }
}
