package org.glomera.render.vtk.surface;

import java.util.Arrays;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * The distance to a closed surface, negative inside. The sign comes from the pseudonormal at the nearest point: the
 * normal of the triangle, the sum of both normals at an edge, the normals weighted by angle at a corner (J. A.
 * Baerentzen, H. Aanaes: Signed distance computation using the angle weighted pseudonormal, IEEE TVCG 11, 2005).
 */
final class SignedDistance {

    private static final int BETWEEN_QUESTIONS = 1 << 12;
    private static final int[] NEXT = {1, 2, 0};

    private final Shape surface;
    private final TriangleTree tree;
    private final double[] faceNormals;
    private final double[] cornerNormals;
    private final int[] across;

    SignedDistance(Shape surface) {
        this.surface = surface;
        this.tree = new TriangleTree(surface);
        this.faceNormals = faceNormals(surface);
        this.cornerNormals = cornerNormals(surface, faceNormals);
        this.across = across(surface.triangles());
    }

    /** The distances of vertices in the surface's unit. */
    float[] of(float[] points, IProgressMonitor monitor) {
        float[] distances = new float[points.length / 3];
        TriangleTree.Hit hit = new TriangleTree.Hit();
        for (int i = 0; i < distances.length; i++) {
            if (i % BETWEEN_QUESTIONS == 0) {
                MaskBox.checkCanceled(monitor);
            }
            distances[i] = (float) of(points[3 * i], points[3 * i + 1], points[3 * i + 2], hit);
        }
        return distances;
    }

    private double of(double x, double y, double z, TriangleTree.Hit hit) {
        tree.nearest(x, y, z, hit);
        double sign = 0;
        for (int axis = 0; axis < 3; axis++) {
            double away = axis == 0 ? x - hit.x : axis == 1 ? y - hit.y : z - hit.z;
            sign += away * normal(hit, axis);
        }
        return sign < 0 ? -hit.distance() : hit.distance();
    }

    private double normal(TriangleTree.Hit hit, int axis) {
        int triangle = hit.triangle;
        if (hit.feature == TriangleTree.FACE) {
            return faceNormals[3 * triangle + axis];
        }
        if (hit.feature >= TriangleTree.CORNER) {
            int vertex = surface.triangles()[3 * triangle + hit.feature - TriangleTree.CORNER];
            return cornerNormals[3 * vertex + axis];
        }
        int neighbour = across[3 * triangle + hit.feature - TriangleTree.EDGE];
        return faceNormals[3 * triangle + axis] + (neighbour < 0 ? 0 : faceNormals[3 * neighbour + axis]);
    }

    /** Normals of length 1, 0 for a triangle without an area. */
    private static double[] faceNormals(Shape surface) {
        double[] normals = new double[surface.triangles().length];
        double[] one = new double[3];
        for (int t = 0; t < surface.triangleCount(); t++) {
            surface.normal(t, one);
            double length = Math.sqrt(one[0] * one[0] + one[1] * one[1] + one[2] * one[2]);
            for (int axis = 0; axis < 3; axis++) {
                normals[3 * t + axis] = length > 0 ? one[axis] / length : 0;
            }
        }
        return normals;
    }

    private static double[] cornerNormals(Shape surface, double[] faceNormals) {
        double[] normals = new double[surface.points().length];
        int[] triangles = surface.triangles();
        for (int t = 0; t < triangles.length; t += 3) {
            for (int corner = 0; corner < 3; corner++) {
                int vertex = 3 * triangles[t + corner];
                double angle = angle(surface.points(), vertex, 3 * triangles[t + NEXT[corner]],
                        3 * triangles[t + NEXT[NEXT[corner]]]);
                for (int axis = 0; axis < 3; axis++) {
                    normals[vertex + axis] += angle * faceNormals[t + axis];
                }
            }
        }
        return normals;
    }

    private static double angle(double[] points, int at, int one, int other) {
        double dot = 0;
        double squaredOne = 0;
        double squaredOther = 0;
        for (int axis = 0; axis < 3; axis++) {
            double u = points[one + axis] - points[at + axis];
            double v = points[other + axis] - points[at + axis];
            dot += u * v;
            squaredOne += u * u;
            squaredOther += v * v;
        }
        double lengths = Math.sqrt(squaredOne * squaredOther);
        return lengths > 0 ? Math.acos(Math.max(-1, Math.min(1, dot / lengths))) : 0;
    }

    /** The triangle across each edge, which runs from a corner to the next; -1 where there is none. */
    private static int[] across(int[] triangles) {
        int[] across = new int[triangles.length];
        Arrays.fill(across, -1);
        int vertices = Arrays.stream(triangles).max().orElse(0) + 1;
        int[] heads = new int[vertices];
        int[] next = new int[triangles.length];
        Arrays.fill(heads, -1);
        for (int edge = 0; edge < triangles.length; edge++) {
            int from = triangles[edge];
            next[edge] = heads[from];
            heads[from] = edge;
        }
        for (int edge = 0; edge < triangles.length; edge++) {
            int from = triangles[edge];
            int to = triangles[edge - edge % 3 + NEXT[edge % 3]];
            for (int other = heads[to]; other >= 0; other = next[other]) {
                if (triangles[other - other % 3 + NEXT[other % 3]] == from) {
                    across[edge] = other / 3;
                    break;
                }
            }
        }
        return across;
    }
}
