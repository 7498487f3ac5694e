package org.glomera.network.augmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.resample.Resampler;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;
import org.junit.jupiter.api.Test;

class MovedSampleTest {

    /** Places are composed in another order of roundings than the resampler's; values reach 4. */
    private static final float ROUNDING = 1e-5f;

    private static final Vector3 SPACING = new Vector3(2, 3, 5);
    private static final ImageFacts FACTS = TestImages.facts(13, 11, 9, SPACING, TestImages.SPECT, TestImages.CT);
    private static final Affine3 TURN = rotation(0.3);

    private static Affine3 rotation(double radians) {
        double c = Math.cos(radians);
        double s = Math.sin(radians);
        return new Affine3(new Vector3(c, s, 0), new Vector3(-s, c, 0), new Vector3(0, 0, 1), new Vector3(0, 0, 0));
    }

    private static Sample move(Sample sample, ImageFacts facts, Affine3... movements) throws GlomeraException {
        return TestImages.moving(movements).augment(sample, facts, 1, 1, 0);
    }

    /** The image's frame: voxel (6, 5, 4) of 13 x 11 x 9 is in the middle. */
    private static Grid grid() {
        return Grid.axial(13, 11, 9, SPACING, new Vector3(-12, -15, -20));
    }

    private static float[] reference(float[] values, Affine3 movement, float outside) {
        Grid target = new Grid(13, 11, 9, movement.inverse().after(grid().voxelToPatientMm()));
        return Resampler.trilinear(new Volume(grid(), Quantity.UNKNOWN, values), target, outside).values();
    }

    @Test
    void aMovement_isWhatTheResamplerMakesOfTheMovedGrid() throws GlomeraException {
        Sample sample = TestImages.random(FACTS, 5);
        Affine3 movement = Affine3.translation(new Vector3(1.3, -2.9, 4.1)).after(TURN);
        Sample moved = move(sample, FACTS, movement);
        // no activity is (0 - 1000) / 2000, air is clipped to -200 HU: (-200 - 50) / 125
        assertArrayEquals(reference(sample.channels()[0], movement, -0.5f), moved.channels()[0], ROUNDING);
        assertArrayEquals(reference(sample.channels()[1], movement, -2), moved.channels()[1], ROUNDING);
        float[] share = reference(sample.mask(), movement, 0);
        for (int i = 0; i < share.length; i++) {
            assertEquals(share[i] >= 0.5 ? 1 : 0, moved.mask()[i], "voxel " + i + ", share " + share[i]);
        }
    }

    @Test
    void twoMovements_areResampledOnce() throws GlomeraException {
        Sample sample = TestImages.random(FACTS, 6);
        Sample back = move(sample, FACTS, TURN, TURN.inverse());
        assertArrayEquals(sample.channels()[1], back.channels()[1], ROUNDING);
        assertArrayEquals(sample.mask(), back.mask());
        // resampled after each they are far from the image
        Sample twice = move(move(sample, FACTS, TURN), FACTS, TURN.inverse());
        double largest = 0;
        for (int i = 0; i < twice.mask().length; i++) {
            largest = Math.max(largest, Math.abs(twice.channels()[1][i] - sample.channels()[1][i]));
        }
        assertTrue(largest > 1, "largest difference " + largest);
    }

    @Test
    void movements_areMadeInTheListsOrder() throws GlomeraException {
        Sample sample = TestImages.random(FACTS, 7);
        Affine3 shift = Affine3.translation(new Vector3(6, 0, 0));
        // first shifted, then turned
        assertArrayEquals(move(sample, FACTS, TURN.after(shift)).channels()[0],
                move(sample, FACTS, shift, TURN).channels()[0], ROUNDING);
    }

