package org.glomera.render.vtk.surface;

import java.util.Arrays;

/**
 * Keeps a smoothed surface where the voxels are, and at their volume. The vertices of a contour begin on the centres of
 * voxel faces, so how far each was moved bounds its distance from the voxels. The other way round it is the corners of
 * voxels that can be far from a smoothed surface.
 */
final class Keeping {

    private static final int VOLUME_STEPS = 3;
    private static final int CORNER_ROUNDS = 6;
    private static final double CORNER_SHARE = 0.6;

    private Keeping() {
    }

    /** Moves vertices back towards where they were until each is at most so far from there; in place. */
    static void within(double[] points, double[] original, double mostMm) {
        for (int i = 0; i < points.length; i += 3) {
            double dx = points[i] - original[i];
            double dy = points[i + 1] - original[i + 1];
            double dz = points[i + 2] - original[i + 2];
            double moved = Math.sqrt(dx * dx + dy * dy + dz * dz);
            if (moved > mostMm) {
                double share = mostMm / moved;
                points[i] = original[i] + share * dx;
                points[i + 1] = original[i + 1] + share * dy;
                points[i + 2] = original[i + 2] + share * dz;
            }
        }
    }

    /**
     * Moves vertices back towards where they were until every corner of a voxel is near the surface; in place. Each
     * corner is the centre of one cell of the contour, so the triangles in that cell tell how near the surface is.
     *
     * @param original where the vertices were, in patient millimetres
     * @param triangles three vertex numbers a triangle, those of one cell one after the other
     * @param cells the corner of a voxel in patient millimetres for each triangle
     * @param mostMm how near the surface has to be; further away only where the original was, too
     */
    static void nearCorners(double[] points, double[] original, int[] triangles, double[] cells, double mostMm) {
        for (int round = 0; round < CORNER_ROUNDS; round++) {
            double[] shares = new double[points.length / 3];
            Arrays.fill(shares, 1);
            if (!findFar(points, triangles, cells, mostMm, shares)) {
                return;
            }
            for (int i = 0; i < points.length; i++) {
                points[i] = original[i] + shares[i / 3] * (points[i] - original[i]);
            }
        }
    }

    private static boolean findFar(double[] points, int[] triangles, double[] cells, double mostMm, double[] shares) {
        double[] corners = new double[9];
        TriangleTree.Hit hit = new TriangleTree.Hit();
        boolean far = false;
        int first = 0;
        while (first < triangles.length) {
            hit.squared = Double.POSITIVE_INFINITY;
            int t = first;
            do {
                for (int corner = 0; corner < 3; corner++) {
                    System.arraycopy(points, 3 * triangles[t + corner], corners, 3 * corner, 3);
                }
                TriangleTree.nearer(corners, 0, cells[t], cells[t + 1], cells[t + 2], hit);
                t += 3;
            } while (t < triangles.length && cells[t] == cells[first] && cells[t + 1] == cells[first + 1]
                    && cells[t + 2] == cells[first + 2]);
            if (hit.squared > mostMm * mostMm) {
                far = true;
                for (int corner = first; corner < t; corner++) {
                    shares[triangles[corner]] = CORNER_SHARE;
                }
            }
            first = t;
        }
        return far;
    }

    /**
     * Moves all vertices along their normals by one distance, so that the surface encloses a volume; in place. The
     * distance is the lacking volume divided by the area, which is exact to first order, so it is done a few times.
     *
     * @param mostMm the largest distance in all; a volume that needs more is not reached
     */
    static void volume(Shape shape, double wantedMm3, double mostMm) {
        double moved = 0;
        for (int step = 0; step < VOLUME_STEPS; step++) {
            double[] normals = new double[shape.points().length];
            double area = normals(shape, normals);
            double distance = area > 0 ? (wantedMm3 - shape.volumeMm3()) / area : 0;
            distance = Math.max(-mostMm - moved, Math.min(mostMm - moved, distance));
            for (int i = 0; i < normals.length; i++) {
                shape.points()[i] += distance * normals[i];
            }
            moved += distance;
        }
    }

    /** Normals of length 1 at the vertices, triangles weighted by area; gives the whole area. */
    private static double normals(Shape shape, double[] normals) {
        double[] one = new double[3];
        double area = 0;
        for (int t = 0; t < shape.triangleCount(); t++) {
            shape.normal(t, one);
            area += Math.sqrt(one[0] * one[0] + one[1] * one[1] + one[2] * one[2]) / 2;
            for (int corner = 0; corner < 3; corner++) {
                int vertex = 3 * shape.triangles()[3 * t + corner];
                for (int axis = 0; axis < 3; axis++) {
                    normals[vertex + axis] += one[axis];
                }
            }
        }
        for (int i = 0; i < normals.length; i += 3) {
            double length = Math.sqrt(normals[i] * normals[i] + normals[i + 1] * normals[i + 1]
                    + normals[i + 2] * normals[i + 2]);
            double factor = length > 0 ? 1 / length : 0;
            for (int axis = 0; axis < 3; axis++) {
                normals[i + axis] *= factor;
            }
        }
        return area;
    }
}
