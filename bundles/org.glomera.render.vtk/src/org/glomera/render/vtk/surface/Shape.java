package org.glomera.render.vtk.surface;

import org.glomera.render.scene.Mesh;

/**
 * A surface under work: vertices in patient millimetres and triangles, counter-clockwise seen from outside. Vertices may
 * be moved in place.
 *
 * @param points x, y, z of each vertex
 * @param triangles three vertex numbers a triangle
 */
record Shape(double[] points, int[] triangles) {

    int pointCount() {
        return points.length / 3;
    }

    int triangleCount() {
        return triangles.length / 3;
    }

    /**
     * The enclosed volume in cubic millimetres: the sum of the signed volumes of the tetrahedra between a point and each
     * triangle (divergence theorem). The point is a vertex, so that nothing is lost far from the origin.
     */
    double volumeMm3() {
        double sum = 0;
        double ox = points[0];
        double oy = points[1];
        double oz = points[2];
        for (int t = 0; t < triangles.length; t += 3) {
            int a = 3 * triangles[t];
            int b = 3 * triangles[t + 1];
            int c = 3 * triangles[t + 2];
            double ax = points[a] - ox;
            double ay = points[a + 1] - oy;
            double az = points[a + 2] - oz;
            double bx = points[b] - ox;
            double by = points[b + 1] - oy;
            double bz = points[b + 2] - oz;
            double cx = points[c] - ox;
            double cy = points[c + 1] - oy;
            double cz = points[c + 2] - oz;
            sum += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
        }
        return sum / 6;
    }

    /** The vector area of a triangle: along its normal to the outside, twice as long as its area. */
    void normal(int triangle, double[] into) {
        int a = 3 * triangles[3 * triangle];
        int b = 3 * triangles[3 * triangle + 1];
        int c = 3 * triangles[3 * triangle + 2];
        double ux = points[b] - points[a];
        double uy = points[b + 1] - points[a + 1];
        double uz = points[b + 2] - points[a + 2];
        double vx = points[c] - points[a];
        double vy = points[c + 1] - points[a + 1];
        double vz = points[c + 2] - points[a + 2];
        into[0] = uy * vz - uz * vy;
        into[1] = uz * vx - ux * vz;
        into[2] = ux * vy - uy * vx;
    }

    Mesh toMesh() {
        float[] floats = new float[points.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) points[i];
        }
        return new Mesh(floats, triangles);
    }

    static Shape of(Mesh mesh) {
        double[] points = new double[mesh.pointsMm().length];
        for (int i = 0; i < points.length; i++) {
            points[i] = mesh.pointsMm()[i];
        }
        return new Shape(points, mesh.triangles());
    }
}
