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
 * @param marks values of the vertical axis that are marked, for instance limits of agreement
 * @param identity whether the line y = x is drawn
 */
public record ScatterChart(String title, Axis x, Axis y, List<Cloud> clouds, List<Mark> marks, boolean identity)
        implements Chart {

    /**
     * Points that belong together.
     *
     * @param name name in the legend
     * @param rgb colour as 0xRRGGBB, usually of the {@link Palette}
     * @param points the points
     */
    public record Cloud(String name, int rgb, List<Point> points) {

        /** Copies its points. */
        public Cloud {
            Objects.requireNonNull(name);
            points = List.copyOf(points);
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
}
