package org.glomera.render.vtk.surface;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.render.scene.Mesh;
import org.glomera.render.surface.KidneySurface;
import org.glomera.render.surface.SurfaceMaker;
import org.glomera.render.surface.SurfaceOptions;
import org.glomera.render.vtk.natives.VtkSession;

/** Masks of bodies whose measures are known, and meshes made by hand. */
final class Bodies {

    private Bodies() {
    }

    static SurfaceMaker maker() {
        return new VtkSurfaceMaker(VtkSession.shared());
    }

    /**
     * An oblique grid of 1.5 x 2 x 3 mm around a middle: rows turned by 30 degrees about the patient's long axis and
     * tilted by 20 degrees; a left-handed one has its slices from head to feet.
     */
    static Grid oblique(int nx, int ny, int nz, Vector3 middleMm, boolean leftHanded) {
        double c = Math.cos(Math.toRadians(30));
        double s = Math.sin(Math.toRadians(30));
        double k = Math.cos(Math.toRadians(20));
        double t = Math.sin(Math.toRadians(20));
        Vector3 x = new Vector3(c, s, 0);
        Vector3 y = new Vector3(-s * k, c * k, t);
        Vector3 z = x.cross(y).times(leftHanded ? -1 : 1);
        Affine3 turned = new Affine3(x.times(1.5), y.times(2), z.times(3), new Vector3(0, 0, 0));
        Vector3 half = turned.apply((nx - 1) / 2.0, (ny - 1) / 2.0, (nz - 1) / 2.0);
        return new Grid(nx, ny, nz, new Affine3(turned.column0(), turned.column1(), turned.column2(),
                middleMm.minus(half)));
    }

