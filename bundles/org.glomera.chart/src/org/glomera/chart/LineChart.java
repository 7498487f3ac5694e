package org.glomera.chart;

import java.util.List;
import java.util.Objects;

/**
 * Lines over a common horizontal axis, for instance learning curves.
 *
 * @param title what stands above the figure; may be empty
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param lines the lines, in the order of the legend; pale ones are drawn first
 * @param bands bands behind the lines, for instance the range of several folds
 * @param marks values of the horizontal axis that are marked, for instance the reported epoch
 */
public record LineChart(String title, Axis x, Axis y, List<Line> lines, List<Band> bands, List<Mark> marks)
        implements Chart {

    /** How a line is drawn. Lines of one marker are told apart by it. */
    public enum Stroke {
        /** As the marker says: without gaps, or in long dashes with dots. */
        SOLID,
        /** In equal short dashes, whatever the marker says. */
        DASHED
    }

    /** How strongly a line is drawn. */
    public enum Weight {
        /** Strong, with a symbol here and there where the chart has lines of several symbols. */
        NORMAL,
        /**
         * Thin and pale, behind the others and without symbols: raw values under smoothed ones. The text of a
         * {@link Hit} of a line says the value of the pale line of its marker and stroke too.
         */
        PALE
    }

    /**
     * One line.
     *
     * @param name name in the legend; empty to leave it out of the legend. A name that comes again with the same look
     *            stands there once. Where all lines are named {@code thing, kind}, each thing has one marker and each
     *            kind one stroke, the legend names the things and the kinds
     * @param marker its colour, symbol and dashes
     * @param stroke how it is drawn
     * @param weight how strongly it is drawn
     * @param points from left to right
     * @param dots points of the line that are emphasised, for instance the reported epoch; may be empty
     */
    public record Line(String name, Marker marker, Stroke stroke, Weight weight, List<Point> points,
            List<Point> dots) {

        /** Copies its lists. */
        public Line {
            Objects.requireNonNull(name);
            Objects.requireNonNull(marker);
            Objects.requireNonNull(stroke);
            Objects.requireNonNull(weight);
            points = List.copyOf(points);
            dots = List.copyOf(dots);
        }

        /** A line of normal weight with the marker of a colour. */
        public Line(String name, int rgb, Stroke stroke, List<Point> points, List<Point> dots) {
            this(name, Marker.ofColour(rgb), stroke, Weight.NORMAL, points, dots);
        }

        /** Its colour as 0xRRGGBB. */
        public int rgb() {
            return marker.rgb();
        }
    }

    /** Copies its lists. */
    public LineChart {
        Objects.requireNonNull(title);
        Objects.requireNonNull(x);
        Objects.requireNonNull(y);
        lines = List.copyOf(lines);
        bands = List.copyOf(bands);
        marks = List.copyOf(marks);
    }

    /** A chart without bands. */
    public LineChart(String title, Axis x, Axis y, List<Line> lines, List<Mark> marks) {
        this(title, x, y, lines, List.of(), marks);
    }
}
