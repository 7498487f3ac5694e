package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.junit.jupiter.api.Test;

class ContourRasteriserTest {

    /** 20 x 16 x 12 voxels of 2 x 3 x 5 mm; voxel (x, y, z) is at (2 x - 10, 3 y + 20, 5 z - 100). */
    private static final Grid GRID = Grid.axial(20, 16, 12, new Vector3(2, 3, 5), new Vector3(-10, 20, -100));

    @Test
    void rectangle_hasTheVoxelsWhoseCentresAreInside() throws GlomeraException {
        // x from 3 to 8, y from 2 to 5 (both borders half a voxel beyond), slice 4: 6 * 4 voxels of 30 mm3 = 0.72 ml
        LabelMap map = rasterise(structure("right", box(3, 8, 2, 5, 4)));
        assertEquals(24, map.count(Side.RIGHT));
        assertEquals(0.72, map.volumeMl(Side.RIGHT), 1e-9);
        assertEquals(1, map.at(3, 2, 4));
        assertEquals(1, map.at(8, 5, 4));
        assertEquals(0, map.at(9, 5, 4));
    }

    @Test
    void innerContour_isAHole() throws GlomeraException {
        LabelMap map = rasterise(structure("right", box(3, 8, 2, 5, 4), box(5, 6, 3, 4, 4)));
        assertEquals(24 - 4, map.count(Side.RIGHT));
        assertEquals(0, map.at(5, 3, 4));
    }

    @Test
    void contourBetweenSlices_fallsToTheNearest() throws GlomeraException {
        assertEquals(24, inSlice(rasterise(structure("right", box(3, 8, 2, 5, 4.3))), 4));
        assertEquals(24, inSlice(rasterise(structure("right", box(3, 8, 2, 5, 4.7))), 5));
        assertEquals(24, rasterise(structure("right", box(3, 8, 2, 5, 4.5))).count(Side.RIGHT));
    }

    @Test
    void coarserPlanes_fillTheSlicesBetween() throws GlomeraException {
        // Planes at 2, 5 and 8: slabs of three slices, 1-3, 4-6, 7-9, each from its own plane.
        LabelMap map = rasterise(structure("right", box(3, 8, 2, 5, 2), box(3, 6, 2, 5, 5), box(3, 4, 2, 5, 8)));
        assertEquals(List.of(0, 24, 24, 24, 16, 16, 16, 8, 8, 8, 0, 0),
                IntStream.range(0, 12).mapToObj(z -> inSlice(map, z)).toList());
    }

    @Test
    void finerPlanes_areTakenWhereTheyAreNearest() throws GlomeraException {
        // Planes at 3.6, 4.0 and 4.4: slice 4 takes the one at 4.0 alone, not the union and not the even-odd sum.
        LabelMap map = rasterise(structure("right", box(3, 8, 2, 5, 3.6), box(3, 6, 2, 5, 4), box(3, 8, 2, 5, 4.4)));
        assertEquals(16, inSlice(map, 4));
    }

    @Test
    void gapOfSeveralPlanes_staysAGap() throws GlomeraException {
        LabelMap map = rasterise(structure("right", box(3, 8, 2, 5, 2), box(3, 8, 2, 5, 3), box(3, 8, 2, 5, 7)));
        assertEquals(List.of(0, 0, 24, 24, 0, 0, 0, 24, 0, 0, 0, 0),
                IntStream.range(0, 12).mapToObj(z -> inSlice(map, z)).toList());
    }

    @Test
    void bothKidneys_getTheirLabels() throws GlomeraException {
        LabelMap map = ContourRasteriser.rasterise(set(), Map.of(Side.RIGHT, structure("r", box(2, 4, 2, 5, 4)),
                Side.LEFT, structure("l", box(10, 11, 2, 5, 4))), GRID);
        assertEquals(12, map.count(Side.RIGHT));
        assertEquals(8, map.count(Side.LEFT));
    }

    @Test
    void structureOutsideTheImage_namesTheFile() {
        assertRefused("outside the image", structure("right", box(3, 25, 2, 5, 4)));
        assertRefused("outside the image", structure("right", box(3, 8, 2, 5, 14)));
    }

