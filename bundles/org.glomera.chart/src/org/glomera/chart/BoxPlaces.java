package org.glomera.chart;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.glomera.chart.BoxChart.Box;

/** Where boxes and their points stand along the horizontal axis of a data area. */
final class BoxPlaces {

    private static final double GROUP_MARGIN_SHARE = 0.06;
    private static final double WIDEST_SLOT = 92;
    /** What a box takes of its slot, alone and with its points beside it. */
    private static final double BOX_ALONE_SHARE = 0.62;
    private static final double BOX_BESIDE_SHARE = 0.42;
    private static final double BESIDE_CENTRE_SHARE = 0.27;
    private static final double POINTS_CENTRE_SHARE = 0.74;
    private static final double POINTS_SHARE = 0.36;
    private static final double LARGEST_POINT_RADIUS = 2.6;
    private static final double SMALLEST_POINT_RADIUS = 1.2;
    private static final double LARGEST_MEAN_RADIUS = 4;
    private static final double SMALLEST_MEAN_RADIUS = 2.2;

    private final Rectangle2D area;
    private final int groups;
    private final int series;
    private final boolean beside;

    BoxPlaces(BoxChart chart, Rectangle2D area) {
        this.area = area;
        groups = Math.max(1, chart.groups().size());
        series = Math.max(1, chart.series().size());
        beside = chart.series().stream().flatMap(each -> each.boxes().values().stream())
                .anyMatch(box -> box.points().stream().anyMatch(point -> !box.isOutlier(point.value())));
    }

    /** Where a group begins; the end of the last one for the number of groups. */
    double groupStart(int group) {
        return area.getX() + group * area.getWidth() / groups;
    }

    private double slot() {
        return Math.min(WIDEST_SLOT, area.getWidth() / groups * (1 - 2 * GROUP_MARGIN_SHARE) / series);
    }

    /** Middle of the place of a series in a group. */
    double slotCentre(int group, int place) {
        return groupStart(group) + area.getWidth() / groups / 2 + (place - (series - 1) / 2.0) * slot();
    }

    double boxCentre(int group, int place) {
        return slotCentre(group, place) + (beside ? (BESIDE_CENTRE_SHARE - 0.5) * slot() : 0);
    }

    double boxWidth() {
        return slot() * (beside ? BOX_BESIDE_SHARE : BOX_ALONE_SHARE);
    }

    double pointsCentre(int group, int place) {
        return slotCentre(group, place) + (beside ? (POINTS_CENTRE_SHARE - 0.5) * slot() : 0);
    }

    double pointRadius() {
        return Math.max(SMALLEST_POINT_RADIUS, Math.min(LARGEST_POINT_RADIUS, slot() * 0.075));
    }

    double meanRadius() {
        return Math.max(SMALLEST_MEAN_RADIUS, Math.min(LARGEST_MEAN_RADIUS, boxWidth() * 0.2));
    }

    /** Radius of a symbol under a box: a given one, or less where the boxes are narrow. */
    double footRadius(double most) {
        return Math.min(most, slot() * 0.32);
    }

    /**
     * How far each point stands from the middle of its points: next to it as near as no other is covered, and where
     * there are too many for that, spread over the width by van der Corput's sequence. The same points stand alike.
     *
     * @param box the box
     * @param y where its points stand along the vertical axis, in pixels
     */
    double[] offsets(Box box, double[] y) {
        int[] order = IntStream.range(0, y.length).boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> y[i]).thenComparing(i -> box.points().get(i).key()))
                .mapToInt(Integer::intValue).toArray();
        double[] offsets = new double[y.length];
        double half = slot() * POINTS_SHARE / 2;
        for (int rank = 0; rank < order.length; rank++) {
            offsets[order[rank]] = free(order, rank, y, offsets, half);
        }
        return offsets;
    }

    private double free(int[] order, int rank, double[] y, double[] offsets, double half) {
        double step = pointRadius();
        for (int i = 0; i * step <= 2 * half; i++) {
            double offset = (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * step;
            if (Math.abs(offset) <= half && isFree(order, rank, y, offsets, offset)) {
                return offset;
            }
        }
        return (2 * vanDerCorput(rank + 1) - 1) * half;
    }

    private boolean isFree(int[] order, int rank, double[] y, double[] offsets, double offset) {
        double apart = 2.1 * pointRadius();
        double place = y[order[rank]];
        for (int before = rank - 1; before >= 0 && place - y[order[before]] < apart; before--) {
            int other = order[before];
            if (Math.hypot(offsets[other] - offset, y[other] - place) < apart) {
                return false;
            }
        }
        return true;
    }

    private static double vanDerCorput(int index) {
        return (Integer.reverse(index) >>> 1) / 0x1p31;
    }
}
