package org.glomera.evaluation.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurfaceDistancesTest {

    private static final double ROUNDING = 1e-9;

    @Test
    void distances_ofTwoVoxelsAreThatOfTheirCentres() {
        Grid grid = Drawn.grid(9, 8, 7, 1.5, 2, 4);
        LabelMap one = Drawn.map(grid, (x, y, z) -> x == 1 && y == 2 && z == 3 ? 1 : 0);
        LabelMap other = Drawn.map(grid, (x, y, z) -> x == 3 && y == 4 && z == 4 ? 1 : 0);
        SurfaceDistances surfaces = SurfaceDistances.of(Drawn.right(one, other));
        // 2 * 1.5, 2 * 2 and 1 * 4 mm: sqrt(9 + 16 + 16)
        double expected = Math.sqrt(41);
        assertEquals(expected, surfaces.hausdorffMm(0.95), ROUNDING);
        assertEquals(expected, surfaces.meanMm(), ROUNDING);
        assertEquals(0, surfaces.shareWithin(6.4));
        assertEquals(1, surfaces.shareWithin(6.41));
    }

    @Test
    void percentile_liesBetweenDistancesAndTheLargerOfBothDirectionsCounts() {
        // a row along x of 2 mm: the reference is voxel 0, the candidate voxels 0 to 10; in one row all are surface
        Grid grid = Drawn.grid(11, 1, 1, 2, 3, 5);
        SurfaceDistances surfaces = SurfaceDistances.of(Drawn.right(Drawn.map(grid, (x, y, z) -> x == 0 ? 1 : 0),
                Drawn.map(grid, (x, y, z) -> 1)));
        // from the reference 0; from the candidate 0, 2 … 20: at 0.95 of 10 steps, half-way between 18 and 20
        assertArrayEquals(new double[] {0}, surfaces.ofReferenceMm());
        assertEquals(19, surfaces.hausdorffMm(0.95), ROUNDING);
        assertEquals(20, surfaces.hausdorffMm(1), ROUNDING);
        // 0 and 0 + 2 + … + 20 = 110, over 12 voxels
        assertEquals(110 / 12.0, surfaces.meanMm(), ROUNDING);
        // at 4 mm: the reference's voxel and the candidate's 0, 2 and 4
        assertEquals(4 / 12.0, surfaces.shareWithin(4), ROUNDING);
    }

    @Test
    void surface_isTheMaskWithoutItsInnerVoxels() {
        // a block of 3 x 3 x 3 voxels at the image's corner has 26 surface voxels and one inside
        Grid grid = Drawn.grid(4, 4, 4, 1, 2, 3);
        LabelMap block = Drawn.map(grid, (x, y, z) -> x < 3 && y < 3 && z < 3 ? 1 : 0);
        assertEquals(26, Drawn.right(block, block).reference().surface().length);
        // where the image ends the mask does, too: 4 x 4 x 4 less 2 x 2 x 2
        LabelMap full = Drawn.map(grid, (x, y, z) -> 1);
        assertEquals(56, Drawn.right(full, full).candidate().surface().length);
    }

    /**
     * Python 3.13, numpy 2.4.6, scipy 1.17.1:
     *
     * <pre>
     * import numpy as np
     * from scipy.ndimage import binary_erosion, distance_transform_edt as edt
     * x, y, z = np.mgrid[:40, :36, :28]; spacing = (0.9, 1.3, 2.5)
     * a = ((x - 18) / 11) ** 2 + ((y - 17) / 8) ** 2 + ((z - 13) / 7) ** 2 <= 1
     * b = ((x - 20) / 10) ** 2 + ((y - 16.5) / 9) ** 2 + ((z - 14) / 6.5) ** 2 <= 1
     * sa, sb = a & ~binary_erosion(a), b & ~binary_erosion(b)
     * da, db = edt(~sb, spacing)[sa], edt(~sa, spacing)[sb]
     * print(sa.sum(), sb.sum(), da.max(), db.max())
     * print(max(np.percentile(da, 95), np.percentile(db, 95)))            # one percentile of both pooled: 3.1623
     * print((da.sum() + db.sum()) / (da.size + db.size))
     * for t in (1, 2, 3): print(((da <= t).sum() + (db <= t).sum()) / (da.size + db.size))
     * </pre>
     */
    @Test
    void distances_ofTwoEllipsoidsAreThoseOfScipy() {
        SurfaceDistances surfaces = SurfaceDistances.of(ellipsoids(Drawn.grid(40, 36, 28, 0.9, 1.3, 2.5)));
        assertEquals(722, surfaces.ofReferenceMm().length);
        assertEquals(698, surfaces.ofCandidateMm().length);
        assertEquals(5.0, surfaces.hausdorffMm(1), ROUNDING);
        assertEquals(3.6, surfaces.hausdorffMm(0.95), ROUNDING);
        assertEquals(1.5337079079755844, surfaces.meanMm(), ROUNDING);
        assertEquals(0.35774647887323946, surfaces.shareWithin(1), ROUNDING);
        assertEquals(0.6549295774647887, surfaces.shareWithin(2), ROUNDING);
        assertEquals(0.9394366197183098, surfaces.shareWithin(3), ROUNDING);
    }

    private static MaskPair ellipsoids(Grid grid) {
        return Drawn.right(Drawn.map(grid, Drawn.ellipsoid(18, 17, 13, 11, 8, 7)),
                Drawn.map(grid, Drawn.ellipsoid(20, 16.5, 14, 10, 9, 6.5)));
    }

    @Test
    void distances_dependOnTheSpacingOfAnObliqueGridAlone() {
        Vector3 u = new Vector3(2 / 3.0, 2 / 3.0, 1 / 3.0);
        Vector3 v = new Vector3(-2 / 3.0, 1 / 3.0, 2 / 3.0);
        Vector3 w = new Vector3(1 / 3.0, -2 / 3.0, 2 / 3.0);
        Grid oblique = new Grid(40, 36, 28, new Affine3(u.times(0.9), v.times(1.3), w.times(2.5),
                new Vector3(100, -200, 300)));
        SurfaceDistances turned = SurfaceDistances.of(ellipsoids(oblique));
        SurfaceDistances straight = SurfaceDistances.of(ellipsoids(Drawn.grid(40, 36, 28, 0.9, 1.3, 2.5)));
        assertArrayEquals(straight.ofCandidateMm(), turned.ofCandidateMm(), ROUNDING);
        assertArrayEquals(straight.ofReferenceMm(), turned.ofReferenceMm(), ROUNDING);
    }

    @Test
    void grid_whoseAxesAreNotPerpendicularIsRefused() {
        Grid sheared = new Grid(3, 3, 3, new Affine3(new Vector3(1, 0, 0), new Vector3(0, 1, 0),
                new Vector3(0, 0.05, 2), new Vector3(0, 0, 0)));
        assertFalse(SurfaceDistances.isMeasurable(sheared));
        LabelMap map = Drawn.map(sheared, (x, y, z) -> 1);
        assertThrows(IllegalArgumentException.class, () -> SurfaceDistances.of(Drawn.right(map, map)));
        // a direction in a header that was rounded to four digits is perpendicular enough
        assertTrue(SurfaceDistances.isMeasurable(new Grid(3, 3, 3, new Affine3(new Vector3(1, 0.0001, 0),
                new Vector3(0, 1, 0), new Vector3(0, 0, 2), new Vector3(0, 0, 0)))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyDistance_isThatOfTheSlowReference(long seed) {
        Random random = new Random(seed);
        Grid grid = Drawn.grid(11 + random.nextInt(30), 12, 9, 0.8, 1.1, 3);
        // blobs that touch the image's edge and each other, both labels
        Drawn.Rule rule = (x, y, z) -> random.nextInt(4) == 0 ? random.nextInt(3) : 0;
        LabelMap reference = Drawn.map(grid, rule);
        LabelMap candidate = Drawn.map(grid, rule);
        for (Kidneys kidneys : Kidneys.values()) {
            SurfaceDistances surfaces = SurfaceDistances.of(MaskPair.of(reference, candidate, kidneys));
            double[] slow = slow(slowSurface(reference, kidneys), slowSurface(candidate, kidneys));
            assertArrayEquals(slow, surfaces.ofReferenceMm(), ROUNDING);
            assertArrayEquals(slow(slowSurface(candidate, kidneys), slowSurface(reference, kidneys)),
                    surfaces.ofCandidateMm(), ROUNDING);
        }
    }

    private static List<Vector3> slowSurface(LabelMap map, Kidneys kidneys) {
        Grid grid = map.grid();
        int[][] steps = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
        List<Vector3> surface = new ArrayList<>();
        for (int i = 0; i < grid.voxelCount(); i++) {
            int x = i % grid.nx();
            int y = i / grid.nx() % grid.ny();
            int z = i / grid.nx() / grid.ny();
            boolean open = Arrays.stream(steps).anyMatch(s -> !grid.contains(x + s[0], y + s[1], z + s[2])
                    || !kidneys.hasLabel(map.at(x + s[0], y + s[1], z + s[2])));
            if (kidneys.hasLabel(map.at(x, y, z)) && open) {
                surface.add(grid.patientMm(x, y, z));
            }
        }
        return surface;
    }

    private static double[] slow(List<Vector3> from, List<Vector3> to) {
        return from.stream().mapToDouble(a -> to.stream().mapToDouble(b -> a.minus(b).length()).min().orElseThrow())
                .sorted().toArray();
    }

    @Test
    void emptyMask_isRefusedWithTheReason() {
        Grid grid = Drawn.grid(3, 3, 3, 1, 2, 3);
        LabelMap empty = Drawn.map(grid, (x, y, z) -> 0);
        LabelMap full = Drawn.map(grid, (x, y, z) -> 1);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> SurfaceDistances.of(Drawn.right(full, empty)));
        assertEquals("The candidate delineation of the right kidney is empty.", e.getMessage());
    }
}
