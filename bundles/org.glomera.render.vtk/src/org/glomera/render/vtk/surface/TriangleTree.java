package org.glomera.render.vtk.surface;

import java.util.Arrays;

/**
 * Finds the point of a surface that is nearest to a point: a complete binary tree of boxes, each halved at the median of
 * its triangles' centres along the axis in which they spread most. Safe for use by several threads, each with a
 * {@link Hit} of its own.
 */
final class TriangleTree {

    /** Where on a triangle the nearest point lies: inside, on one of its edges or at one of its corners. */
    static final int FACE = 0;
    /** On the edge from corner 0 to corner 1; the next two numbers are the edges 1 to 2 and 2 to 0. */
    static final int EDGE = 1;
    /** At corner 0; the next two numbers are the corners 1 and 2. */
    static final int CORNER = 4;

    private static final int LEAF = 4;
    private static final int DEEPEST = 64;

    /** The nearest point that was found, and where the next search begins. */
    static final class Hit {
        /** The triangle by its number in the surface. */
        int triangle;
        /** Where on it: {@link #FACE}, {@link #EDGE} or {@link #CORNER} and the two that follow each. */
        int feature;
        double squared;
        double x;
        double y;
        double z;
        private int place;
        private final int[] nodes = new int[DEEPEST];
        private final double[] bounds = new double[DEEPEST];

        double distance() {
            return Math.sqrt(squared);
        }
    }

    private final double[] corners;
    private final int[] order;
    private final int firstLeaf;
    private final double[] boxes;

    TriangleTree(Shape shape) {
        int count = shape.triangleCount();
        int leaves = Integer.highestOneBit(Math.max(1, count / LEAF));
        firstLeaf = leaves - 1;
        order = new int[count];
        Arrays.setAll(order, t -> t);
        halve(centres(shape), 0, leaves);
        corners = new double[9 * count];
        for (int place = 0; place < count; place++) {
            for (int corner = 0; corner < 3; corner++) {
                System.arraycopy(shape.points(), 3 * shape.triangles()[3 * order[place] + corner], corners,
                        9 * place + 3 * corner, 3);
            }
        }
        boxes = new double[6 * (2 * leaves - 1)];
        fillBoxes();
    }

    /** The first place of a leaf; leaves share the triangles evenly. */
    private int first(int leaf) {
        return (int) ((long) order.length * leaf / (firstLeaf + 1));
    }

    private static double[] centres(Shape shape) {
        double[] centres = new double[shape.triangles().length];
        for (int t = 0; t < centres.length; t += 3) {
            for (int corner = 0; corner < 3; corner++) {
                int vertex = 3 * shape.triangles()[t + corner];
                for (int axis = 0; axis < 3; axis++) {
                    centres[t + axis] += shape.points()[vertex + axis];
                }
            }
        }
        return centres;
    }

    /** Puts the triangles of some leaves in order, so that each half of them lies on its side of a plane. */
    private void halve(double[] centres, int leaf, int leaves) {
        int from = first(leaf);
        int end = first(leaf + leaves);
        if (leaves < 2 || end - from < 2) {
            return;
        }
        int middle = first(leaf + leaves / 2);
        select(centres, widestAxis(centres, from, end), from, end - 1, middle);
        halve(centres, leaf, leaves / 2);
        halve(centres, leaf + leaves / 2, leaves / 2);
    }

    private int widestAxis(double[] centres, int from, int end) {
        int widest = 0;
        double width = -1;
        for (int axis = 0; axis < 3; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int place = from; place < end; place++) {
                double value = centres[3 * order[place] + axis];
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            if (high - low > width) {
                width = high - low;
                widest = axis;
            }
        }
        return widest;
    }