    /** The voxels whose centre, in patient millimetres, is inside a body. */
    static LabelMap mask(Grid grid, Side side, Predicate<Vector3> body) {
        byte[] labels = new byte[grid.voxelCount()];
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    if (body.test(grid.patientMm(x, y, z))) {
                        labels[grid.index(x, y, z)] = (byte) side.label();
                    }
                }
            }
        }
        return new LabelMap(grid, labels);
    }

    static Predicate<Vector3> ball(Vector3 middle, double radius) {
        return point -> point.minus(middle).length() <= radius;
    }

    static KidneySurface surface(LabelMap labels, Side side, SurfaceOptions options) throws Exception {
        return maker().surface(labels, side, options, new NullProgressMonitor()).orElseThrow();
    }

    /** A ball of triangles, exactly on the sphere at its vertices: rings of latitude with poles. */
    static Mesh sphere(Vector3 middle, double radius, int rings) {
        int around = 2 * rings;
        float[] points = new float[3 * (2 + (rings - 1) * around)];
        put(points, 0, middle.plus(new Vector3(0, 0, radius)));
        put(points, 1, middle.plus(new Vector3(0, 0, -radius)));
        for (int ring = 1; ring < rings; ring++) {
            double polar = Math.PI * ring / rings;
            for (int i = 0; i < around; i++) {
                double azimuth = 2 * Math.PI * i / around;
                put(points, 2 + (ring - 1) * around + i, middle.plus(new Vector3(Math.sin(polar) * Math.cos(azimuth),
                        Math.sin(polar) * Math.sin(azimuth), Math.cos(polar)).times(radius)));
            }
        }
        int[] triangles = new int[6 * around * (rings - 1)];
        int next = 0;
        for (int i = 0; i < around; i++) {
            int j = (i + 1) % around;
            next = add(triangles, next, 0, 2 + i, 2 + j);
            int last = 2 + (rings - 2) * around;
            next = add(triangles, next, 1, last + j, last + i);
            for (int ring = 0; ring < rings - 2; ring++) {
                int upper = 2 + ring * around;
                int lower = upper + around;
                next = add(triangles, next, upper + i, lower + i, lower + j);
                next = add(triangles, next, upper + i, lower + j, upper + j);
            }
        }
        return new Mesh(points, triangles);
    }

    /** A box of 12 triangles. */
    static Mesh box(Vector3 low, Vector3 high) {
        float[] points = new float[24];
        for (int corner = 0; corner < 8; corner++) {
            put(points, corner, new Vector3((corner & 1) == 0 ? low.x() : high.x(),
                    (corner & 2) == 0 ? low.y() : high.y(), (corner & 4) == 0 ? low.z() : high.z()));
        }
        return new Mesh(points, new int[] {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2,
            2, 4, 6, 1, 3, 5, 3, 7, 5});
    }

    private static int add(int[] triangles, int place, int a, int b, int c) {
        triangles[place] = a;
        triangles[place + 1] = b;
        triangles[place + 2] = c;
        return place + 3;
    }

    private static void put(float[] points, int vertex, Vector3 point) {
        points[3 * vertex] = (float) point.x();
        points[3 * vertex + 1] = (float) point.y();
        points[3 * vertex + 2] = (float) point.z();
    }

    /** The enclosed volume in cubic millimetres; positive when triangles are counter-clockwise seen from outside. */
    static double volumeMm3(Mesh mesh) {
        double sum = 0;
        for (int t = 0; t < mesh.triangles().length; t += 3) {
            Vector3 a = mesh.point(mesh.triangles()[t]);
            sum += a.dot(mesh.point(mesh.triangles()[t + 1]).cross(mesh.point(mesh.triangles()[t + 2]))) / 6;
        }
        return sum;
    }

    static double areaMm2(Mesh mesh) {
        double sum = 0;
        for (int t = 0; t < mesh.triangles().length; t += 3) {
            Vector3 a = mesh.point(mesh.triangles()[t]);
            sum += mesh.point(mesh.triangles()[t + 1]).minus(a).cross(mesh.point(mesh.triangles()[t + 2]).minus(a))
                    .length() / 2;
        }
        return sum;
    }

    /** The centre of the enclosed volume. */
    static Vector3 centreMm(Mesh mesh) {
        Vector3 sum = new Vector3(0, 0, 0);
        Vector3 origin = mesh.point(0);
        double volume = 0;
        for (int t = 0; t < mesh.triangles().length; t += 3) {
            Vector3 a = mesh.point(mesh.triangles()[t]).minus(origin);
            Vector3 b = mesh.point(mesh.triangles()[t + 1]).minus(origin);
            Vector3 c = mesh.point(mesh.triangles()[t + 2]).minus(origin);
            double one = a.dot(b.cross(c)) / 6;
            sum = sum.plus(a.plus(b).plus(c).times(one / 4));
            volume += one;
        }
        return origin.plus(sum.times(1 / volume));
    }

    /** Edges that do not have exactly one triangle on each side; none when the surface is closed. */
    static int openEdges(Mesh mesh) {
        Map<Long, Integer> sum = new HashMap<>();
        for (int i = 0; i < mesh.triangles().length; i++) {
            long from = mesh.triangles()[i];
            long to = mesh.triangles()[i % 3 == 2 ? i - 2 : i + 1];
            sum.merge(Math.min(from, to) << 32 | Math.max(from, to), from < to ? 1 : -1, Integer::sum);
        }
        return (int) sum.values().stream().filter(each -> each != 0).count();
    }

    /** Number of parts that hang together. */
    static int parts(Mesh mesh) {
        int[] root = new int[mesh.pointCount()];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
        }
        for (int i = 0; i < mesh.triangles().length; i++) {
            root[find(root, mesh.triangles()[i])] = find(root, mesh.triangles()[i - i % 3]);
        }
        int parts = 0;
        for (int i = 0; i < root.length; i++) {
            parts += root[i] == i ? 1 : 0;
        }
        return parts;
    }

    private static int find(int[] root, int vertex) {
        int i = vertex;
        while (root[i] != i) {
            root[i] = root[root[i]];
            i = root[i];
        }
        return i;
    }
}
