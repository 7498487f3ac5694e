package org.glomera.render.scene;

import java.util.Objects;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.Extent;

/**
 * A surface of triangles. The arrays are not copied: whoever makes a mesh hands them over and leaves them alone from
 * then on; whoever gets one does not write to them. Two meshes are equal when they share their arrays.
 *
 * @param pointsMm x, y, z of each vertex in patient millimetres (DICOM LPS)
 * @param triangles three vertex numbers a triangle, counter-clockwise seen from outside
 */
public record Mesh(float[] pointsMm, int[] triangles) {

    /** Refuses a mesh without a triangle, a coordinate that is not finite and a vertex that is not there. */
    public Mesh {
        Objects.requireNonNull(pointsMm);
        Objects.requireNonNull(triangles);
        if (pointsMm.length % 3 != 0 || triangles.length % 3 != 0 || triangles.length == 0) {
            throw new IllegalArgumentException(pointsMm.length + " coordinates and " + triangles.length
                    + " corners are not a surface of triangles.");
        }
        for (float coordinate : pointsMm) {
            if (!Float.isFinite(coordinate)) {
                throw new IllegalArgumentException("A vertex has the coordinate " + coordinate + ".");
            }
        }
        int points = pointsMm.length / 3;
        for (int corner : triangles) {
            if (corner < 0 || corner >= points) {
                throw new IllegalArgumentException("A triangle names vertex " + corner + " of " + points + ".");
            }
        }
    }

    /** Number of vertices. */
    public int pointCount() {
        return pointsMm.length / 3;
    }

    /** Number of triangles. */
    public int triangleCount() {
        return triangles.length / 3;
    }

    /** The position of a vertex in patient millimetres. */
    public Vector3 point(int vertex) {
        return new Vector3(pointsMm[3 * vertex], pointsMm[3 * vertex + 1], pointsMm[3 * vertex + 2]);
    }

    /** The box around all vertices. */
    public Extent extent() {
        float[] low = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
        float[] high = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (int i = 0; i < pointsMm.length; i++) {
            low[i % 3] = Math.min(low[i % 3], pointsMm[i]);
            high[i % 3] = Math.max(high[i % 3], pointsMm[i]);
        }
        return new Extent(new Vector3(low[0], low[1], low[2]), new Vector3(high[0], high[1], high[2]));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mesh mesh && mesh.pointsMm == pointsMm && mesh.triangles == triangles;
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(pointsMm) + System.identityHashCode(triangles);
    }

    @Override
    public String toString() {
        return "Mesh of " + pointCount() + " vertices and " + triangleCount() + " triangles";
    }
}