    @Test
    void aShiftInMillimetres_isInVoxelsOfEachAxissSpacing() throws GlomeraException {
        float[] values = new float[FACTS.voxelCount()];
        values[grid().index(3, 4, 5)] = 1.5f;
        float[] mask = new float[FACTS.voxelCount()];
        mask[grid().index(3, 4, 5)] = 1;
        Sample moved = move(new Sample(new float[][] {values, values}, mask), FACTS,
                Affine3.translation(new Vector3(4, -6, 5)));
        // 4 mm are two voxels of 2 mm to the left, 6 mm two of 3 mm to the front, 5 mm one of 5 mm to the head
        int there = grid().index(5, 2, 6);
        assertEquals(1.5f, moved.channels()[0][there]);
        assertEquals(1, moved.mask()[there]);
        assertEquals(1, sum(moved.mask()));
        // what came in from the right is air, what came in from the back has no activity
        assertEquals(-2, moved.channels()[1][grid().index(1, 2, 6)]);
        assertEquals(-0.5f, moved.channels()[0][grid().index(5, 9, 6)]);
    }

    @Test
    void aRotation_turnsFromLeftToBackInMillimetres() throws GlomeraException {
        float[] values = new float[FACTS.voxelCount()];
        // 6 mm to the left of the middle, which is three voxels of 2 mm
        values[grid().index(9, 5, 4)] = 1;
        Sample moved = move(new Sample(new float[][] {values, values}, new float[values.length]), FACTS,
                rotation(Math.PI / 2));
        // 6 mm to the back, which is two voxels of 3 mm
        assertEquals(1, moved.channels()[0][grid().index(6, 7, 4)], ROUNDING);
        assertEquals(0, moved.channels()[0][grid().index(6, 8, 4)], ROUNDING);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void mirroring_exchangesLeftAndRightVoxelByVoxel() throws GlomeraException {
        ImageFacts facts = TestImages.facts(12, 11, 9, SPACING, TestImages.CT);
        Sample sample = TestImages.random(facts, 8);
        sample.mask()[2] = 1;
        Sample mirrored = TestImages.augmented("mirroring", Map.of(), sample, facts, 3);
        for (int row = 0; row < 11 * 9; row++) {
            for (int x = 0; x < 12; x++) {
                assertEquals(sample.channels()[0][row * 12 + x], mirrored.channels()[0][row * 12 + 11 - x]);
                assertEquals(sample.mask()[row * 12 + x], mirrored.mask()[row * 12 + 11 - x]);
            }
        }
    }

    @Test
    void mirroring_exchangesTheLabelsWhereTheMaskTellsRightFromLeft() throws GlomeraException {
        ImageFacts facts = TestImages.sided(TestImages.facts(6, 1, 1, SPACING, TestImages.CT));
        Sample sample = new Sample(new float[][] {{0, 1, 0, 1, 0, -1}}, new float[] {1, 1, 0, 0, 2, 0});
        Sample mirrored = TestImages.augmented("mirroring", Map.of(), sample, facts, 3);
        // the right kidney of two voxels at the patient's right is then the left one at the left
        assertArrayEquals(new float[] {0, 1, 0, 0, 2, 2}, mirrored.mask());
        assertArrayEquals(new float[] {-1, 0, 1, 0, 1, 0}, mirrored.channels()[0]);
        // a movement without a mirror keeps them
        Sample shifted = move(sample, facts, Affine3.translation(new Vector3(2, 0, 0)));
        assertArrayEquals(new float[] {0, 1, 1, 0, 0, 2}, shifted.mask());
        // mirrored twice is not mirrored
        Affine3 mirror = new Affine3(new Vector3(-1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1),
                new Vector3(0, 0, 0));
        assertArrayEquals(sample.mask(), move(sample, facts, mirror, mirror).mask());
    }

    @Test
    void theSourceImage_isNotWrittenTo() throws GlomeraException {
        Sample sample = TestImages.random(FACTS, 9);
        float[] before = sample.channels()[1].clone();
        float[] mask = sample.mask().clone();
        Sample moved = move(sample, FACTS, TURN);
        assertArrayEquals(before, sample.channels()[1]);
        assertArrayEquals(mask, sample.mask());
        assertNotEquals(sample.channels()[1], moved.channels()[1]);
    }
}
