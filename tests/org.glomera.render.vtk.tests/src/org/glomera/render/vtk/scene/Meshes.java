package org.glomera.render.vtk.scene;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.Mesh;

/** Meshes whose place and size are known. */
final class Meshes {

    private Meshes() {
    }

    /** A box along the axes: eight corners, twelve triangles, counter-clockwise seen from outside. */
    static Mesh box(Vector3 low, Vector3 high) {
        float[] points = new float[24];
        for (int corner = 0; corner < 8; corner++) {
            points[3 * corner] = (float) ((corner & 1) == 0 ? low.x() : high.x());
            points[3 * corner + 1] = (float) ((corner & 2) == 0 ? low.y() : high.y());
            points[3 * corner + 2] = (float) ((corner & 4) == 0 ? low.z() : high.z());
        }
        return new Mesh(points, new int[] {0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7, 5, 0, 1, 5, 0, 5, 4, 2, 6, 7, 2, 7, 3, 0, 2, 3,
            0, 3, 1, 4, 5, 7, 4, 7, 6});
    }

    /** An ellipsoid with half axes (a, b, c): {@code rings} rings of twice as many vertices, and two poles. */
    static Mesh ellipsoid(Vector3 centre, double a, double b, double c, int rings) {
        int round = 2 * rings;
        int last = rings * round + 1;
        float[] points = new float[3 * (last + 1)];
        put(points, 0, centre.plus(new Vector3(0, 0, c)));
        put(points, last, centre.minus(new Vector3(0, 0, c)));
        int[] triangles = new int[6 * rings * round];
        int next = 0;
        for (int ring = 0; ring < rings; ring++) {
            double fromPole = Math.PI * (ring + 1) / (rings + 1);
            for (int i = 0; i < round; i++) {
                double turn = 2 * Math.PI * i / round;
                put(points, 1 + ring * round + i, centre.plus(new Vector3(a * Math.sin(fromPole) * Math.cos(turn),
                        b * Math.sin(fromPole) * Math.sin(turn), c * Math.cos(fromPole))));
                int here = 1 + ring * round + i;
                int beside = 1 + ring * round + (i + 1) % round;
                int above = ring == 0 ? 0 : here - round;
                int below = ring == rings - 1 ? last : beside + round;
                next = put(triangles, next, here, beside, above);
                next = put(triangles, next, here, below, beside);
            }
        }
        return new Mesh(points, triangles);
    }

    private static void put(float[] points, int vertex, Vector3 mm) {
        points[3 * vertex] = (float) mm.x();
        points[3 * vertex + 1] = (float) mm.y();
        points[3 * vertex + 2] = (float) mm.z();
    }

    private static int put(int[] triangles, int next, int a, int b, int c) {
        triangles[next] = a;
        triangles[next + 1] = b;
        triangles[next + 2] = c;
        return next + 3;
    }
}
