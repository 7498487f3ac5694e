package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.junit.jupiter.api.Test;

class BoundaryTracerTest {

    @Test
    void onePixel_hasFourCornersHalfAPixelAround() {
        List<double[][]> polygons = BoundaryTracer.trace(map("....", ".x..", "...."), 1, 0);
        assertEquals(1, polygons.size());
        assertEquals("[[1.5, 0.5], [1.5, 1.5], [0.5, 1.5], [0.5, 0.5]]", Arrays.deepToString(polygons.get(0)));
    }

    @Test
    void straightRun_hasNoCorners() {
        List<double[][]> polygons = BoundaryTracer.trace(map("xxxx", "xxxx"), 1, 0);
        assertEquals("[[3.5, -0.5], [3.5, 1.5], [-0.5, 1.5], [-0.5, -0.5]]", Arrays.deepToString(polygons.get(0)));
    }

    @Test
    void ring_hasAnOuterAndAnInnerBoundary() {
        List<double[][]> polygons = BoundaryTracer.trace(map("xxx", "x.x", "xxx"), 1, 0);
        assertEquals(2, polygons.size());
        assertEquals(4, polygons.get(1).length);
    }

    @Test
    void pixelsThatTouchAtACorner_getBoundariesOfTheirOwn() {
        List<double[][]> polygons = BoundaryTracer.trace(map("x.", ".x"), 1, 0);
        assertEquals(2, polygons.size());
        assertEquals("[[1.5, 0.5], [1.5, 1.5], [0.5, 1.5], [0.5, 0.5]]", Arrays.deepToString(polygons.get(1)));
    }

    @Test
    void sliceWithoutTheLabel_hasNoBoundary() {
        assertTrue(BoundaryTracer.trace(map("xx"), 2, 0).isEmpty());
    }

    @Test
    void anyPixels_comeBackByFilling() {
        Grid grid = Grid.axial(23, 17, 20, new Vector3(1, 2, 3), new Vector3(0, 0, 0));
        LabelMap map = Phantoms.scattered(grid, 5);
        for (int z = 0; z < grid.nz(); z++) {
            boolean[] filled = new boolean[23 * 17];
            List<double[][]> polygons = BoundaryTracer.trace(map, 2, z).stream()
                    .map(corners -> new double[][] {Arrays.stream(corners).mapToDouble(c -> c[0]).toArray(),
                            Arrays.stream(corners).mapToDouble(c -> c[1]).toArray()})
                    .toList();
            EvenOdd.fill(polygons, 0, 0, 23, 17, filled);
            boolean[] expected = new boolean[filled.length];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = map.labels()[z * expected.length + i] == 2;
            }
            assertArrayEquals(expected, filled, "slice " + z);
        }
    }

    private static LabelMap map(String... rows) {
        Grid grid = Grid.axial(rows[0].length(), rows.length, 1, new Vector3(1, 2, 3), new Vector3(0, 0, 0));
        byte[] labels = new byte[grid.voxelCount()];
        String all = String.join("", rows);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (all.charAt(i) == 'x' ? 1 : 0);
        }
        return new LabelMap(grid, labels);
    }
}
