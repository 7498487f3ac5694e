package org.glomera.render.vtk.surface;

import java.util.Arrays;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Thins a closed surface out by putting the two ends of an edge together, cheapest edges first, where the cost is the
 * sum of the squared distances from the planes of the triangles that went into both ends (M. Garland, P. S. Heckbert: Surface
 * simplification using quadric error metrics, SIGGRAPH 1997). An edge stays where its collapse would open the surface,
 * make two sheets meet, turn a triangle over, or make one that is thin or long; so what was closed stays closed, no part
 * vanishes, and there are vertices everywhere to carry values. The edges are passed several times with a rising bound
 * rather than sorted, which gives nearly the same surface in a fraction of the time.
 */
final class Thinning {

    private static final int SWEEPS = 5;
    private static final double BOUND_FACTOR = 4;
    /** Pulls towards the middle of the edge, so that a place is defined on flat parts; a share of the trace. */
    private static final double PULL = 1e-3;
    /** Cosine of the largest angle by which a triangle may turn. */
    private static final double SMALLEST_COSINE = 0.75;
    /** Shape of a triangle: 1 is equilateral, 0 has no area. */
    private static final double THINNEST = 0.15;
    private static final double EQUILATERAL = 4 * Math.sqrt(3);
    /** Edges may become so many times as long as they were on average. */
    private static final double LONGEST = 3.5;
    private static final int BETWEEN_QUESTIONS = 1 << 12;
    /** Numbers of a quadric: the upper half of its symmetric 4 x 4 matrix row by row. */
    private static final int QUADRIC = 10;

    private final double[] points;
    private final int[] triangles;
    private final double[] origin;
    private final double[] quadrics;
    /** The corners of triangles at a vertex are a list: its first one, and the one after each. */
    private final int[] heads;
    private final int[] next;
    private final int[] seen;
    private final int[] common;
    private final double longestSquared;
    private final double[] place = new double[3];
    private int stamp;
    private int alive;

    private Thinning(Shape shape) {
        points = shape.points().clone();
        triangles = shape.triangles().clone();
        origin = Arrays.copyOf(points, 3);
        for (int i = 0; i < points.length; i++) {
            points[i] -= origin[i % 3];
        }
        alive = shape.triangleCount();
        heads = new int[shape.pointCount()];
        next = new int[triangles.length];
        seen = new int[shape.pointCount()];
        common = new int[shape.pointCount()];
        quadrics = new double[QUADRIC * shape.pointCount()];
        double edge = LONGEST * fillQuadrics();
        longestSquared = edge * edge;
    }

    /**
     * Thins a surface out.
     *
     * @param wanted number of triangles at which to stop
     * @param mostMm the largest distance from any plane of the triangles it stands for that a vertex may get
     */
    static Shape of(Shape shape, int wanted, double mostMm, IProgressMonitor monitor) {
        if (shape.triangleCount() <= wanted) {
            return shape;
        }
        Thinning thinning = new Thinning(shape);
        double bound = mostMm * mostMm / Math.pow(BOUND_FACTOR, SWEEPS - 1);
        for (int sweep = 0; sweep < SWEEPS && thinning.alive > wanted; sweep++) {
            thinning.linkCorners();
            thinning.sweep(bound, wanted, monitor);
            bound *= BOUND_FACTOR;
        }
        return thinning.result();
    }

    /** Adds the plane of each triangle to its corners; gives the mean length of an edge. */
    private double fillQuadrics() {
        Shape shape = new Shape(points, triangles);
        double[] normal = new double[3];
        double edges = 0;
        for (int t = 0; t < triangles.length; t += 3) {
            shape.normal(t / 3, normal);
            double twice = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
            edges += Math.sqrt(squared(3 * triangles[t], 3 * triangles[t + 1]));
            if (twice > 0) {
                for (int axis = 0; axis < 3; axis++) {
                    normal[axis] /= twice;
                }
                int on = 3 * triangles[t];
                double d = -(normal[0] * points[on] + normal[1] * points[on + 1] + normal[2] * points[on + 2]);
                for (int corner = 0; corner < 3; corner++) {
                    addPlane(QUADRIC * triangles[t + corner], normal, d);
                }
            }
        }
        return edges / shape.triangleCount();
    }

