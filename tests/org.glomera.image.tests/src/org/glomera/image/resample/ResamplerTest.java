package org.glomera.image.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResamplerTest {

    private static final float OUTSIDE = -1000;
    /** Single-precision rounding of values up to 100. */
    private static final float ROUNDING = 2e-5f;

    /** 7 x 6 x 5 voxels of 2 x 3 x 5 mm, from (-10, 20, 30). */
    private static final Grid SOURCE = Grid.axial(7, 6, 5, new Vector3(2, 3, 5), new Vector3(-10, 20, 30));

    private static Volume noise(Grid grid) {
        Random random = new Random(1);
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 200 * random.nextFloat() - 100;
        }
        return new Volume(grid, Quantity.HOUNSFIELD, values);
    }

    private static LabelMap randomLabels(Grid grid, int labels) {
        Random random = new Random(2);
        byte[] values = new byte[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) random.nextInt(labels + 1);
        }
        return new LabelMap(grid, values);
    }

    /** A line of voxels 1 mm apart in x; y and z have one voxel of 1 mm. */
    private static Grid line(int n, double spacingMm, double firstMm) {
        return Grid.axial(n, 1, 1, new Vector3(spacingMm, 1, 1), new Vector3(firstMm, 0, 0));
    }

    private static Volume volume(Grid grid, float... values) {
        return new Volume(grid, Quantity.UNKNOWN, values);
    }

    /** Grids parallel to the source in other spacings, directions and orders of index, some beyond its faces. */
    static List<Grid> parallelGrids() {
        return List.of(SOURCE,
                SOURCE.withSize(3, 4, 2),
                SOURCE.withSize(11, 13, 7),
                Grid.axial(6, 5, 7, new Vector3(3.7, 3.3, 6.1), new Vector3(-14, 17, 22)),
                // x to the right, y to the front
                new Grid(5, 4, 6, new Affine3(new Vector3(-2.9, 0, 0), new Vector3(0, -4.4, 0), new Vector3(0, 0, 3.1),
                        new Vector3(3, 33, 28))),
                // slices first: index 0 runs down, index 1 to the back, index 2 to the left
                new Grid(4, 5, 6, new Affine3(new Vector3(0, 0, -7.3), new Vector3(0, 3.9, 0), new Vector3(2.6, 0, 0),
                        new Vector3(-11, 19, 49))),
                // index 0 to the back, index 1 to the head, index 2 to the right
                new Grid(3, 6, 4, new Affine3(new Vector3(0, 6.5, 0), new Vector3(0, 0, 4.2), new Vector3(-3.4, 0, 0),
                        new Vector3(2, 20, 30))));
    }

    /** Grids turned against the source. */
    static List<Grid> obliqueGrids() {
        double c = Math.cos(0.3);
        double s = Math.sin(0.3);
        return List.of(
                new Grid(6, 5, 4, new Affine3(new Vector3(2.5 * c, 2.5 * s, 0), new Vector3(-3.1 * s, 3.1 * c, 0),
                        new Vector3(0, 0, 6), new Vector3(-9, 21, 31))),
                new Grid(4, 4, 3, new Affine3(new Vector3(0, 5 * c, 5 * s), new Vector3(4, 0, 0),
                        new Vector3(0, -9 * s, 9 * c), new Vector3(-12, 22, 28))));
    }

    static List<Grid> allGrids() {
        return Stream.concat(parallelGrids().stream(), obliqueGrids().stream()).toList();
    }

    // trilinear

    @Test
    void trilinear_takesTheMeanHalfWayBetweenCentres() {
        // centres 0, 1, 2 mm hold 10, 20, 40; at 0.5: 15; at 1.25: 20 + 0.25 * 20 = 25; at 2: 40
        Volume source = volume(line(3, 1, 0), 10, 20, 40);
        assertArrayEquals(new float[] {15, 25, 40}, Resampler.trilinear(source, line(3, 0.75, 0.5), -1).values());
    }

    @Test
    void trilinear_holdsTheEdgeUpToTheFaceAndGivesTheOutsideValueBeyond() {
        // faces at -0.5 and 2.5 mm: -0.6 and 2.6 are outside, -0.4 and 2.4 inside
        Volume source = volume(line(3, 1, 0), 10, 20, 40);
        assertEquals(-1, Resampler.trilinear(source, line(1, 1, -0.6), -1).at(0, 0, 0));
        assertEquals(10, Resampler.trilinear(source, line(1, 1, -0.4), -1).at(0, 0, 0));
        assertEquals(40, Resampler.trilinear(source, line(1, 1, 2.4), -1).at(0, 0, 0));
        assertEquals(-1, Resampler.trilinear(source, line(1, 1, 2.6), -1).at(0, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("allGrids")
    void trilinear_isThatOfTheSlowReference(Grid target) {
        Volume source = noise(SOURCE);
        assertArrayEquals(SlowResampler.trilinear(source, target, OUTSIDE),
                Resampler.trilinear(source, target, OUTSIDE).values(), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("obliqueGrids")
    void trilinear_fromAnObliqueGridIsThatOfTheSlowReference(Grid source) {
        Volume volume = noise(source);
        assertArrayEquals(SlowResampler.trilinear(volume, SOURCE, OUTSIDE),
                Resampler.trilinear(volume, SOURCE, OUTSIDE).values(), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("allGrids")
    void trilinear_reproducesALinearFieldOfPatientPosition(Grid target) {
        // 0.5 x - 0.25 y + 2 z + 7 is linear, so interpolation is exact between the outermost centres
        float[] values = new float[SOURCE.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            int[] v = SlowResampler.voxel(SOURCE, i);
            values[i] = field(SOURCE.patientMm(v[0], v[1], v[2]));
        }
        Volume result = Resampler.trilinear(new Volume(SOURCE, Quantity.UNKNOWN, values), target, Float.NaN);
        int compared = 0;
        for (int i = 0; i < target.voxelCount(); i++) {
            int[] v = SlowResampler.voxel(target, i);
            Vector3 mm = target.patientMm(v[0], v[1], v[2]);
            if (mm.x() >= -10 && mm.x() <= 2 && mm.y() >= 20 && mm.y() <= 35 && mm.z() >= 30 && mm.z() <= 50) {
                assertEquals(field(mm), result.values()[i], ROUNDING);
                compared++;
            }
        }
        assertTrue(compared >= 4, "the grids overlap");
    }

    private static float field(Vector3 mm) {
        return (float) (0.5 * mm.x() - 0.25 * mm.y() + 2 * mm.z() + 7);
    }

    @Test
    void trilinear_ontoTheOwnGridChangesNothing() {
        Volume source = noise(SOURCE);
        assertArrayEquals(source.values(), Resampler.trilinear(source, SOURCE, OUTSIDE).values());
        assertArrayEquals(source.values(), Resampler.average(source, SOURCE, OUTSIDE).values());
    }

    @Test
    void trilinear_spreadsANanOnlyWhereItHasWeight() {
        Volume source = volume(line(4, 1, 0), 1, Float.NaN, 3, 4);
        // at 0: 1; at 0.5: half NaN; at 1: NaN; at 1.5: half NaN; at 2: 3
        float[] result = Resampler.trilinear(source, line(5, 0.5, 0), OUTSIDE).values();
        assertArrayEquals(new float[] {1, Float.NaN, Float.NaN, Float.NaN, 3}, result);
        // the same on a grid turned by a right angle about x and a hair, which takes the oblique path
        Grid oblique = new Grid(1, 1, 1, new Affine3(new Vector3(1, 0.1, 0), new Vector3(-0.1, 1, 0),
                new Vector3(0, 0, 1), new Vector3(0, 0, 0)));
        assertEquals(1, Resampler.trilinear(source, oblique, OUTSIDE).at(0, 0, 0));
    }

    @Test
    void trilinear_keepsTheQuantity() {
        assertEquals(Quantity.HOUNSFIELD, Resampler.trilinear(noise(SOURCE), SOURCE, 0).quantity());
    }

    @Test
    void zeroPad_putsTheVolumeIntoALargerFieldOfView() {
        // 3 voxels in a row of 5 of the same spacing, one voxel further out on each side
        Volume padded = Resampler.zeroPad(volume(line(3, 1, 0), 10, 20, 40), line(5, 1, -1), -1000);
        assertArrayEquals(new float[] {-1000, 10, 20, 40, -1000}, padded.values());
    }

    // average

    @Test
    void average_weighsByOverlapForANonIntegerFactor() {
        // five voxels of 1 mm from face 0 to 5 onto two of 2.5 mm:
        // first: (1 + 2 + 0.5 * 3) / 2.5 = 1.8; second: (0.5 * 3 + 4 + 5) / 2.5 = 4.2
        Volume source = volume(line(5, 1, 0.5), 1, 2, 3, 4, 5);
        assertArrayEquals(new float[] {1.8f, 4.2f}, Resampler.average(source, line(2, 2.5, 1.25), 0).values(), 1e-6f);
    }

    @Test
    void average_ofAVoxelThatSticksOutIsOverThePartInside() {
        // faces of the source 0 and 2; a voxel of 2 mm about 0.5 covers -0.5 to 1.5: (1 * 4 + 0.5 * 10) / 1.5 = 6
        // about -0.5 its centre is outside
        Volume source = volume(line(2, 1, 0.5), 4, 10);
        assertEquals(6, Resampler.average(source, line(1, 2, 0.5), -1).at(0, 0, 0), 1e-6);
        assertEquals(-1, Resampler.average(source, line(1, 2, -0.5), -1).at(0, 0, 0));
    }

    @Test
    void average_interpolatesWhereTargetVoxelsAreSmaller() {
        Volume source = noise(SOURCE);
        Grid finer = SOURCE.withSize(16, 6, 9);
        assertArrayEquals(Resampler.trilinear(source, finer, OUTSIDE).values(),
                Resampler.average(source, finer, OUTSIDE).values(), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("parallelGrids")
    void average_isThatOfTheSlowReference(Grid target) {
        // the slow reference is a mean over boxes; compared on a grid whose voxels are larger in each direction
        Volume source = noise(SOURCE.withSize(19, 17, 21));
        assertArrayEquals(SlowResampler.boxMean(source, target, OUTSIDE),
                Resampler.average(source, target, OUTSIDE).values(), ROUNDING);
    }

    @Test
    void average_keepsTheMeanOverTheSameFieldOfView() {
        Volume source = noise(SOURCE);
        Volume smaller = Resampler.average(source, SOURCE.withSize(3, 4, 2), OUTSIDE);
        assertEquals(mean(source), mean(smaller), 1e-5);
    }

    @ParameterizedTest
    @MethodSource("obliqueGrids")
    void average_ofAConstantIsTheConstantOnObliqueGrids(Grid target) {
        float[] values = new float[SOURCE.voxelCount()];
        Arrays.fill(values, 37);
        Volume result = Resampler.average(new Volume(SOURCE, Quantity.UNKNOWN, values), target, 37);
        for (float value : result.values()) {
            assertEquals(37, value, ROUNDING);
        }
    }

    @Test
    void average_onAnObliqueGridComesCloseToTheMeanOverTheVoxel() {
        // A voxel of 4 mm turned by 30 degrees in a slice of 1 mm: compared with the mean over 40 x 40 x 40 points of
        // the interpolated image. The image's values lie between -100 and 100; a mean over 4 x 4 x 4 points of it
        // strays by a few units (standard deviation of one point about 40, of smooth cells of 1 mm: below 5).
        Volume source = noise(Grid.axial(12, 12, 12, new Vector3(1, 1, 1), new Vector3(0, 0, 0)));
        double c = 4 * Math.cos(Math.PI / 6);
        double s = 4 * Math.sin(Math.PI / 6);
        Grid target = new Grid(1, 1, 1, new Affine3(new Vector3(c, s, 0), new Vector3(-s, c, 0), new Vector3(0, 0, 4),
                new Vector3(5.3, 5.6, 5.2)));
        double sum = 0;
        int n = 40;
        for (int i = 0; i < n * n * n; i++) {
            Vector3 mm = target.patientMm((i % n + 0.5) / n - 0.5, (i / n % n + 0.5) / n - 0.5,
                    (i / n / n + 0.5) / n - 0.5);
            sum += SlowResampler.trilinearAt(source, mm, OUTSIDE);
        }
        assertEquals(sum / (n * n * n), Resampler.average(source, target, OUTSIDE).at(0, 0, 0), 5);
    }

    private static double mean(Volume volume) {
        double sum = 0;
        for (float value : volume.values()) {
            sum += value;
        }
        return sum / volume.values().length;
    }

    // labels

    @Test
    void fraction_isTheShareOfTheVoxel() {
        // labels of 1 mm from face 0 to 5: 1 1 2 0 1; voxels of 2 mm from face 0:
        // 0 to 2: all 1; 2 to 4: none; 4 to 6: half, since the part outside bears no label
        LabelMap source = new LabelMap(line(5, 1, 0.5), new byte[] {1, 1, 2, 0, 1});
        assertArrayEquals(new float[] {1, 0, 0.5f}, Resampler.fraction(source, Set.of(1), line(3, 2, 1)));
        assertArrayEquals(new float[] {1, 0.5f, 0.5f}, Resampler.fraction(source, Set.of(1, 2), line(3, 2, 1)));
    }

    @ParameterizedTest
    @MethodSource("parallelGrids")
    void fraction_isThatOfTheSlowReference(Grid target) {
        LabelMap source = randomLabels(SOURCE, 2);
        double[] expected = SlowResampler.boxShare(source, 2, target);
        float[] actual = Resampler.fraction(source, Set.of(2), target);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("parallelGrids")
    void fraction_keepsTheVolumeOfEveryLabel(Grid parallel) {
        // the target is made so large that it covers the whole source: 40 voxels along each axis about its middle
        Affine3 m = parallel.voxelToPatientMm();
        Vector3 shift = m.applyToDirection(new Vector3(20, 20, 20));
        Grid target = new Grid(40, 40, 40, new Affine3(m.column0(), m.column1(), m.column2(),
                SOURCE.centreMm().minus(shift)));
        LabelMap source = randomLabels(SOURCE, 2);
        double volume = 0;
        for (float share : Resampler.fraction(source, Set.of(1), target)) {
            volume += share * target.voxelVolumeMl();
        }
        double expected = source.count(1) * SOURCE.voxelVolumeMl();
        assertEquals(expected, volume, 1e-5 * expected);
    }

    @ParameterizedTest
    @MethodSource("obliqueGrids")
    void fraction_onObliqueGridsComesCloseToTheShare(Grid target) {
        // At least 6 points along each axis of a voxel; each of its few faces misplaces at most half a layer of points,
        // 1/12 of the voxel, and several cancel in part: within 0.1 of 30 x 30 x 30 points.
        LabelMap source = randomLabels(SOURCE, 1);
        double[] expected = SlowResampler.pointShare(source, 1, target, 30);
        float[] actual = Resampler.fraction(source, Set.of(1), target);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 0.1);
        }
    }

    @Test
    void fraction_refusesALabelThatNoMapCanHold() {
        Set<Integer> labels = Set.of(256);
        LabelMap source = randomLabels(SOURCE, 1);
        assertThrows(IllegalArgumentException.class, () -> Resampler.fraction(source, labels, SOURCE));
    }

    @Test
    void byFraction_countsBackgroundAndGivesTiesToTheLowerLabel() {
        // voxels of 5 mm over labels of 1 mm:
        // 1 1 1 0 0 -> 1 (3/5); 0 0 0 1 2 -> 0 (3/5); 2 2 1 0 0 -> 0 and 2 have 2/5 each: the lower, 0
        // 2 2 1 1 0 -> 1 and 2 have 2/5 each: the lower, 1
        LabelMap source = new LabelMap(line(20, 1, 0.5),
                new byte[] {1, 1, 1, 0, 0, 0, 0, 0, 1, 2, 2, 2, 1, 0, 0, 2, 2, 1, 1, 0});
        assertArrayEquals(new byte[] {1, 0, 0, 1}, Resampler.byFraction(source, line(4, 5, 2.5)).labels());
    }

    @Test
    void byFraction_takesWhatLiesOutsideForBackground() {
        // of a voxel of 5 mm 2 mm are inside, all label 1: background has 3/5
        LabelMap source = new LabelMap(line(2, 1, 0.5), new byte[] {1, 1});
        assertEquals(0, Resampler.byFraction(source, line(1, 5, 1)).labels()[0]);
    }

    @ParameterizedTest
    @MethodSource("parallelGrids")
    void byFraction_takesTheLargestShareOfTheSlowReference(Grid target) {
        LabelMap source = randomLabels(SOURCE, 3);
        double[] one = SlowResampler.boxShare(source, 1, target);
        double[] two = SlowResampler.boxShare(source, 2, target);
        double[] three = SlowResampler.boxShare(source, 3, target);
        byte[] actual = Resampler.byFraction(source, target).labels();
        for (int i = 0; i < actual.length; i++) {
            double[] shares = {1 - one[i] - two[i] - three[i], one[i], two[i], three[i]};
            int best = 0;
            for (int label = 1; label < 4; label++) {
                if (shares[label] > shares[best] + 1e-6) {
                    best = label;
                }
            }
            assertEquals(best, actual[i]);
        }
    }

    @Test
    void byFraction_ofABallKeepsItsVolumeWithinTwoPercent() {
        // A ball of 25 mm radius (65.4 ml) on 1 x 1 x 1.5 mm, brought to 4.42 mm: of about 110 voxels of its surface
        // each errs by less than half a voxel (0.043 ml) with either sign: standard deviation about
        // sqrt(110) * 0.29 * 0.086 ml = 0.26 ml, 0.4 %; five of them are 2 %.
        Grid fine = Grid.axial(70, 70, 50, new Vector3(1, 1, 1.5), new Vector3(0, 0, 0));
        byte[] ball = new byte[fine.voxelCount()];
        Vector3 centre = new Vector3(34.3, 33.8, 36.1);
        for (int i = 0; i < ball.length; i++) {
            int[] v = SlowResampler.voxel(fine, i);
            ball[i] = (byte) (fine.patientMm(v[0], v[1], v[2]).minus(centre).length() < 25 ? 2 : 0);
        }
        LabelMap source = new LabelMap(fine, ball);
        LabelMap coarse = Resampler.byFraction(source,
                Grid.axial(18, 18, 18, new Vector3(4.42, 4.42, 4.42), new Vector3(-1, -2, -1)));
        double expected = source.count(2) * fine.voxelVolumeMl();
        assertEquals(expected, coarse.count(2) * coarse.grid().voxelVolumeMl(), 0.02 * expected);
    }

    @ParameterizedTest
    @MethodSource("obliqueGrids")
    void byFraction_onObliqueGridsTakesALabelThatClearlyLeads(Grid target) {
        LabelMap source = randomLabels(SOURCE, 1);
        double[] share = SlowResampler.pointShare(source, 1, target, 30);
        byte[] actual = Resampler.byFraction(source, target).labels();
        for (int i = 0; i < actual.length; i++) {
            if (Math.abs(share[i] - 0.5) > 0.1) {
                assertEquals(share[i] > 0.5 ? 1 : 0, actual[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("allGrids")
    void nearest_isThatOfTheSlowReference(Grid target) {
        // moved by an odd fraction of a millimetre, so that no position is half-way between two centres
        Grid moved = new Grid(target.nx(), target.ny(), target.nz(),
                Affine3.translation(new Vector3(0.0123, 0.0234, 0.0345)).after(target.voxelToPatientMm()));
        LabelMap source = randomLabels(SOURCE, 200);
        LabelMap actual = Resampler.nearest(source, moved);
        for (int i = 0; i < moved.voxelCount(); i++) {
            int[] v = SlowResampler.voxel(moved, i);
            assertEquals(SlowResampler.labelAt(source, moved.patientMm(v[0], v[1], v[2])), actual.labels()[i] & 0xff);
        }
    }

    @Test
    void nearest_takesTheUpperOfTwoEquallyNear() {
        LabelMap source = new LabelMap(line(3, 1, 0), new byte[] {1, 2, 3});
        assertArrayEquals(new byte[] {2, 3, 3}, Resampler.nearest(source, line(3, 1, 0.5)).labels());
    }

    // field of view

    @Test
    void coveredShare_countsCentresWithinTheFaces() {
        // centres -1, 0, 1, 2, 3 in faces -0.5 to 2.5: 3 of 5
        assertEquals(0.6, Resampler.coveredShare(line(5, 1, -1), line(3, 1, 0)));
        assertEquals(1, Resampler.coveredShare(line(3, 1, 0), line(5, 1, -1)));
        assertEquals(0, Resampler.coveredShare(line(3, 1, 10), line(5, 1, -1)));
        // a voxel whose centre lies on the face is covered
        assertEquals(1, Resampler.coveredShare(line(1, 1, 2.5), line(3, 1, 0)));
    }

    @ParameterizedTest
    @MethodSource("allGrids")
    void coveredShare_isTheShareOfVoxelsThatGetAValue(Grid of) {
        Volume result = Resampler.trilinear(noise(SOURCE), of, Float.NaN);
        assertEquals(1 - result.nonFiniteCount() / (double) of.voxelCount(), Resampler.coveredShare(of, SOURCE), 1e-12);
    }

    @Test
    void oblique_pathAgreesWithTheSeparableOne() {
        // a rotation by a hair of the tolerance takes the oblique path and moves no position by more than 0.003 mm
        Volume source = noise(SOURCE);
        Grid target = SOURCE.withSize(5, 4, 3);
        Affine3 m = target.voxelToPatientMm();
        Grid turned = new Grid(5, 4, 3, new Affine3(new Vector3(m.column0().x(), 0.0006, 0), m.column1(), m.column2(),
                m.offset()));
        assertTrue(new GridRelation(SOURCE, target).isAxisParallel());
        assertFalse(new GridRelation(SOURCE, turned).isAxisParallel());
        // values change by at most 200 over 3 mm: 0.003 mm are 0.2
        assertArrayEquals(Resampler.trilinear(source, target, OUTSIDE).values(),
                Resampler.trilinear(source, turned, OUTSIDE).values(), 0.2f);
    }

    @Test
    void results_doNotDependOnTheNumberOfThreads() throws Exception {
        Volume source = noise(Grid.axial(61, 47, 33, new Vector3(1, 1.3, 2), new Vector3(0, 0, 0)));
        Grid target = source.grid().withSize(23, 31, 17);
        Grid oblique = obliqueGrids().get(0);
        float[] parallel = Resampler.average(source, target, 0).values();
        float[] turned = Resampler.average(source, oblique, 0).values();
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            assertArrayEquals(parallel, one.submit(() -> Resampler.average(source, target, 0).values()).get());
            assertArrayEquals(turned, one.submit(() -> Resampler.average(source, oblique, 0).values()).get());
        } finally {
            one.shutdown();
        }
    }
}
