package org.glomera.render.vtk.surface;

/** Keeps a smoothed surface where the voxels are, and at their volume. */
final class Keeping {

    private static final int VOLUME_STEPS = 3;

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