    private void addPlane(int q, double[] normal, double d) {
        double a = normal[0];
        double b = normal[1];
        double c = normal[2];
        quadrics[q] += a * a;
        quadrics[q + 1] += a * b;
        quadrics[q + 2] += a * c;
        quadrics[q + 3] += a * d;
        quadrics[q + 4] += b * b;
        quadrics[q + 5] += b * c;
        quadrics[q + 6] += b * d;
        quadrics[q + 7] += c * c;
        quadrics[q + 8] += c * d;
        quadrics[q + 9] += d * d;
    }

    private double squared(int a, int b) {
        double x = points[a] - points[b];
        double y = points[a + 1] - points[b + 1];
        double z = points[a + 2] - points[b + 2];
        return x * x + y * y + z * z;
    }

    private void linkCorners() {
        Arrays.fill(heads, -1);
        for (int corner = 0; corner < triangles.length; corner++) {
            int vertex = triangles[corner];
            if (vertex >= 0) {
                next[corner] = heads[vertex];
                heads[vertex] = corner;
            }
        }
    }

    private void sweep(double bound, int wanted, IProgressMonitor monitor) {
        for (int corner = 0; corner < triangles.length && alive > wanted; corner++) {
            if (corner % BETWEEN_QUESTIONS == 0) {
                MaskBox.checkCanceled(monitor);
            }
            int kept = triangles[corner];
            int gone = triangles[following(corner)];
            if (kept >= 0 && kept < gone && cost(kept, gone) <= bound && isManifold(kept, gone)
                    && staysWhole(kept, gone) && staysWhole(gone, kept)) {
                collapse(kept, gone);
            }
        }
    }

    private static int following(int corner) {
        return corner % 3 == 2 ? corner - 2 : corner + 1;
    }

    /** Puts the best place for both ends into {@link #place}; gives the sum of its squared distances from all planes. */
    private double cost(int a, int b) {
        int p = QUADRIC * a;
        int q = QUADRIC * b;
        double xx = quadrics[p] + quadrics[q];
        double xy = quadrics[p + 1] + quadrics[q + 1];
        double xz = quadrics[p + 2] + quadrics[q + 2];
        double xd = quadrics[p + 3] + quadrics[q + 3];
        double yy = quadrics[p + 4] + quadrics[q + 4];
        double yz = quadrics[p + 5] + quadrics[q + 5];
        double yd = quadrics[p + 6] + quadrics[q + 6];
        double zz = quadrics[p + 7] + quadrics[q + 7];
        double zd = quadrics[p + 8] + quadrics[q + 8];
        double pull = PULL * (xx + yy + zz);
        double mx = (points[3 * a] + points[3 * b]) / 2;
        double my = (points[3 * a + 1] + points[3 * b + 1]) / 2;
        double mz = (points[3 * a + 2] + points[3 * b + 2]) / 2;
        double rx = pull * mx - xd;
        double ry = pull * my - yd;
        double rz = pull * mz - zd;
        double ax = xx + pull;
        double ay = yy + pull;
        double az = zz + pull;
        double cofactorX = ay * az - yz * yz;
        double cofactorY = xz * yz - xy * az;
        double cofactorZ = xy * yz - xz * ay;
        double determinant = ax * cofactorX + xy * cofactorY + xz * cofactorZ;
        double x = (rx * cofactorX + ry * cofactorY + rz * cofactorZ) / determinant;
        double y = (rx * cofactorY + ry * (ax * az - xz * xz) + rz * (xy * xz - ax * yz)) / determinant;
        double z = (rx * cofactorZ + ry * (xy * xz - ax * yz) + rz * (ax * ay - xy * xy)) / determinant;
        place[0] = x;
        place[1] = y;
        place[2] = z;
        return x * (xx * x + 2 * (xy * y + xz * z + xd)) + y * (yy * y + 2 * (yz * z + yd))
                + z * (zz * z + 2 * zd) + quadrics[p + 9] + quadrics[q + 9];
    }

