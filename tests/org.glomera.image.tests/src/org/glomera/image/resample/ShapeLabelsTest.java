package org.glomera.image.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.image.components.ConnectedComponents;
import org.glomera.image.components.Connectivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeLabelsTest {

    /** Distances are kept in single precision. */
    private static final double SINGLE = 1e-5;
    /** What byShape promises of a label that is several voxels thick. */
    private static final double VOLUME_SHARE = 0.01;

    /** A SPECT-like grid of 4 x 4.8 x 5 mm and finer ones: parallel, exchanged and flipped, oblique. */
    private static final Grid COARSE = Grid.axial(50, 30, 32, new Vector3(4, 4.8, 5), new Vector3(-98, -70, -80));

    static List<Grid> targets() {
        Vector3 first = new Vector3(-97.3, -69.1, -78);
        return List.of(Grid.axial(130, 100, 100, new Vector3(1.5, 1.4, 1.5), first),
                new Grid(100, 130, 100, new Affine3(new Vector3(0, 0, -1.5), new Vector3(1.5, 0, 0),
                        new Vector3(0, 1.4, 0), new Vector3(-97.3, -69.1, 72))),
                new Grid(150, 120, 110, new Affine3(new Vector3(1.4 * Math.cos(0.3), 1.4 * Math.sin(0.3), 0),
                        new Vector3(-1.5 * Math.sin(0.3), 1.5 * Math.cos(0.3), 0), new Vector3(0, 0, 1.5),
                        new Vector3(-75, -120, -80))));
    }

    /** Two ellipsoids with half axes of 28 x 24 x 45 mm, hollowed out at the middle line as kidneys are. */
    private static LabelMap kidneys(Grid grid) {
        byte[] labels = new byte[grid.voxelCount()];
        for (int i = 0; i < labels.length; i++) {
            Vector3 at = grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), i / grid.nx() / grid.ny());
            labels[i] = (byte) (isIn(at, -50, -1) ? 1 : isIn(at, 50, 1) ? 2 : 0);
        }
        return new LabelMap(grid, labels);
    }

    private static boolean isIn(Vector3 at, double x, int side) {
        double ellipsoid = Math.pow((at.x() - x) / 28, 2) + Math.pow(at.y() / 24, 2) + Math.pow(at.z() / 45, 2);
        Vector3 sinus = new Vector3(x - side * 28.0, 0, 0);
        return ellipsoid < 1 && at.minus(sinus).length() > 16;
    }

    private static byte[] mask(LabelMap map, int label, boolean outside) {
        byte[] mask = new byte[map.labels().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (map.labels()[i] == label != outside ? 1 : 0);
        }
        return mask;
    }

    @ParameterizedTest
    @MethodSource("targets")
    void kidneys_keepVolumeAndTopology(Grid target) {
        LabelMap coarse = kidneys(COARSE);
        LabelMap fine = Resampler.byShape(coarse, target);
        for (int label = 1; label <= 2; label++) {
            double before = coarse.count(label) * COARSE.voxelVolumeMl();
            assertEquals(before, fine.count(label) * target.voxelVolumeMl(), VOLUME_SHARE * before, "label " + label);
            assertEquals(1, ConnectedComponents.label(target, mask(fine, label, false), Connectivity.FACES).list()
                    .size(), "one part of label " + label);
            // no hole: what is not the kidney hangs together
            assertEquals(1, ConnectedComponents.label(target, mask(fine, label, true), Connectivity.FACES).list()
                    .size(), "no hole in label " + label);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void shape_isNearerToTheTruthThanNearestNeighbours(Grid target) {
        LabelMap truth = kidneys(target);
        LabelMap coarse = kidneys(COARSE);
        int byShape = differences(truth, Resampler.byShape(coarse, target));
        int nearest = differences(truth, Resampler.nearest(coarse, target));
        // steps of 4 to 5 mm against a smooth surface between the same centres
        assertTrue(byShape < 0.75 * nearest, byShape + " of " + nearest);
    }

    private static int differences(LabelMap a, LabelMap b) {
        int count = 0;
        for (int i = 0; i < a.labels().length; i++) {
            count += a.labels()[i] != b.labels()[i] ? 1 : 0;
        }
        return count;
    }

    @Test
    void sameGrid_givesTheSameLabels() {
        LabelMap coarse = kidneys(COARSE);
        assertArrayEquals(coarse.labels(), Resampler.byShape(coarse, COARSE).labels());
    }

    @Test
    void face_staysWhereItIs() {
        // half of 8 voxels of 3 mm has the label: its face lies at index 3.5, 10.5 mm from the first centre; of voxels
        // of 1 mm, whose first centre is at -1 mm, those up to 10 mm lie below it: 12 of 24
        byte[] labels = new byte[8 * 6 * 6];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 8 < 4 ? 9 : 0);
        }
        Grid grid = Grid.axial(8, 6, 6, new Vector3(3, 4, 5), new Vector3(0, 0, 0));
        Grid fine = Grid.axial(24, 6, 6, new Vector3(1, 4, 5), new Vector3(-1, 0, 0));
        LabelMap found = Resampler.byShape(new LabelMap(grid, labels), fine);
        for (int x = 0; x < 24; x++) {
            assertEquals(x < 12 ? 9 : 0, found.at(x, 3, 3), "x = " + x);
        }
    }

    @Test
    void beyondTheFieldOfView_isBackground() {
        byte[] labels = new byte[4 * 4 * 4];
        Arrays.fill(labels, (byte) 1);
        Grid grid = Grid.axial(4, 4, 4, new Vector3(2, 3, 4), new Vector3(0, 0, 0));
        Grid larger = Grid.axial(8, 4, 4, new Vector3(2, 3, 4), new Vector3(-4, 0, 0));
        LabelMap found = Resampler.byShape(new LabelMap(grid, labels), larger);
        for (int x = 0; x < 8; x++) {
            assertEquals(x >= 2 && x < 6 ? 1 : 0, found.at(x, 1, 1), "x = " + x);
        }
    }

    @Test
    void partThatTheTargetCovers_keepsItsVolume() {
        LabelMap coarse = kidneys(COARSE);
        // the upper half only
        Grid half = Grid.axial(130, 100, 50, new Vector3(1.5, 1.4, 1.5), new Vector3(-97.3, -69.1, 0.75));
        LabelMap fine = Resampler.byShape(coarse, half);
        double covered = 0;
        for (float share : Resampler.fraction(coarse, Set.of(1), half)) {
            covered += share;
        }
        assertEquals(covered, fine.count(1), VOLUME_SHARE * covered);
    }

    @Test
    void signedDistance_isThatOfEveryPairOfVoxels() {
        // the slow reference looks at every voxel from every voxel
        Random random = new Random(7);
        int[] size = {9, 7, 5};
        double[] spacing = {1.5, 2.25, 4};
        boolean[] mask = new boolean[9 * 7 * 5];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextInt(6) == 0;
        }
        float[] fast = SignedDistance.of(mask, size, spacing);
        for (int i = 0; i < mask.length; i++) {
            double least = Double.MAX_VALUE;
            for (int j = 0; j < mask.length; j++) {
                if (mask[j] != mask[i]) {
                    double x = (i % 9 - j % 9) * spacing[0];
                    double y = (i / 9 % 7 - j / 9 % 7) * spacing[1];
                    double z = (i / 63 - j / 63) * spacing[2];
                    least = Math.min(least, Math.sqrt(x * x + y * y + z * z));
                }
            }
            assertEquals(mask[i] ? -least : least, fast[i], SINGLE, "voxel " + i);
        }
    }
}
