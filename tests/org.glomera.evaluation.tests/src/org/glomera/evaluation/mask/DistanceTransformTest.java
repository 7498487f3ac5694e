package org.glomera.evaluation.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.glomera.core.geometry.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTransformTest {

    /** Square roots of sums in another order differ in the last digits only. */
    private static final double ROUNDING = 1e-12;
    /** The map is in single precision: 24 bits of distances below 100 mm. */
    private static final double SINGLE = 100 * Math.pow(2, -24);

    @Test
    void distance_fromOneVoxelIsThatOfTheCentresInMillimetres() {
        // 4 x 3 x 2 voxels of 1.5 x 2 x 4 mm, from voxel (1, 2, 0)
        DistanceTransform transform = new DistanceTransform(4, 3, 2, new Vector3(1.5, 2, 4), new int[] {9});
        // (1, 2, 0): 0; (3, 2, 0): 2 * 1.5; (1, 0, 0): 2 * 2; (1, 2, 1): 4; (3, 0, 1): sqrt(9 + 16 + 16)
        assertArrayEquals(new double[] {0, 3, 4, 4, Math.sqrt(41)},
                transform.distancesMm(new int[] {9, 11, 1, 21, 15}), ROUNDING);
    }

    @Test
    void nearest_isByMillimetresAndNotByVoxels() {
        // in a row along z, 10 mm apart, and along x, 1 mm apart: from (0, 0, 0) the feature four voxels away along x
        // is nearer (4 mm) than the one next to it along z (10 mm)
        DistanceTransform transform = new DistanceTransform(5, 1, 2, new Vector3(1, 1, 10), new int[] {4, 5});
        assertArrayEquals(new double[] {4}, transform.distancesMm(new int[] {0}), ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"13, 9, 7, 0.05", "70, 6, 5, 0.01", "1, 17, 3, 0.2", "5, 1, 40, 0.03", "33, 12, 1, 0.5",
            "6, 6, 6, 1"})
    void everyDistance_isThatOfTheSlowReference(int nx, int ny, int nz, double share) {
        Vector3 spacing = new Vector3(0.7, 1.9, 3.2);
        Random random = new Random(nx);
        int[] all = IntStream.range(0, nx * ny * nz).toArray();
        int[] features = Arrays.stream(all).filter(i -> i == nx || random.nextDouble() < share).toArray();
        DistanceTransform transform = new DistanceTransform(nx, ny, nz, spacing, features);
        double[] slow = Arrays.stream(all).mapToDouble(i -> slow(nx, ny, spacing, i, features)).toArray();
        assertArrayEquals(slow, transform.distancesMm(all), ROUNDING);
        float[] map = transform.mapMm();
        for (int i : all) {
            assertEquals(slow[i], map[i], SINGLE);
        }
        // some voxels alone, in any order and one of them twice
        int[] some = {all.length - 1, 0, all.length / 2, 0};
        assertArrayEquals(Arrays.stream(some).mapToDouble(i -> slow[i]).toArray(), transform.distancesMm(some),
                ROUNDING);
    }

    /** The smallest of all distances. */
    private static double slow(int nx, int ny, Vector3 spacing, int voxel, int[] features) {
        double least = Double.POSITIVE_INFINITY;
        for (int feature : features) {
            double x = (voxel % nx - feature % nx) * spacing.x();
            double y = (voxel / nx % ny - feature / nx % ny) * spacing.y();
            double z = (voxel / nx / ny - feature / nx / ny) * spacing.z();
            least = Math.min(least, Math.sqrt(x * x + y * y + z * z));
        }
        return least;
    }

    /**
     * Python 3.13, numpy 2.4.6, scipy 1.17.1:
     *
     * <pre>
     * import numpy as np
     * from scipy.ndimage import binary_erosion, distance_transform_edt
     * x, y, z = np.mgrid[:40, :36, :28]
     * a = ((x - 18) / 11) ** 2 + ((y - 17) / 8) ** 2 + ((z - 13) / 7) ** 2 <= 1
     * d = distance_transform_edt(~(a & ~binary_erosion(a)), sampling=(0.9, 1.3, 2.5))
     * print(d.sum(), d.max(), d[39, 35, 27], d[18, 17, 13])
     * </pre>
     */
    @Test
    void distancesFromAnEllipsoidsSurface_areThoseOfScipy() {
        var grid = Drawn.grid(42, 38, 30, 0.9, 1.3, 2.5);
        var ellipsoid = Drawn.map(grid, Drawn.ellipsoid(19, 18, 14, 11, 8, 7));
        // the cut-out's box is smaller than scipy's array, so its surface is placed into the whole again
        Mask mask = Drawn.right(ellipsoid, ellipsoid).reference();
        Box box = mask.box();
        int[] surface = Arrays.stream(mask.surface()).map(i -> ((i / box.nx() / box.ny() + box.z0() - 1) * 36
                + i / box.nx() % box.ny() + box.y0() - 1) * 40 + i % box.nx() + box.x0() - 1).toArray();
        assertEquals(722, surface.length);
        double[] distances = new DistanceTransform(40, 36, 28, grid.spacingMm(), surface)
                .distancesMm(IntStream.range(0, 40 * 36 * 28).toArray());
        assertEquals(500725.6450714771, Arrays.stream(distances).sum(), 1e-6);
        assertEquals(32.29071073853903, distances[distances.length - 1], ROUNDING * 100);
        assertEquals(9.093404203047394, distances[(13 * 36 + 17) * 40 + 18], ROUNDING * 100);
    }

    @Test
    void noFeature_isRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> new DistanceTransform(2, 2, 2, new Vector3(1, 1, 1), new int[0]));
        assertThrows(IllegalArgumentException.class,
                () -> new DistanceTransform(65535, 1, 1, new Vector3(1, 1, 1), new int[] {0}));
    }
}
