package org.glomera.dicom;

import java.util.Arrays;
import java.util.List;

/** Fills polygons by the even-odd rule, scan line by scan line. */
final class EvenOdd {

    private EvenOdd() {
    }

    /**
     * Marks the pixels whose centre lies within an odd number of polygons. An edge takes its lower end but not its
     * upper one, and a span takes its left border but not its right one, so that polygons that share an edge share no
     * pixel.
     *
     * @param polygons each the x and the y of its corners; pixel centres are at whole numbers
     * @param x0 the x of the first pixel
     * @param y0 the y of the first pixel
     * @param mask where to mark, x fastest
     */
    static void fill(List<double[][]> polygons, int x0, int y0, int nx, int ny, boolean[] mask) {
        int[] ends = new int[ny + 1];
        forEachCrossing(polygons, y0, ny, (row, x) -> ends[row + 1]++);
        for (int row = 0; row < ny; row++) {
            ends[row + 1] += ends[row];
        }
        double[] crossings = new double[ends[ny]];
        int[] next = ends.clone();
        forEachCrossing(polygons, y0, ny, (row, x) -> crossings[next[row]++] = x);
        for (int row = 0; row < ny; row++) {
            Arrays.sort(crossings, ends[row], ends[row + 1]);
            for (int i = ends[row]; i + 1 < ends[row + 1]; i += 2) {
                int from = (int) Math.max(0, Math.ceil(crossings[i]) - x0);
                int to = (int) Math.min(nx, Math.ceil(crossings[i + 1]) - x0);
                if (from < to) {
                    Arrays.fill(mask, row * nx + from, row * nx + to, true);
                }
            }
        }
    }

    /** Tells where edges cross the lines through the centres of rows. */
    private static void forEachCrossing(List<double[][]> polygons, int y0, int ny, Crossing crossing) {
        for (double[][] polygon : polygons) {
            double[] xs = polygon[0];
            double[] ys = polygon[1];
            int last = xs.length - 1;
            for (int i = 0, before = last; i <= last; before = i++) {
                double first = Math.ceil(Math.min(ys[before], ys[i]));
                double end = Math.ceil(Math.max(ys[before], ys[i]));
                int from = (int) Math.max(0, first - y0);
                int to = (int) Math.min(ny, end - y0);
                for (int row = from; row < to; row++) {
                    double share = (y0 + row - ys[before]) / (ys[i] - ys[before]);
                    crossing.at(row, xs[before] + share * (xs[i] - xs[before]));
                }
            }
        }
    }

    /** Whether a point is within an odd number of polygons, by the same rule for borders. */
    static boolean contains(List<double[][]> polygons, double x, double y) {
        boolean odd = false;
        for (double[][] polygon : polygons) {
            double[] xs = polygon[0];
            double[] ys = polygon[1];
            int last = xs.length - 1;
            for (int i = 0, before = last; i <= last; before = i++) {
                if (ys[before] <= y != ys[i] <= y) {
                    odd ^= xs[before] + (y - ys[before]) / (ys[i] - ys[before]) * (xs[i] - xs[before]) <= x;
                }
            }
        }
        return odd;
    }

    @FunctionalInterface
    private interface Crossing {
        void at(int row, double x);
    }
}
