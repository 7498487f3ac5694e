package org.glomera.chart;

import java.util.Objects;

/**
 * A point of a chart, in the units of its axes.
 *
 * @param x place along the horizontal axis
 * @param y place along the vertical axis; NaN for a gap in a line
 * @param key what the point stands for, for instance a case's id: a {@link Hit} has it, and points are emphasised by
 *            it; empty for none
 */
public record Point(double x, double y, String key) {

    /** Refuses infinite coordinates and an x that is not a number. */
    public Point {
        if (!Double.isFinite(x) || Double.isInfinite(y)) {
            throw new IllegalArgumentException("A chart cannot show the point (" + x + ", " + y + ").");
        }
        Objects.requireNonNull(key);
    }

    /** A point that stands for nothing that could be selected. */
    public Point(double x, double y) {
        this(x, y, "");
    }
}
