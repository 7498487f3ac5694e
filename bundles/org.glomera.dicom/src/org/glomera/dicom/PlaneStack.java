package org.glomera.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contours of a structure by plane, and the slab that each plane stands for. Heights are along the planes' normal,
 * in a unit that the caller chooses.
 * <p>
 * A slab reaches half-way to the neighbouring planes, or half the planes' distance where there is none, the lower end
 * included and the upper one not. The planes' distance is the largest gap between neighbours that is less than half as
 * large again as the smallest gap, and at least a slice. A wider gap stays open in its middle.
 */
final class PlaneStack {

    /** Gaps up to this many times the smallest one are the planes' distance, not holes: planes are drawn unevenly. */
    private static final double SAME_DISTANCE = 1.5;
    /** Decides ties at a slab's ends alike in spite of rounding, in parts of a slice. */
    private static final double TIE = 1e-3;

    private final TreeMap<Double, List<double[][]>> planes = new TreeMap<>();
    private final double slice;
    private final double samePlane;
    private int duplicates;
    private double slab = Double.NaN;

    /**
     * Makes an empty stack.
     *
     * @param slice how thick a slice of the image is along the normal: the thinnest slab
     * @param samePlane planes closer than this are one
     */
    PlaneStack(double slice, double samePlane) {
        this.slice = slice;
        this.samePlane = samePlane;
    }

    /** Adds a contour: the two coordinates of its corners. One that is there already is left out and counted. */
    void add(double height, double[][] contour) {
        slab = Double.NaN;
        Double near = planes.floorKey(height + samePlane);
        boolean same = near != null && near >= height - samePlane;
        List<double[][]> plane = planes.computeIfAbsent(same ? near : Double.valueOf(height),
                key -> new ArrayList<>());
        if (plane.stream().anyMatch(other -> Arrays.equals(other[0], contour[0])
                && Arrays.equals(other[1], contour[1]))) {
            duplicates++;
        } else {
            plane.add(contour);
        }
    }

    /** How many contours were there twice. */
    int duplicates() {
        return duplicates;
    }

    /** The contours at a height, those of the nearest plane whose slab it is in; none outside all slabs. */
    List<double[][]> at(double height) {
        Map.Entry<Double, List<double[][]>> below = planes.floorEntry(height);
        Map.Entry<Double, List<double[][]>> above = planes.higherEntry(height);
        double down = below == null ? Double.POSITIVE_INFINITY : height - below.getKey();
        double up = above == null ? Double.POSITIVE_INFINITY : above.getKey() - height;
        double tie = TIE * slice;
        double half = slab() / 2;
        boolean upper = up <= down + tie;
        if (upper ? up > half + tie : down >= half - tie) {
            return List.of();
        }
        return (upper ? above : below).getValue();
    }

    /** How thick the slab of a plane is. */
    double slab() {
        if (Double.isNaN(slab)) {
            double smallest = smallestGap();
            slab = slice;
            Double before = null;
            for (Double plane : planes.keySet()) {
                double gap = before == null ? 0 : plane - before;
                slab = gap <= SAME_DISTANCE * smallest ? Math.max(slab, gap) : slab;
                before = plane;
            }
        }
        return slab;
    }

    /** How many gaps between planes stay open, and how wide the widest is: both 0 when there is none. */
    double[] openGaps() {
        double slab = slab();
        double[] found = new double[2];
        Double before = null;
        for (Double plane : planes.keySet()) {
            if (before != null && plane - before > slab + slice * (1 - TIE)) {
                found[0]++;
                found[1] = Math.max(found[1], plane - before);
            }
            before = plane;
        }
        return found;
    }

    private double smallestGap() {
        double smallest = Double.POSITIVE_INFINITY;
        Double before = null;
        for (Double plane : planes.keySet()) {
            smallest = before == null ? smallest : Math.min(smallest, plane - before);
            before = plane;
        }
        return Double.isInfinite(smallest) ? slice : smallest;
    }

    /** Number of corners of the plane that has most. */
    int mostCorners() {
        return planes.values().stream().mapToInt(plane -> plane.stream().mapToInt(one -> one[0].length).sum()).max()
                .orElse(0);
    }
}
