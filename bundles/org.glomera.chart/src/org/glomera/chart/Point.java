package org.glomera.chart;

/**
 * A point of a chart, in the units of its axes.
 *
 * @param x place along the horizontal axis
 * @param y place along the vertical axis; NaN for a gap in a line
 */
public record Point(double x, double y) {

    /** Refuses infinite coordinates and an x that is not a number. */
    public Point {
        if (!Double.isFinite(x) || Double.isInfinite(y)) {
            throw new IllegalArgumentException("A chart cannot show the point (" + x + ", " + y + ").");
        }
    }
}
