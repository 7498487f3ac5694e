package org.glomera.chart;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Box plots side by side, in groups along the horizontal axis. The five numbers of every box come from whoever makes
 * the chart, so that a figure and a table beside it follow one quartile rule.
 *
 * @param title what stands above the figure; may be empty
 * @param y the vertical axis
 * @param groups names of the groups from left to right, for instance right and left kidney
 * @param series what is compared within each group, for instance networks, in the order of the legend
 * @param marks values of the vertical axis that are marked, for instance 0
 * @param rule what box, whiskers and points are, a sentence below the figure; may be empty
 */
public record BoxChart(String title, Axis y, List<String> groups, List<Series> series, List<Mark> marks, String rule)
        implements Chart {

    /**
     * Boxes of one colour.
     *
     * @param name name in the legend
     * @param rgb colour as 0xRRGGBB, usually of the {@link Palette}
     * @param boxes a box by its group's name; a group without one stays empty
     */
    public record Series(String name, int rgb, Map<String, Box> boxes) {

        /** Copies its boxes. */
        public Series {
            Objects.requireNonNull(name);
            boxes = Map.copyOf(boxes);
        }
    }

    /**
     * One box.
     *
     * @param lowerWhisker end of the lower whisker
     * @param lowerQuartile lower end of the box
     * @param median line in the box
     * @param upperQuartile upper end of the box
     * @param upperWhisker end of the upper whisker
     * @param mean place of the diamond; NaN for none
     * @param points values drawn as points beside the box, all or only the outliers
     */
    public record Box(double lowerWhisker, double lowerQuartile, double median, double upperQuartile,
            double upperWhisker, double mean, List<Double> points) {

        /** Refuses numbers that are not finite or not ascending. */
        public Box {
            boolean ascending = lowerWhisker <= lowerQuartile && lowerQuartile <= median && median <= upperQuartile
                    && upperQuartile <= upperWhisker;
            if (!ascending || Double.isInfinite(lowerWhisker) || Double.isInfinite(upperWhisker)
                    || Double.isInfinite(mean)) {
                throw new IllegalArgumentException("A box has ascending finite numbers, not " + lowerWhisker + ", "
                        + lowerQuartile + ", " + median + ", " + upperQuartile + ", " + upperWhisker + ".");
            }
            points = List.copyOf(points);
            if (!points.stream().allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("A chart cannot show values that are not finite.");
            }
        }
    }

    /** Copies its lists. */
    public BoxChart {
        Objects.requireNonNull(title);
        Objects.requireNonNull(y);
        groups = List.copyOf(groups);
        series = List.copyOf(series);
        marks = List.copyOf(marks);
        Objects.requireNonNull(rule);
    }
}
