package org.glomera.chart;

import java.util.List;
import java.util.Objects;

/**
 * Lines over a common horizontal axis, for instance learning curves.
 *
 * @param title what stands above the figure; may be empty
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param lines the lines, in the order of the legend
 * @param marks values of the horizontal axis that are marked, for instance the reported epoch
 */
public record LineChart(String title, Axis x, Axis y, List<Line> lines, List<Mark> marks) implements Chart {

    /** How a line is drawn. Lines of one colour are told apart by it. */
    public enum Stroke {
        /** Without gaps. */
        SOLID,
        /** In dashes. */
        DASHED
    }

    /**
     * One line.
     *
     * @param name name in the legend
     * @param rgb colour as 0xRRGGBB, usually of the {@link Palette}
     * @param stroke how it is drawn
     * @param points from left to right
     * @param dots points of the line that are emphasised, for instance the reported epoch; may be empty
     */
    public record Line(String name, int rgb, Stroke stroke, List<Point> points, List<Point> dots) {

        /** Copies its lists. */
        public Line {
            Objects.requireNonNull(name);
            Objects.requireNonNull(stroke);
            points = List.copyOf(points);
            dots = List.copyOf(dots);
        }
    }

    /** Copies its lists. */
    public LineChart {
        Objects.requireNonNull(title);
        Objects.requireNonNull(x);
        Objects.requireNonNull(y);
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }
}
