package org.glomera.render.slice;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * A plane along the patient's axes and how it is turned on the screen. The radiological convention: the patient lies on
 * the back and is seen from the feet (axial) or stands and is seen from the front (coronal), so the patient's right is
 * on the left of the picture; the sagittal plane is seen from the patient's left, so the front is on the left of the
 * picture. In coronal and sagittal pictures the head is up.
 */
public enum Plane {
    /** Across the body, seen from the feet: right on the left, front up. */
    AXIAL("Axial", new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1), "R", "L", "A", "P"),
    /** Along the body from side to side, seen from the front: right on the left, head up. */
    CORONAL("Coronal", new Vector3(1, 0, 0), new Vector3(0, 0, -1), new Vector3(0, 1, 0), "R", "L", "H", "F"),
    /** Along the body from front to back, seen from the patient's left: front on the left, head up. */
    SAGITTAL("Sagittal", new Vector3(0, 1, 0), new Vector3(0, 0, -1), new Vector3(1, 0, 0), "A", "P", "H", "F");

    /** Cosine of the largest angle at which a grid's axis counts as running along the plane's normal. */
    private static final double PARALLEL = 1 - 1e-6;

    private final String title;
    private final Vector3 right;
    private final Vector3 down;
    private final Vector3 normal;
    private final String leftLetter;
    private final String rightLetter;
    private final String topLetter;
    private final String bottomLetter;

    Plane(String title, Vector3 right, Vector3 down, Vector3 normal, String leftLetter, String rightLetter,
            String topLetter, String bottomLetter) {
        this.title = title;
        this.right = right;
        this.down = down;
        this.normal = normal;
        this.leftLetter = leftLetter;
        this.rightLetter = rightLetter;
        this.topLetter = topLetter;
        this.bottomLetter = bottomLetter;
    }

    /** What the plane is called. */
    public String title() {
        return title;
    }

    /** The patient direction that points to the right of the picture; length 1. */
    public Vector3 right() {
        return right;
    }

    /** The patient direction that points down in the picture; length 1. */
    public Vector3 down() {
        return down;
    }

    /** The patient direction across the plane: to the head (axial), the back (coronal), the left (sagittal). */
    public Vector3 normal() {
        return normal;
    }

    /** What is on the left of the picture: R right, A front. */
    public String leftLetter() {
        return leftLetter;
    }

    /** What is on the right of the picture: L left, P back. */
    public String rightLetter() {
        return rightLetter;
    }

    /** What is at the top of the picture: A front, H head. */
    public String topLetter() {
        return topLetter;
    }

    /** What is at the bottom of the picture: P back, F feet. */
    public String bottomLetter() {
        return bottomLetter;
    }

    /** How far a point lies along {@link #normal()}, in millimetres: which slice it is on. */
    public double depthMm(Vector3 pointMm) {
        return normal.dot(pointMm);
    }

    /** The point moved along {@link #normal()} to a depth in millimetres. */
    public Vector3 atDepth(Vector3 pointMm, double depthMm) {
        return pointMm.plus(normal.times(depthMm - depthMm(pointMm)));
    }

    /**
     * The point moved by slices of a grid. Where one of the grid's axes runs along this plane's normal, the point goes
     * to the centre of a slice; where the grid is oblique, it goes by the distance of slices along the axis that is
     * nearest to the normal. The point never leaves the grid's slices.
     *
     * @param pointMm a point in patient millimetres
     * @param slices how many slices towards {@link #normal()}; negative against it; 0 goes to the nearest centre
     */
    public Vector3 step(Grid grid, Vector3 pointMm, int slices) {
        Affine3 map = grid.voxelToPatientMm();
        Vector3[] columns = {map.column0(), map.column1(), map.column2()};
        int[] sizes = {grid.nx(), grid.ny(), grid.nz()};
        int axis = nearestAxis(columns);
        double alongMm = columns[axis].dot(normal);
        if (Math.abs(alongMm) / columns[axis].length() > PARALLEL) {
            double firstMm = depthMm(map.offset());
            long slice = Math.round((depthMm(pointMm) - firstMm) / alongMm) + (alongMm > 0 ? slices : -slices);
            return atDepth(pointMm, firstMm + Math.max(0, Math.min(sizes[axis] - 1, slice)) * alongMm);
        }
        Extent extent = Extent.of(grid);
        double depthMm = depthMm(pointMm) + slices * Math.abs(alongMm);
        return atDepth(pointMm, Math.max(depthMm(extent.lowMm()), Math.min(depthMm(extent.highMm()), depthMm)));
    }

    private int nearestAxis(Vector3[] columns) {
        int best = 0;
        for (int axis = 1; axis < columns.length; axis++) {
            if (cosine(columns[axis]) > cosine(columns[best])) {
                best = axis;
            }
        }
        return best;
    }

    private double cosine(Vector3 column) {
        return Math.abs(column.dot(normal)) / column.length();
    }
}
