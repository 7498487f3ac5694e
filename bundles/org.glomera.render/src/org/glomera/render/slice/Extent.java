package org.glomera.render.slice;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * A box along the patient's axes.
 *
 * @param lowMm the corner with the smallest coordinates (right, front, feet), patient millimetres
 * @param highMm the corner with the largest coordinates
 */
public record Extent(Vector3 lowMm, Vector3 highMm) {

    /** Refuses a box whose corners are swapped. */
    public Extent {
        if (!(lowMm.x() <= highMm.x() && lowMm.y() <= highMm.y() && lowMm.z() <= highMm.z())) {
            throw new IllegalArgumentException(lowMm + " is not below " + highMm);
        }
    }

    /** The box around a grid's field of view, to the outer faces of its voxels. */
    public static Extent of(Grid grid) {
        Extent box = null;
        for (int corner = 0; corner < 8; corner++) {
            Vector3 point = grid.patientMm((corner & 1) == 0 ? -0.5 : grid.nx() - 0.5,
                    (corner & 2) == 0 ? -0.5 : grid.ny() - 0.5, (corner & 4) == 0 ? -0.5 : grid.nz() - 0.5);
            Extent one = new Extent(point, point);
            box = box == null ? one : box.and(one);
        }
        return box;
    }

    /** The box around this one and another. */
    public Extent and(Extent other) {
        return new Extent(
                new Vector3(Math.min(lowMm.x(), other.lowMm.x()), Math.min(lowMm.y(), other.lowMm.y()),
                        Math.min(lowMm.z(), other.lowMm.z())),
                new Vector3(Math.max(highMm.x(), other.highMm.x()), Math.max(highMm.y(), other.highMm.y()),
                        Math.max(highMm.z(), other.highMm.z())));
    }

    /** The middle of the box. */
    public Vector3 centreMm() {
        return lowMm.plus(highMm).times(0.5);
    }

    /** The point of the box that is nearest to a point. */
    public Vector3 clamp(Vector3 pointMm) {
        return new Vector3(Math.max(lowMm.x(), Math.min(highMm.x(), pointMm.x())),
                Math.max(lowMm.y(), Math.min(highMm.y(), pointMm.y())),
                Math.max(lowMm.z(), Math.min(highMm.z(), pointMm.z())));
    }

    /** How many millimetres a pixel must cover for the whole box to fit into a picture of a plane. */
    public double fitMmPerPixel(Plane plane, int widthPx, int heightPx) {
        Vector3 size = highMm.minus(lowMm);
        double across = Math.abs(size.dot(plane.right()));
        double along = Math.abs(size.dot(plane.down()));
        return Math.max(across / Math.max(1, widthPx), along / Math.max(1, heightPx));
    }
}
