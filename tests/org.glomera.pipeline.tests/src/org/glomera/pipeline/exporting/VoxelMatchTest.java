package org.glomera.pipeline.exporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.junit.jupiter.api.Test;

class VoxelMatchTest {

    private static final Grid IMAGE = Grid.axial(7, 6, 5, new Vector3(1.5, 2.25, 3.125), new Vector3(-20, 30, -400));

    @Test
    void sameVoxels_matchInAnyOrder() {
        // Rows and columns exchanged, slices counted from the head.
        Grid other = new Grid(6, 7, 5, new Affine3(new Vector3(0, 2.25, 0), new Vector3(1.5, 0, 0),
                new Vector3(0, 0, -3.125), IMAGE.patientMm(0, 0, 4)));
        assertTrue(VoxelMatch.isMatch(IMAGE, IMAGE));
        assertTrue(VoxelMatch.isMatch(other, IMAGE));
        byte[] labels = new byte[other.voxelCount()];
        labels[other.index(2, 5, 1)] = 1;
        LabelMap onImage = VoxelMatch.onto(new LabelMap(other, labels), IMAGE);
        assertEquals(1, onImage.at(5, 2, 3));
        assertEquals(1, onImage.count(1));
    }

    @Test
    void voxelsOfASingleHeaderPrecision_match() {
        // NIfTI headers have single precision: 400 mm are known to 0.00003 mm.
        assertTrue(VoxelMatch.isMatch(moved(0.00003), IMAGE));
    }

    @Test
    void otherVoxels_doNotMatch_andTheSentenceSaysHowFar() {
        // One slice further down: 3.125 mm.
        Grid shifted = moved(3.125);
        assertFalse(VoxelMatch.isMatch(shifted, IMAGE));
        assertEquals("the delineation has 7 x 6 x 5 voxels of 1.500 x 2.250 x 3.125 mm, the image 7 x 6 x 5 voxels of "
                + "1.500 x 2.250 x 3.125 mm, and a corner voxel of the delineation lies 3.13 mm from the nearest corner "
                + "voxel of the image.", VoxelMatch.difference(shifted, IMAGE));
        assertFalse(VoxelMatch.isMatch(IMAGE.withSize(14, 12, 10), IMAGE));
        assertFalse(VoxelMatch.isMatch(IMAGE.withSize(6, 7, 5), IMAGE));
    }

    private static Grid moved(double mm) {
        return new Grid(7, 6, 5, Affine3.translation(new Vector3(0, 0, -mm)).after(IMAGE.voxelToPatientMm()));
    }
}
