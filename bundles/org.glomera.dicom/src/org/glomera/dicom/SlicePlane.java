package org.glomera.dicom;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.dicom.toolkit.Tag;

/**
 * The plane of an image as PS3.3 C.7.6.2 describes it, in patient millimetres.
 *
 * @param columns number of voxels along a row
 * @param rows number of rows
 * @param alongRow unit vector from one voxel of a row to the next
 * @param alongColumn unit vector from one row to the next
 * @param columnSpacingMm distance of neighbours in a row
 * @param rowSpacingMm distance of neighbouring rows
 */
record SlicePlane(int columns, int rows, Vector3 alongRow, Vector3 alongColumn, double columnSpacingMm,
        double rowSpacingMm) {

    /**
     * How far two directions may differ, and by which share two spacings, and still be the same: files round them, and
     * a thousandth is half a voxel at the edge of 512.
     */
    static final double SAME = 1e-3;
    /** How far the directions may be from unit length and from right angles: files round cosines to few digits. */
    private static final double ORTHONORMAL = 1e-3;
    private static final int LARGEST_SIDE = 65535;
    private static final double SMALLEST_MM = 1e-4;
    private static final double LARGEST_MM = 1e4;

    /**
     * The plane of a header; orientation comes from {@code oriented}, which is the header itself or the item of a
     * sequence that holds it.
     */
    static SlicePlane of(Header header, Header oriented) throws GlomeraException {
        return of(header, header, oriented);
    }

    /** The same with the pixel spacing in an item of a sequence too. */
    static SlicePlane of(Header header, Header measured, Header oriented) throws GlomeraException {
        int rows = header.requireInteger(Tag.ROWS, "number of rows");
        int columns = header.requireInteger(Tag.COLUMNS, "number of columns");
        if (rows < 1 || columns < 1 || rows > LARGEST_SIDE || columns > LARGEST_SIDE) {
            throw header.problem("its size of " + columns + " x " + rows + " voxels is not possible");
        }
        double[] spacing = measured.requireNumbers(Tag.PIXEL_SPACING, 2, "pixel spacing");
        if (!(spacing[0] > 0 && spacing[1] > 0)) {
            throw header.problem("its pixel spacing is not positive");
        }
        if (!isPossible(spacing[0]) || !isPossible(spacing[1])) {
            throw header.problem("its pixel spacing of " + spacing[0] + " x " + spacing[1] + " mm is not possible");
        }
        double[] cosines = oriented.requireNumbers(Tag.IMAGE_ORIENTATION_PATIENT, 6, "image orientation");
        Vector3 row = new Vector3(cosines[0], cosines[1], cosines[2]);
        Vector3 column = new Vector3(cosines[3], cosines[4], cosines[5]);
        if (Math.abs(row.length() - 1) > ORTHONORMAL || Math.abs(column.length() - 1) > ORTHONORMAL
                || Math.abs(row.dot(column)) > ORTHONORMAL) {
            throw header.problem("the directions of its image orientation are not at right angles or not of length 1");
        }
        Vector3 alongRow = row.times(1 / row.length());
        Vector3 upright = column.minus(alongRow.times(column.dot(alongRow)));
        return new SlicePlane(columns, rows, alongRow, upright.times(1 / upright.length()), spacing[1], spacing[0]);
    }

    /** Whether a distance of voxels, in millimetres, is one that an image of a body can have. */
    static boolean isPossible(double mm) {
        return mm >= SMALLEST_MM && mm <= LARGEST_MM;
    }

    /** The unit vector at right angles to the plane, row direction times column direction. */
    Vector3 normal() {
        return alongRow.cross(alongColumn);
    }

    /** Whether another plane has the same size, direction and spacing. */
    boolean isSameAs(SlicePlane other) {
        return columns == other.columns && rows == other.rows && isParallelTo(other)
                && Math.abs(columnSpacingMm - other.columnSpacingMm) <= SAME * columnSpacingMm
                && Math.abs(rowSpacingMm - other.rowSpacingMm) <= SAME * rowSpacingMm;
    }

    /** Whether rows and columns of another plane run in the same directions. */
    boolean isParallelTo(SlicePlane other) {
        return alongRow.minus(other.alongRow).length() <= SAME
                && alongColumn.minus(other.alongColumn).length() <= SAME;
    }
}
