package org.glomera.pipeline.preparing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.junit.jupiter.api.Test;

class CanonicalGridTest {

    /** Rounding of a few double operations on numbers of a few hundred. */
    private static final double ROUNDING_MM = 1e-9;

    @Test
    void axialGrid_staysAsItIs() {
        Grid axial = Grid.axial(4, 5, 6, new Vector3(2, 3, 4), new Vector3(-10, 20, 30));
        assertTrue(CanonicalGrid.of(axial).isSameAs(axial, ROUNDING_MM));
    }

    @Test
    void niftisUsualOrientation_isTurnedWithoutMovingTheFieldOfView() {
        // x to the right, y to the front: first voxel at x = 100, y = 50; the last ones at 100 - 3*2 = 94, 50 - 4*3 = 38
        Grid ras = new Grid(4, 5, 6, new Affine3(new Vector3(-2, 0, 0), new Vector3(0, -3, 0), new Vector3(0, 0, 4),
                new Vector3(100, 50, 30)));
        Grid expected = Grid.axial(4, 5, 6, new Vector3(2, 3, 4), new Vector3(94, 38, 30));
        assertTrue(CanonicalGrid.of(ras).isSameAs(expected, ROUNDING_MM));
    }

    @Test
    void sagittalSlices_areReorderedToLeftBackHead() {
        // first index runs to the back (5 voxels of 3 mm), second to the feet (6 of 4 mm), third to the left (4 of 2 mm)
        Grid sagittal = new Grid(5, 6, 4, new Affine3(new Vector3(0, 3, 0), new Vector3(0, 0, -4),
                new Vector3(2, 0, 0), new Vector3(-10, 20, 50)));
        // the lowest voxel lies 5 * 4 = 20 mm below the first: z = 30
        Grid expected = Grid.axial(4, 5, 6, new Vector3(2, 3, 4), new Vector3(-10, 20, 30));
        assertTrue(CanonicalGrid.of(sagittal).isSameAs(expected, ROUNDING_MM));
    }

    @Test
    void obliqueGrid_keepsItsTilt() {
        double c = Math.cos(Math.toRadians(20));
        double s = Math.sin(Math.toRadians(20));
        Grid tilted = new Grid(4, 5, 6, new Affine3(new Vector3(2, 0, 0), new Vector3(0, 3 * c, 3 * s),
                new Vector3(0, -4 * s, 4 * c), new Vector3(0, 0, 0)));
        assertTrue(CanonicalGrid.of(tilted).isSameAs(tilted, ROUNDING_MM));
    }

    @Test
    void fieldOfView_isMeasuredAlongThePatientsAxes() {
        Grid sagittal = new Grid(5, 6, 4, new Affine3(new Vector3(0, 3, 0), new Vector3(0, 0, -4),
                new Vector3(2, 0, 0), new Vector3(-10, 20, 50)));
        // x: 4 * 2, y: 5 * 3, z: 6 * 4
        Vector3 lengths = InputBuilder.fieldOfViewMm(sagittal);
        assertEquals(8, lengths.x(), ROUNDING_MM);
        assertEquals(15, lengths.y(), ROUNDING_MM);
        assertEquals(24, lengths.z(), ROUNDING_MM);
    }
}
