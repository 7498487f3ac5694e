package org.glomera.chart;

import java.util.List;
import java.util.Objects;

/**
 * Points in the plane of two quantities, for instance automatic over manual activity concentration.
 *
 * @param title what stands above the figure; may be empty
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param clouds the points, in the order of the legend; each cloud has a colour and a shape
 * @param marks values of the vertical axis that are marked, with their bands, for instance bias and limits of agreement
 *            with their confidence intervals
 * @param identity whether the line y = x is drawn
 * @param equalAxes whether both axes run alike and a unit is equally long on both, as where like is compared with like
 */
public record ScatterChart(String title, Axis x, Axis y, List<Cloud> clouds, List<Mark> marks, boolean identity,
        boolean equalAxes) implements Chart {

    /**
     * Points that belong together.
     *
     * @param name name in the legend
     * @param marker its colour and symbol
     * @param points the points; one whose y is NaN is left out
     */
    public record Cloud(String name, Marker marker, List<Point> points) {

        /** Copies its points. */
        public Cloud {
            Objects.requireNonNull(name);
            Objects.requireNonNull(marker);
            points = List.copyOf(points);
        }

        /** A cloud with the marker of a colour. */
        public Cloud(String name, int rgb, List<Point> points) {
            this(name, Marker.ofColour(rgb), points);
        }

        /** Its colour as 0xRRGGBB. */
        public int rgb() {
            return marker.rgb();
        }
    }

    /** Copies its lists. */
    public ScatterChart {
        Objects.requireNonNull(title);
        Objects.requireNonNull(x);
        Objects.requireNonNull(y);
        clouds = List.copyOf(clouds);
        marks = List.copyOf(marks);
    }

    /** A chart whose axes run alike when the line of identity is drawn. */
    public ScatterChart(String title, Axis x, Axis y, List<Cloud> clouds, List<Mark> marks, boolean identity) {
        this(title, x, y, clouds, marks, identity, identity);
    }
}
