package org.glomera.chart;

import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param marks values of the vertical axis that are marked, with their bands, for instance 0
 * @param rule what box, whiskers and points are, a sentence below the figure; may be empty
 */
public record BoxChart(String title, Axis y, List<String> groups, List<Series> series, List<Mark> marks, String rule)
        implements Chart {

    /**
     * Boxes of one compared thing.
     *
     * @param name name in the legend
     * @param marker colour of its boxes, and the symbol of their means and outliers
     * @param boxes a box by its group's name; a group without one stays empty
     */
    public record Series(String name, Marker marker, Map<String, Box> boxes) {

        /** Copies its boxes in their order, so that the same chart is written alike by every program. */
        public Series {
            Objects.requireNonNull(name);
            Objects.requireNonNull(marker);
            boxes.forEach((group, box) -> Objects.requireNonNull(box, group));
            boxes = Collections.unmodifiableMap(new LinkedHashMap<>(boxes));
        }

        /** Boxes with the marker of a colour. */
        public Series(String name, int rgb, Map<String, Box> boxes) {
            this(name, Marker.ofColour(rgb), boxes);
        }

        /** Its colour as 0xRRGGBB. */
        public int rgb() {
            return marker.rgb();
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
     * @param mean place of the series' symbol, drawn white; NaN for none
     * @param points values drawn as points: only the outliers, or all, which then stand beside the box, the outliers
     *            larger; a value beyond the whiskers is an outlier
     */
    public record Box(double lowerWhisker, double lowerQuartile, double median, double upperQuartile,
            double upperWhisker, double mean, List<KeyedValue> points) {

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
        }

        /** Whether a value lies beyond the whiskers. */
        public boolean isOutlier(double value) {
            return value < lowerWhisker || value > upperWhisker;
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