    /** Quickselect: afterwards nothing before {@code wanted} is larger than what is there, and nothing after smaller. */
    private void select(double[] centres, int axis, int from, int to, int wanted) {
        int left = from;
        int right = to;
        while (left < right) {
            double pivot = centres[3 * order[(left + right) >>> 1] + axis];
            int i = left;
            int j = right;
            while (i <= j) {
                while (centres[3 * order[i] + axis] < pivot) {
                    i++;
                }
                while (centres[3 * order[j] + axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = order[i];
                    order[i++] = order[j];
                    order[j--] = swapped;
                }
            }
            if (wanted <= j) {
                right = j;
            } else if (wanted >= i) {
                left = i;
            } else {
                return;
            }
        }
    }

    private void fillBoxes() {
        for (int node = boxes.length / 6 - 1; node >= 0; node--) {
            int box = 6 * node;
            Arrays.fill(boxes, box, box + 3, Double.POSITIVE_INFINITY);
            Arrays.fill(boxes, box + 3, box + 6, Double.NEGATIVE_INFINITY);
            if (node >= firstLeaf) {
                for (int i = 9 * first(node - firstLeaf); i < 9 * first(node - firstLeaf + 1); i++) {
                    boxes[box + i % 3] = Math.min(boxes[box + i % 3], corners[i]);
                    boxes[box + 3 + i % 3] = Math.max(boxes[box + 3 + i % 3], corners[i]);
                }
            } else {
                for (int child = 6 * (2 * node + 1); child <= 6 * (2 * node + 2); child += 6) {
                    for (int axis = 0; axis < 3; axis++) {
                        boxes[box + axis] = Math.min(boxes[box + axis], boxes[child + axis]);
                        boxes[box + 3 + axis] = Math.max(boxes[box + 3 + axis], boxes[child + 3 + axis]);
                    }
                }
            }
        }
    }

    /** Finds the nearest point; quick when the last point that was looked for with this hit was near. */
    void nearest(double px, double py, double pz, Hit hit) {
        hit.squared = Double.POSITIVE_INFINITY;
        if (9 * hit.place >= corners.length) {
            hit.place = 0;
        }
        nearer(hit.place, px, py, pz, hit);
        int depth = 0;
        hit.nodes[0] = 0;
        hit.bounds[0] = toBox(0, px, py, pz);
        while (depth >= 0) {
            int node = hit.nodes[depth];
            if (hit.bounds[depth--] >= hit.squared) {
                continue;
            }
            if (node >= firstLeaf) {
                int end = first(node - firstLeaf + 1);
                for (int place = first(node - firstLeaf); place < end; place++) {
                    nearer(place, px, py, pz, hit);
                }
                continue;
            }
            int left = 2 * node + 1;
            double toLeft = toBox(left, px, py, pz);
            double toRight = toBox(left + 1, px, py, pz);
            boolean leftFirst = toLeft <= toRight;
            double later = leftFirst ? toRight : toLeft;
            if (later < hit.squared) {
                hit.nodes[++depth] = leftFirst ? left + 1 : left;
                hit.bounds[depth] = later;
            }
            hit.nodes[++depth] = leftFirst ? left : left + 1;
            hit.bounds[depth] = leftFirst ? toLeft : toRight;
        }
        hit.triangle = order[hit.place];
    }

    private double toBox(int node, double x, double y, double z) {
        int box = 6 * node;
        double dx = Math.max(0, Math.max(boxes[box] - x, x - boxes[box + 3]));
        double dy = Math.max(0, Math.max(boxes[box + 1] - y, y - boxes[box + 4]));
        double dz = Math.max(0, Math.max(boxes[box + 2] - z, z - boxes[box + 5]));
        return dx * dx + dy * dy + dz * dz;
    }

    private void nearer(int place, double px, double py, double pz, Hit hit) {
        double before = hit.squared;
        nearer(corners, 9 * place, px, py, pz, hit);
        if (hit.squared < before) {
            hit.place = place;
        }
    }

    /**
     * Takes the nearest point of one triangle when it is nearer than what was found before. By regions: C. Ericson,
     * Real-Time Collision Detection, 2005, section 5.1.5.
     *
     * @param corners x, y, z of three corners, from {@code i} on
     */
    static void nearer(double[] corners, int i, double px, double py, double pz, Hit hit) {
        double ax = corners[i];
        double ay = corners[i + 1];
        double az = corners[i + 2];
        double abx = corners[i + 3] - ax;
        double aby = corners[i + 4] - ay;
        double abz = corners[i + 5] - az;
        double acx = corners[i + 6] - ax;
        double acy = corners[i + 7] - ay;
        double acz = corners[i + 8] - az;
        double apx = px - ax;
        double apy = py - ay;
        double apz = pz - az;
        double d1 = abx * apx + aby * apy + abz * apz;
        double d2 = acx * apx + acy * apy + acz * apz;
        double abab = abx * abx + aby * aby + abz * abz;
        double abac = abx * acx + aby * acy + abz * acz;
        double acac = acx * acx + acy * acy + acz * acz;
        double d3 = d1 - abab;
        double d4 = d2 - abac;
        double d5 = d1 - abac;
        double d6 = d2 - acac;
        double v;
        double w;
        int feature;
        double vc = d1 * d4 - d3 * d2;
        double vb = d5 * d2 - d1 * d6;
        double va = d3 * d6 - d5 * d4;
        if (d1 <= 0 && d2 <= 0) {
            v = 0;
            w = 0;
            feature = CORNER;
        } else if (d3 >= 0 && d4 <= d3) {
            v = 1;
            w = 0;
            feature = CORNER + 1;
        } else if (d6 >= 0 && d5 <= d6) {
            v = 0;
            w = 1;
            feature = CORNER + 2;
        } else if (vc <= 0 && d1 >= 0 && d3 <= 0) {
            v = d1 / (d1 - d3);
            w = 0;
            feature = EDGE;
        } else if (vb <= 0 && d2 >= 0 && d6 <= 0) {
            v = 0;
            w = d2 / (d2 - d6);
            feature = EDGE + 2;
        } else if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
            w = (d4 - d3) / (d4 - d3 + d5 - d6);
            v = 1 - w;
            feature = EDGE + 1;
        } else {
            double sum = 1 / (va + vb + vc);
            v = vb * sum;
            w = vc * sum;
            feature = FACE;
        }
        double x = ax + v * abx + w * acx;
        double y = ay + v * aby + w * acy;
        double z = az + v * abz + w * acz;
        double squared = (px - x) * (px - x) + (py - y) * (py - y) + (pz - z) * (pz - z);
        if (squared < hit.squared) {
            hit.squared = squared;
            hit.x = x;
            hit.y = y;
            hit.z = z;
            hit.feature = feature;
        }
    }
}
