package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class EvenOddTest {

    @Test
    void triangle_takesTheCentresInside() {
        // Corners (0,0) (4,0) (0,4): row y takes x from 0 to below 4 - y, and row 0 begins on the lower edge, so
        // 4 + 3 + 2 + 1 pixels.
        boolean[] mask = fill(List.<double[][]>of(polygon(0, 0, 4, 0, 0, 4)), 6, 5);
        assertEquals("""
                xxxx..
                xxx...
                xx....
                x.....
                ......
                """, drawn(mask, 6));
    }

    @Test
    void contourInsideAnother_isAHole() {
        boolean[] mask = fill(List.of(polygon(-0.5, -0.5, 4.5, -0.5, 4.5, 4.5, -0.5, 4.5),
                polygon(0.5, 1.5, 2.5, 1.5, 2.5, 3.5, 0.5, 3.5)), 6, 5);
        assertEquals("""
                xxxxx.
                xxxxx.
                x..xx.
                x..xx.
                xxxxx.
                """, drawn(mask, 6));
    }

    @Test
    void neighboursThatShareAnEdge_shareNoPixel() {
        // The common edge runs through the centres of x = 3: only the right one has them.
        boolean[] left = fill(List.<double[][]>of(polygon(0, 0, 3, 0, 3, 4, 0, 4)), 6, 4);
        boolean[] right = fill(List.<double[][]>of(polygon(3, 0, 5, 0, 5, 4, 3, 4)), 6, 4);
        assertEquals("xxx...\n".repeat(4), drawn(left, 6));
        assertEquals("...xx.\n".repeat(4), drawn(right, 6));
    }

    @Test
    void randomPolygons_agreeWithARayFromEachCentre() {
        Random random = new Random(11);
        for (int trial = 0; trial < 200; trial++) {
            List<double[][]> polygons = new ArrayList<>();
            for (int p = 0; p <= random.nextInt(3); p++) {
                double[] numbers = random.doubles(2L * (3 + random.nextInt(8)), -3, 15).toArray();
                polygons.add(polygon(numbers));
            }
            assertArrayEquals(reference(polygons, 13, 11), fill(polygons, 13, 11), "trial " + trial);
        }
    }

    /** Counts the edges that a ray to the right from each centre crosses; no corner is at a centre's height here. */
    private static boolean[] reference(List<double[][]> polygons, int nx, int ny) {
        boolean[] mask = new boolean[nx * ny];
        for (int i = 0; i < mask.length; i++) {
            for (double[][] polygon : polygons) {
                int n = polygon[0].length;
                for (int e = 0; e < n; e++) {
                    mask[i] ^= isCrossed(polygon, e, (e + 1) % n, i % nx, i / nx);
                }
            }
        }
        return mask;
    }

    private static boolean isCrossed(double[][] polygon, int a, int b, int x, int y) {
        double low = Math.min(polygon[1][a], polygon[1][b]);
        double high = Math.max(polygon[1][a], polygon[1][b]);
        if (y < low || y > high) {
            return false;
        }
        double share = (y - polygon[1][a]) / (polygon[1][b] - polygon[1][a]);
        return polygon[0][a] + share * (polygon[0][b] - polygon[0][a]) > x;
    }

    private static boolean[] fill(List<double[][]> polygons, int nx, int ny) {
        boolean[] mask = new boolean[nx * ny];
        EvenOdd.fill(polygons, 0, 0, nx, ny, mask);
        return mask;
    }

    static double[][] polygon(double... xy) {
        double[][] polygon = new double[2][xy.length / 2];
        for (int i = 0; i < xy.length; i++) {
            polygon[i % 2][i / 2] = xy[i];
        }
        return polygon;
    }

    private static String drawn(boolean[] mask, int nx) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < mask.length; i++) {
            text.append(mask[i] ? 'x' : '.').append(i % nx == nx - 1 ? "\n" : "");
        }
        return text.toString();
    }
}
