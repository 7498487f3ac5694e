package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contours against a reference that asks each voxel's centre, on grids of all directions. */
class ContourGeometryTest {

    /** 2 x 3 x 4 mm, in four directions of slices: axial, axial from head to feet, coronal, oblique about two axes. */
    static List<Grid> grids() {
        Vector3 first = new Vector3(-40, 15, -100);
        double c = Math.cos(0.4);
        double s = Math.sin(0.4);
        Vector3 u = new Vector3(c, s, 0);
        Vector3 v = new Vector3(-s * 0.8, c * 0.8, 0.6);
        return List.of(Grid.axial(40, 30, 24, new Vector3(2, 3, 4), first),
                new Grid(40, 30, 24, new Affine3(new Vector3(2, 0, 0), new Vector3(0, 3, 0), new Vector3(0, 0, -4),
                        first)),
                new Grid(40, 30, 24, new Affine3(new Vector3(2, 0, 0), new Vector3(0, 0, -3), new Vector3(0, 4, 0),
                        first)),
                new Grid(40, 30, 24, new Affine3(u.times(2), v.times(3), u.cross(v).times(4), first)));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void shellOnTheImagesSlices_hasTheCentresThatAReferenceFinds(Grid grid) throws GlomeraException {
        Structure shell = shell(grid, 1, 0);
        assertArrayEquals(reference(grid, shell, 4).labels(), onto(grid, shell).labels());
    }

    @ParameterizedTest
    @MethodSource("grids")
    void shellBetweenTheSlices_hasTheCentresThatAReferenceFinds(Grid grid) throws GlomeraException {
        // Planes of a 5 mm image (1.25 slices apart) laid over slices of 4 mm, the first 0.3 slices beside one.
        Structure shell = shell(grid, 1.25, 0.3);
        assertArrayEquals(reference(grid, shell, 5).labels(), onto(grid, shell).labels());
    }

    @ParameterizedTest
    @MethodSource("grids")
    void ellipsoid_hasItsVolume(Grid grid) throws GlomeraException {
        // Half axes 24, 27 and 24 mm: 4/3 pi abc = 65.14 ml. Voxels of 24 mm3 whose centres are asked, on 12 planes:
        // the sum over planes of a quadratic area errs by the square of half a plane over the half axis, 0.7 %, and
        // counting centres by far less than one voxel a row.
        for (double planes : new double[] {1, 1.25, 0.5}) {
            List<Contour> contours = new ArrayList<>();
            for (double z = 12.1 - 6 + planes / 2; z < 18.1; z += planes) {
                double scale = Math.sqrt(1 - Math.pow((z - 12.1) / 6, 2));
                contours.add(ellipse(grid, 12 * scale, 9 * scale, z));
            }
            double volume = onto(grid, new Structure(1, "Kidney_R", contours)).volumeMl(Side.RIGHT);
            assertEquals(4.0 / 3 * Math.PI * 2.4 * 2.7 * 2.4, volume, 0.02 * 65.14, "planes " + planes);
        }
    }

    @Test
    void axialContoursOnACoronalImage_keepTheirVolume() throws GlomeraException {
        // The same ellipsoid, drawn every 4 mm on axial slices, on a coronal stack of other spacing over it.
        Grid axial = grids().get(0);
        List<Contour> contours = new ArrayList<>();
        for (int z = 7; z <= 17; z++) {
            double scale = Math.sqrt(1 - Math.pow((z - 12.1) / 6, 2));
            contours.add(ellipse(axial, 12 * scale, 9 * scale, z));
        }
        Structure structure = new Structure(1, "Kidney_R", contours);
        Grid coronal = new Grid(60, 50, 40, new Affine3(new Vector3(1.7, 0, 0), new Vector3(0, 0, -2.2),
                new Vector3(0, 2.9, 0), new Vector3(-50, 0, -2.3)));
        KidneysOnImage onCoronal = drawn(structure).onto(coronal, KidneyStructures.COMMON_NAMES,
                new NullProgressMonitor());
        // Area times distance: pi * 24 * 27 mm2 * 4 mm * sum of (1 - ((z - 12.1) / 6)^2) over z = 7 to 17, 7.9414, is
        // 64.67 ml. Rows of 2.2 mm fall once or twice into a slab of 4 mm: 2 %.
        assertEquals(64.67, onCoronal.kidneys().volumeMl(Side.RIGHT), 1.3);
        assertTrue(onCoronal.remarks().stream().anyMatch(each -> each.contains("at an angle")), onCoronal.toString());
        assertArrayEquals(reference(coronal, structure, 4).labels(), onCoronal.kidneys().labels());
    }

    @Test
    void keyhole_isAHole() throws GlomeraException {
        Grid grid = grids().get(0);
        // Outer square 5..20, in along y = 12 to x = 9, round the hole 9..14 x 9..15 and back on the same line.
        double[][] path = {{4.5, 4.5}, {20.5, 4.5}, {20.5, 20.5}, {4.5, 20.5}, {4.5, 12}, {8.5, 12}, {8.5, 15.5},
                {14.5, 15.5}, {14.5, 8.5}, {8.5, 8.5}, {8.5, 12}, {4.5, 12}};
        LabelMap map = onto(grid, new Structure(1, "Kidney_R", List.of(contour(grid, path, 5))));
        assertEquals(16 * 16 - 6 * 7, map.count(Side.RIGHT));
        assertEquals(1, map.at(6, 12, 5));
        assertEquals(0, map.at(9, 12, 5));
    }

    @Test
    void contourThatIsThereTwice_countsOnce() throws GlomeraException {
        Grid grid = grids().get(0);
        Contour one = ellipse(grid, 8, 6, 9);
        KidneysOnImage twice = drawn(new Structure(1, "Kidney_R", List.of(one, one))).onto(grid,
                KidneyStructures.COMMON_NAMES, new NullProgressMonitor());
        assertEquals(onto(grid, new Structure(1, "Kidney_R", List.of(one))).count(Side.RIGHT),
                twice.kidneys().count(Side.RIGHT));
        assertTrue(twice.remarks().stream().anyMatch(each -> each.contains("twice")), twice.toString());
    }

    @Test
    void gap_staysOpenWithARemark() throws GlomeraException {
        Grid grid = grids().get(0);
        Structure structure = new Structure(1, "Kidney_R", IntStream.of(5, 6, 7, 10, 11)
                .mapToObj(z -> ellipse(grid, 8, 6, z)).toList());
        KidneysOnImage kidneys = drawn(structure).onto(grid, KidneyStructures.COMMON_NAMES, new NullProgressMonitor());
        assertEquals(0, kidneys.kidneys().at(20, 15, 8));
        assertEquals(1, kidneys.kidneys().at(20, 15, 10));
        assertTrue(kidneys.remarks().stream().anyMatch(each -> each.contains("1 gap(s)") && each.contains("12.0 mm")),
                kidneys.toString());
    }

    @Test
    void planesAtSlightlyUnevenDistances_leaveNoGap() throws GlomeraException {
        Grid grid = grids().get(0);
        Structure structure = new Structure(1, "Kidney_R", IntStream.of(4, 6, 8, 10)
                .mapToObj(z -> ellipse(grid, 8, 6, z + (z % 4 == 0 ? 0.01 : -0.01))).toList());
        LabelMap map = onto(grid, structure);
        // Four planes two slices apart stand for eight slices.
        assertEquals(8, IntStream.range(0, 24).filter(z -> map.at(20, 15, z) == 1).count());
    }

    @Test
    void structureSlightlyOutside_isCutOffWithARemark() throws GlomeraException {
        Grid grid = grids().get(0);
        // Rows 4 to 23 of columns -1 to 39: one column of 41 is outside, 2.4 %.
        Structure structure = new Structure(1, "Kidney_R", List.of(contour(grid,
                new double[][] {{-1.5, 3.5}, {39.5, 3.5}, {39.5, 23.5}, {-1.5, 23.5}}, 5)));
        KidneysOnImage kidneys = drawn(structure).onto(grid, KidneyStructures.COMMON_NAMES, new NullProgressMonitor());
        assertEquals(40 * 20, kidneys.kidneys().count(Side.RIGHT));
        assertTrue(kidneys.remarks().stream().anyMatch(each -> each.contains("2.4 %")), kidneys.toString());
    }

    @Test
    void structureFarOutside_isRefusedAtOnce() {
        Grid grid = grids().get(0);
        Structure structure = new Structure(1, "Kidney_R", List.of(contour(grid,
                new double[][] {{0, 0}, {1e12, 0}, {1e12, 1e12}}, 5)));
        GlomeraException problem = assertThrows(GlomeraException.class, () -> onto(grid, structure));
        assertTrue(problem.getMessage().contains("outside the image"), problem.getMessage());
    }

    private static LabelMap onto(Grid grid, Structure structure) throws GlomeraException {
        return ContourRasteriser.rasterise(drawn(structure), Map.of(Side.RIGHT, structure), grid);
    }

    private static StructureSet drawn(Structure structure) {
        return new StructureSet(Path.of("rs.dcm"), "", List.of(), List.of(structure));
    }

    /** An ellipsoid with an ellipsoid cut out of it, of planes at {@code offset} and every {@code distance} slices. */
    private static Structure shell(Grid grid, double distance, double offset) {
        List<Contour> contours = new ArrayList<>();
        for (double z = 6 + offset; z < 18; z += distance) {
            double scale = Math.sqrt(1 - Math.pow((z - 12.1) / 6.3, 2));
            contours.add(ellipse(grid, 12.3 * scale, 9.1 * scale, z));
            contours.add(ellipse(grid, 7.7 * scale, 5.9 * scale, z));
        }
        return new Structure(1, "Kidney_R", contours);
    }

    private static Contour ellipse(Grid grid, double a, double b, double z) {
        double[][] corners = IntStream.range(0, 200).mapToObj(i -> new double[] {
                19.3 + a * Math.cos(i * Math.PI / 100), 14.6 + b * Math.sin(i * Math.PI / 100)})
                .toArray(double[][]::new);
        return contour(grid, corners, z);
    }

    private static Contour contour(Grid grid, double[][] corners, double z) {
        List<Vector3> points = new ArrayList<>();
        for (double[] corner : corners) {
            points.add(grid.patientMm(corner[0], corner[1], z));
        }
        return new Contour(points);
    }

    /**
     * Asks the centre of each voxel in millimetres: the contours whose plane is nearest and at most half a distance of
     * planes away; the angle that a contour's points turn through around the centre is 2 pi when it is inside, else 0.
     */
    private static LabelMap reference(Grid grid, Structure structure, double distanceMm) {
        List<Vector3> first = structure.contours().get(0).pointsMm();
        Vector3 normal = first.get(50).minus(first.get(0)).cross(first.get(100).minus(first.get(0)));
        normal = normal.times(1 / normal.length());
        byte[] labels = new byte[grid.voxelCount()];
        for (int i = 0; i < labels.length; i++) {
            Vector3 centre = grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), i / grid.nx() / grid.ny());
            double nearest = Double.POSITIVE_INFINITY;
            int inside = 0;
            for (Contour contour : structure.contours()) {
                double height = contour.pointsMm().get(0).minus(centre).dot(normal);
                if (Math.abs(height) < Math.abs(nearest) - 1e-6) {
                    nearest = height;
                    inside = 0;
                }
                if (Math.abs(height - nearest) < 1e-6) {
                    inside += isAround(contour, centre, normal) ? 1 : 0;
                }
            }
            labels[i] = (byte) (Math.abs(nearest) < distanceMm / 2 ? inside % 2 : 0);
        }
        return new LabelMap(grid, labels);
    }

    private static boolean isAround(Contour contour, Vector3 centre, Vector3 normal) {
        double angle = 0;
        int n = contour.pointsMm().size();
        for (int i = 0; i < n; i++) {
            Vector3 a = inPlane(contour.pointsMm().get(i).minus(centre), normal);
            Vector3 b = inPlane(contour.pointsMm().get((i + 1) % n).minus(centre), normal);
            angle += Math.atan2(a.cross(b).dot(normal), a.dot(b));
        }
        return Math.abs(angle) > Math.PI;
    }

    private static Vector3 inPlane(Vector3 vector, Vector3 normal) {
        return vector.minus(normal.times(vector.dot(normal)));
    }
}
