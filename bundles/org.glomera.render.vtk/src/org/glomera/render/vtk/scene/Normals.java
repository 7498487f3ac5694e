package org.glomera.render.vtk.scene;

import org.glomera.render.scene.Mesh;

/** Directions of a surface at its vertices, for the light. */
final class Normals {

    private Normals() {
    }

    /**
     * The normals of a mesh's vertices: the mean of those of the triangles around, weighted by their areas. A vertex
     * without a triangle, or whose triangles have no area, gets (0, 0, 1).
     *
     * @return x, y and z of each vertex's normal, of length 1, pointing outside
     */
    static float[] of(Mesh mesh) {
        float[] p = mesh.pointsMm();
        int[] t = mesh.triangles();
        float[] normals = new float[p.length];
        for (int i = 0; i < t.length; i += 3) {
            int a = 3 * t[i];
            int b = 3 * t[i + 1];
            int c = 3 * t[i + 2];
            float ux = p[b] - p[a];
            float uy = p[b + 1] - p[a + 1];
            float uz = p[b + 2] - p[a + 2];
            float vx = p[c] - p[a];
            float vy = p[c + 1] - p[a + 1];
            float vz = p[c + 2] - p[a + 2];
            // The length of the vector product is twice the area, which is the weight.
            float nx = uy * vz - uz * vy;
            float ny = uz * vx - ux * vz;
            float nz = ux * vy - uy * vx;
            for (int corner : new int[] {a, b, c}) {
                normals[corner] += nx;
                normals[corner + 1] += ny;
                normals[corner + 2] += nz;
            }
        }
        toLengthOne(normals);
        return normals;
    }

    private static void toLengthOne(float[] normals) {
        for (int i = 0; i < normals.length; i += 3) {
            double length = Math.sqrt((double) normals[i] * normals[i] + (double) normals[i + 1] * normals[i + 1]
                    + (double) normals[i + 2] * normals[i + 2]);
            if (length > 0) {
                normals[i] /= length;
                normals[i + 1] /= length;
                normals[i + 2] /= length;
            } else {
                normals[i + 2] = 1;
            }
        }
    }
}
