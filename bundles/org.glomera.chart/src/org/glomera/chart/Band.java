package org.glomera.chart;

import java.util.List;
import java.util.Objects;

/**
 * A translucent band along the horizontal axis behind the lines of a chart, for instance from the lowest to the highest
 * value of several folds.
 *
 * @param name name in the legend; empty to leave it out of the legend
 * @param rgb colour as 0xRRGGBB, usually that of its line
 * @param edges the band from left to right
 */
public record Band(String name, int rgb, List<Edge> edges) {

    /**
     * The band at one place.
     *
     * @param x place along the horizontal axis
     * @param lower lower end; NaN for a gap in the band
     * @param upper upper end; NaN for a gap in the band
     */
    public record Edge(double x, double lower, double upper) {

        /** Refuses infinite numbers, an x that is not a number, and an upper end below the lower one. */
        public Edge {
            if (!Double.isFinite(x) || Double.isInfinite(lower) || Double.isInfinite(upper) || lower > upper) {
                throw new IllegalArgumentException("A chart cannot show a band from " + lower + " to " + upper + " at "
                        + x + ".");
            }
        }

        boolean isGap() {
            return Double.isNaN(lower) || Double.isNaN(upper);
        }
    }

    /** Copies its edges. */
    public Band {
        Objects.requireNonNull(name);
        edges = List.copyOf(edges);
    }
}
