package org.glomera.dicom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;

/**
 * How far slices lie shifted within their planes against the first one, in voxels: a gantry that was tilted while the
 * table moved straight, or a field of view that was moved. The upright grid is so large that each slice has room.
 *
 * @param columnShifts shift of each slice along its rows, in columns; zeros for an upright stack
 * @param rowShifts shift of each slice along its columns, in rows
 * @param firstColumn the grid's first column, counted from the first slice's
 * @param firstRow the grid's first row, counted from the first slice's
 * @param columns the grid's columns
 * @param rows the grid's rows
 * @param remark what the user should know; empty for an upright stack
 */
record SliceShifts(double[] columnShifts, double[] rowShifts, int firstColumn, int firstRow, int columns, int rows,
        Optional<String> remark) {

    /**
     * A shift that is left as it is, in voxels: files round positions and directions, and a fifth of a voxel is below
     * what an outline can resolve.
     */
    static final double UPRIGHT = 0.2;
    /** What arithmetic leaves of a whole number of voxels. */
    private static final double ARITHMETIC = 1e-6;

    /** The shifts of the slices that a spacing uses. */
    static SliceShifts of(SlicePlane plane, List<SlicePlace> places, SliceSpacing spacing) throws GlomeraException {
        double[] columns = new double[places.size()];
        double[] rows = new double[places.size()];
        Vector3 first = places.get(spacing.distinct().get(0)).positionMm();
        double largest = 0;
        for (int i = 0; i < columns.length; i++) {
            Vector3 from = places.get(i).positionMm().minus(first);
            columns[i] = from.dot(plane.alongRow()) / plane.columnSpacingMm();
            rows[i] = from.dot(plane.alongColumn()) / plane.rowSpacingMm();
            largest = Math.max(largest, Math.max(Math.abs(columns[i]), Math.abs(rows[i])));
            requireOverlap(plane, places.get(i), columns[i], rows[i]);
        }
        requireTwinsTogether(places, spacing, columns, rows);
        if (largest <= UPRIGHT) {
            return new SliceShifts(new double[places.size()], new double[places.size()], 0, 0, plane.columns(),
                    plane.rows(), Optional.empty());
        }
        int firstColumn = lowest(columns);
        int firstRow = lowest(rows);
        return new SliceShifts(columns, rows, firstColumn, firstRow, plane.columns() + highest(columns) - firstColumn,
                plane.rows() + highest(rows) - firstRow, Optional.of(say(plane, places, spacing, columns, rows)));
    }

    /** Whether no slice is shifted. */
    boolean upright() {
        return remark.isEmpty();
    }

    private static int lowest(double[] shifts) {
        double lowest = 0;
        for (double shift : shifts) {
            lowest = Math.min(lowest, shift);
        }
        return (int) Math.floor(lowest + ARITHMETIC);
    }

    private static int highest(double[] shifts) {
        double highest = 0;
        for (double shift : shifts) {
            highest = Math.max(highest, shift);
        }
        return (int) Math.ceil(highest - ARITHMETIC);
    }

    private static void requireOverlap(SlicePlane plane, SlicePlace place, double columns, double rows)
            throws GlomeraException {
        if (Math.abs(columns) >= plane.columns() || Math.abs(rows) >= plane.rows()) {
            throw place.problem(String.format(Locale.ROOT, "%s is shifted within its plane by %.2f mm and %.2f mm "
                    + "against the first slice of its series, more than a slice is wide: they do not make one image. Take the "
                    + "slices of the other region out of the folder.", place.name(),
                    columns * plane.columnSpacingMm(), rows * plane.rowSpacingMm()));
        }
    }

    private static void requireTwinsTogether(List<SlicePlace> places, SliceSpacing spacing, double[] columns,
            double[] rows) throws GlomeraException {
        for (SliceSpacing.Twin twin : spacing.twins()) {
            if (Math.abs(columns[twin.kept()] - columns[twin.dropped()]) > UPRIGHT
                    || Math.abs(rows[twin.kept()] - rows[twin.dropped()]) > UPRIGHT) {
                SlicePlace kept = places.get(twin.kept());
                throw kept.problem(kept.name() + " and " + places.get(twin.dropped()).name()
                        + " are slices at the same position that show different fields of view. Take one of them out "
                        + "of the folder.");
            }
        }
    }

    private static String say(SlicePlane plane, List<SlicePlace> places, SliceSpacing spacing, double[] columns,
            double[] rows) {
        List<Integer> used = spacing.distinct();
        int last = used.get(used.size() - 1);
        Vector3 first = places.get(used.get(0)).positionMm();
        double length = places.get(last).positionMm().minus(first).dot(plane.normal());
        double largestMm = 0;
        boolean straight = true;
        for (int i : used) {
            double share = places.get(i).positionMm().minus(first).dot(plane.normal()) / length;
            straight &= Math.abs(columns[i] - share * columns[last]) <= UPRIGHT
                    && Math.abs(rows[i] - share * rows[last]) <= UPRIGHT;
            largestMm = Math.max(largestMm, Math.hypot(columns[i] * plane.columnSpacingMm(),
                    rows[i] * plane.rowSpacingMm()));
        }
        String then = "; they were brought onto an upright grid by linear interpolation within their planes.";
        return straight
                ? String.format(Locale.ROOT, "The slices were stacked aslant, by %.1f degrees (tilted gantry)%s",
                        Math.toDegrees(Math.atan2(largestMm, Math.abs(length))), then)
                : String.format(Locale.ROOT, "The slices were shifted within their planes by up to %.1f mm%s",
                        largestMm, then);
    }
}