    /**
     * Whether the surface stays closed and no two sheets meet: both ends have exactly two neighbours in common, those
     * of the edge's two triangles, and are not on a tetrahedron (link condition).
     */
    private boolean isManifold(int kept, int gone) {
        stamp++;
        int shared = 0;
        int atKept = 0;
        for (int corner = heads[kept]; corner >= 0; corner = next[corner]) {
            if (triangles[corner] >= 0) {
                int one = triangles[following(corner)];
                int other = triangles[following(following(corner))];
                seen[one] = stamp;
                seen[other] = stamp;
                shared += one == gone || other == gone ? 1 : 0;
                atKept++;
            }
        }
        int atGone = 0;
        int both = 0;
        for (int corner = heads[gone]; corner >= 0; corner = next[corner]) {
            if (triangles[corner] >= 0) {
                both += isNewCommon(triangles[following(corner)]) + isNewCommon(
                        triangles[following(following(corner))]);
                atGone++;
            }
        }
        return shared == 2 && both == 2 && (atKept > 3 || atGone > 3);
    }

    private int isNewCommon(int vertex) {
        if (seen[vertex] == stamp && common[vertex] != stamp) {
            common[vertex] = stamp;
            return 1;
        }
        return 0;
    }

    /** Whether the triangles of one end, but for the two that vanish, keep their side and shape at the new place. */
    private boolean staysWhole(int vertex, int other) {
        for (int corner = heads[vertex]; corner >= 0; corner = next[corner]) {
            if (triangles[corner] >= 0) {
                int one = triangles[following(corner)];
                int two = triangles[following(following(corner))];
                if (one != other && two != other && !isFit(3 * vertex, 3 * one, 3 * two)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isFit(int old, int b, int c) {
        double ux = points[b] - place[0];
        double uy = points[b + 1] - place[1];
        double uz = points[b + 2] - place[2];
        double vx = points[c] - place[0];
        double vy = points[c + 1] - place[1];
        double vz = points[c + 2] - place[2];
        double uu = ux * ux + uy * uy + uz * uz;
        double vv = vx * vx + vy * vy + vz * vz;
        if (uu > longestSquared || vv > longestSquared) {
            return false;
        }
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        double twice = Math.sqrt(nx * nx + ny * ny + nz * nz);
        if (twice * EQUILATERAL / 2 < THINNEST * (uu + vv + squared(b, c))) {
            return false;
        }
        double sx = points[b] - points[old];
        double sy = points[b + 1] - points[old + 1];
        double sz = points[b + 2] - points[old + 2];
        double tx = points[c] - points[old];
        double ty = points[c + 1] - points[old + 1];
        double tz = points[c + 2] - points[old + 2];
        double ox = sy * tz - sz * ty;
        double oy = sz * tx - sx * tz;
        double oz = sx * ty - sy * tx;
        return nx * ox + ny * oy + nz * oz > SMALLEST_COSINE * twice * Math.sqrt(ox * ox + oy * oy + oz * oz);
    }

    private void collapse(int kept, int gone) {
        System.arraycopy(place, 0, points, 3 * kept, 3);
        for (int i = 0; i < QUADRIC; i++) {
            quadrics[QUADRIC * kept + i] += quadrics[QUADRIC * gone + i];
        }
        int last = -1;
        for (int corner = heads[gone]; corner >= 0; corner = next[corner]) {
            last = corner;
            if (triangles[corner] < 0) {
                continue;
            }
            if (triangles[following(corner)] == kept || triangles[following(following(corner))] == kept) {
                Arrays.fill(triangles, corner - corner % 3, corner - corner % 3 + 3, -1);
                alive--;
            } else {
                triangles[corner] = kept;
            }
        }
        next[last] = heads[kept];
        heads[kept] = heads[gone];
        heads[gone] = -1;
    }

    private Shape result() {
        int[] numbers = new int[points.length / 3];
        Arrays.fill(numbers, -1);
        int[] left = new int[3 * alive];
        double[] used = new double[points.length];
        int corners = 0;
        int vertices = 0;
        for (int vertex : triangles) {
            if (vertex >= 0) {
                if (numbers[vertex] < 0) {
                    for (int axis = 0; axis < 3; axis++) {
                        used[3 * vertices + axis] = points[3 * vertex + axis] + origin[axis];
                    }
                    numbers[vertex] = vertices++;
                }
                left[corners++] = numbers[vertex];
            }
        }
        return new Shape(Arrays.copyOf(used, 3 * vertices), left);
    }
}
