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
     * @param mask where to mark, x fastest
     * @param offset the place of pixel (0, 0) in {@code mask}
     */
    static void fill(List<double[][]> polygons, int nx, int ny, boolean[] mask, int offset) {
        int edges = polygons.stream().mapToInt(polygon -> polygon[0].length).sum();
        double[] crossings = new double[edges];
        for (int y = 0; y < ny; y++) {
            int count = 0;
            for (double[][] polygon : polygons) {
                count = crossings(polygon, y, crossings, count);
            }
            Arrays.sort(crossings, 0, count);
            for (int i = 0; i + 1 < count; i += 2) {
                int from = (int) Math.max(0, Math.ceil(crossings[i]));
                int to = (int) Math.min(nx, Math.ceil(crossings[i + 1]));
                if (from < to) {
                    Arrays.fill(mask, offset + y * nx + from, offset + y * nx + to, true);
                }
            }
        }
    }

    private static int crossings(double[][] polygon, int y, double[] crossings, int count) {
        double[] xs = polygon[0];
        double[] ys = polygon[1];
        int found = count;
        int last = xs.length - 1;
        for (int i = 0, before = last; i <= last; before = i++) {
            if (ys[before] <= y != ys[i] <= y) {
                crossings[found++] = xs[before] + (y - ys[before]) / (ys[i] - ys[before]) * (xs[i] - xs[before]);
            }
        }
        return found;
    }
}
