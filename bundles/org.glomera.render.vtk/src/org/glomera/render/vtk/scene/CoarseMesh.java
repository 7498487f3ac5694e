package org.glomera.render.vtk.scene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.Mesh;
import org.glomera.render.slice.Extent;

/**
 * A mesh with fewer triangles, for pictures while something is dragged: the vertices within each cube of a grid become
 * one, at their mean (vertex clustering, Rossignac and Borrel 1993). Takes time in proportion to the triangles.
 *
 * @param mesh the coarse mesh
 * @param vertexOf for each vertex of the fine mesh the number of its coarse one
 */
record CoarseMesh(Mesh mesh, int[] vertexOf) {

    private static final int LARGEST_GRID = 1000;

    /** About {@code triangles} triangles; the mesh itself when it has no more, or when nothing would be left. */
    static CoarseMesh of(Mesh fine, int triangles) {
        if (fine.triangleCount() <= triangles) {
            return same(fine);
        }
        // A surface crosses about area / edge^2 cubes, and has about two triangles for each of its vertices.
        double edge = Math.sqrt(2 * area(fine) / triangles);
        int[] vertexOf = new int[fine.pointCount()];
        float[] points = cluster(fine, edge, vertexOf);
        int[] kept = keep(fine.triangles(), vertexOf);
        return kept.length == 0 ? same(fine) : new CoarseMesh(new Mesh(points, kept), vertexOf);
    }

    private static CoarseMesh same(Mesh fine) {
        int[] itself = new int[fine.pointCount()];
        Arrays.setAll(itself, i -> i);
        return new CoarseMesh(fine, itself);
    }

    /** The mean of a value of the fine vertices at each coarse one; NaN where one of them is NaN. */
    float[] mean(float[] values) {
        float[] sum = new float[mesh.pointCount()];
        int[] count = new int[sum.length];
        for (int i = 0; i < values.length; i++) {
            sum[vertexOf[i]] += values[i];
            count[vertexOf[i]]++;
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= Math.max(1, count[i]);
        }
        return sum;
    }

    private static double area(Mesh mesh) {
        double area = 0;
        int[] t = mesh.triangles();
        for (int i = 0; i < t.length; i += 3) {
            Vector3 a = mesh.point(t[i]);
            area += mesh.point(t[i + 1]).minus(a).cross(mesh.point(t[i + 2]).minus(a)).length() / 2;
        }
        return area;
    }

    private static float[] cluster(Mesh fine, double wantedEdge, int[] vertexOf) {
        Extent box = fine.extent();
        Vector3 size = box.highMm().minus(box.lowMm());
        double longest = Math.max(size.x(), Math.max(size.y(), size.z()));
        double edge = Math.max(wantedEdge, Math.max(longest / LARGEST_GRID, Float.MIN_NORMAL));
        Map<Long, Integer> numbers = new HashMap<>();
        float[] p = fine.pointsMm();
        double[] sums = new double[p.length];
        int[] counts = new int[vertexOf.length];
        for (int i = 0; i < vertexOf.length; i++) {
            long x = (long) ((p[3 * i] - box.lowMm().x()) / edge);
            long y = (long) ((p[3 * i + 1] - box.lowMm().y()) / edge);
            long z = (long) ((p[3 * i + 2] - box.lowMm().z()) / edge);
            int number = numbers.computeIfAbsent((z << 40) + (y << 20) + x, key -> numbers.size());
            vertexOf[i] = number;
            counts[number]++;
            for (int axis = 0; axis < 3; axis++) {
                sums[3 * number + axis] += p[3 * i + axis];
            }
        }
        float[] points = new float[3 * numbers.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (sums[i] / counts[i / 3]);
        }
        return points;
    }

    private static int[] keep(int[] triangles, int[] vertexOf) {
        int[] kept = new int[triangles.length];
        Set<Long> known = new HashSet<>();
        int count = 0;
        for (int i = 0; i < triangles.length; i += 3) {
            int a = vertexOf[triangles[i]];
            int b = vertexOf[triangles[i + 1]];
            int c = vertexOf[triangles[i + 2]];
            if (a != b && b != c && c != a && known.add(key(a, b, c))) {
                kept[count++] = a;
                kept[count++] = b;
                kept[count++] = c;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** The same for the three turns of a triangle's corners; coarse meshes have far fewer than 2^21 vertices. */
    private static long key(int a, int b, int c) {
        int first = Math.min(a, Math.min(b, c));
        long second = first == a ? b : first == b ? c : a;
        long third = first == a ? c : first == b ? a : b;
        return ((long) first << 42) + (second << 21) + third;
    }
}