    @Test
    void structureAtTheImagesEdge_isNotOutside() throws GlomeraException {
        assertEquals(20 * 16, rasterise(structure("right", box(0, 19, 0, 15, 11))).count(Side.RIGHT));
    }

    @Test
    void contoursOfPlanesThatAreNotParallel_areRefused() {
        // One along slice 4, one from slice 4 to slice 6: no common direction of planes.
        Contour leaning = new Contour(List.of(GRID.patientMm(3, 2, 4), GRID.patientMm(8, 2, 4),
                GRID.patientMm(8, 6, 6)));
        assertRefused("planes that are not parallel", structure("right", box(3, 8, 2, 5, 4), leaning));
    }

    @Test
    void structureThatEnclosesNoCentre_isRefused() {
        Contour tiny = new Contour(List.of(GRID.patientMm(3.2, 2.2, 4), GRID.patientMm(3.4, 2.2, 4),
                GRID.patientMm(3.4, 2.4, 4)));
        assertRefused("encloses no voxel", structure("right", tiny));
    }

    @Test
    void overlappingKidneys_areRefused() {
        GlomeraException problem = assertThrows(GlomeraException.class, () -> ContourRasteriser.rasterise(set(),
                Map.of(Side.RIGHT, structure("r", box(3, 8, 2, 5, 4)), Side.LEFT, structure("l", box(8, 9, 2, 5, 4))),
                GRID));
        assertTrue(problem.getMessage().contains("overlaps"), problem.getMessage());
        assertTrue(problem.getMessage().contains("4 voxels"), problem.getMessage());
    }

    @Test
    void ellipsoid_hasTheVolumeOfAReferenceThatTestsEachCentre() throws GlomeraException {
        // A polygon of 360 corners in an ellipse differs from it by less than the centres' distance from its edge.
        List<Contour> contours = new ArrayList<>();
        int expected = 0;
        for (int z = 2; z <= 8; z++) {
            double scale = Math.sqrt(1 - Math.pow((z - 5) / 4.0, 2));
            double a = 7.3 * scale;
            double b = 5.1 * scale;
            int slice = z;
            contours.add(new Contour(IntStream.range(0, 360)
                    .mapToObj(i -> GRID.patientMm(9.2 + a * Math.cos(Math.toRadians(i)),
                            7.4 + b * Math.sin(Math.toRadians(i)), slice)).toList()));
            for (int i = 0; i < 20 * 16; i++) {
                expected += Math.hypot((i % 20 - 9.2) / a, (i / 20 - 7.4) / b) <= 1 ? 1 : 0;
            }
        }
        assertEquals(expected, rasterise(new Structure(1, "right", contours)).count(Side.RIGHT));
    }

    private static LabelMap rasterise(Structure structure) throws GlomeraException {
        return ContourRasteriser.rasterise(set(), Map.of(Side.RIGHT, structure), GRID);
    }

    private static void assertRefused(String part, Structure structure) {
        GlomeraException problem = assertThrows(GlomeraException.class, () -> rasterise(structure));
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
        assertTrue(problem.getMessage().contains("structures.dcm"), problem.getMessage());
        assertTrue(problem.getMessage().contains("right"), problem.getMessage());
    }

    private static StructureSet set() {
        return new StructureSet(Path.of("folder", "structures.dcm"), "1.2.4", List.of(), List.of());
    }

    private static Structure structure(String name, Contour... contours) {
        return new Structure(1, name, List.of(contours));
    }

    /** Along the edges of the voxels from (x0, y0) to (x1, y1). */
    private static Contour box(int x0, int x1, int y0, int y1, double z) {
        return new Contour(List.of(GRID.patientMm(x0 - 0.5, y0 - 0.5, z), GRID.patientMm(x1 + 0.5, y0 - 0.5, z),
                GRID.patientMm(x1 + 0.5, y1 + 0.5, z), GRID.patientMm(x0 - 0.5, y1 + 0.5, z)));
    }

    private static int inSlice(LabelMap map, int z) {
        int count = 0;
        for (int i = 0; i < 20 * 16; i++) {
            count += map.labels()[z * 20 * 16 + i] != 0 ? 1 : 0;
        }
        return count;
    }
}
