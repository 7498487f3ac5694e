package org.glomera.core.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GridTest {

    /** Rounding of a few double operations on numbers of a few hundred. */
    private static final double ROUNDING = 1e-9;

    private final Grid anisotropic = Grid.axial(4, 6, 10, new Vector3(2, 3, 5), new Vector3(-10, 20, 30));

    @Test
    void index_runsFastestAlongX() {
        // (z * ny + y) * nx + x = (2 * 6 + 3) * 4 + 1 = 61
        assertEquals(61, anisotropic.index(1, 3, 2));
    }

    @Test
    void voxelVolume_isTheProductOfTheSpacingsInMillilitres() {
        // 2 * 3 * 5 = 30 mm3 = 0.03 ml
        assertEquals(0.03, anisotropic.voxelVolumeMl(), ROUNDING);
    }

    @Test
    void withSize_keepsTheOuterFaces() {
        // x: 4 voxels of 2 mm from -10 have their lower face at -11 and 8 mm of width; two voxels are 4 mm wide,
        // the first centre is at -11 + 2 = -9. y: 6 of 3 mm from 20: face 18.5, three of 6 mm: centre 21.5.
        // z: 10 of 5 mm from 30: face 27.5, twenty of 2.5 mm: centre 28.75.
        Grid other = anisotropic.withSize(2, 3, 20);
        Vector3 first = other.patientMm(0, 0, 0);
        assertEquals(-9, first.x(), ROUNDING);
        assertEquals(21.5, first.y(), ROUNDING);
        assertEquals(28.75, first.z(), ROUNDING);
        assertEquals(2.5, other.spacingMm().z(), ROUNDING);
        assertEquals(anisotropic.voxelCount() * anisotropic.voxelVolumeMl(),
                other.voxelCount() * other.voxelVolumeMl(), ROUNDING);
    }

    @Test
    void isSameAs_seesAShiftOfOneCorner() {
        Grid stretched = Grid.axial(4, 6, 10, new Vector3(2, 3, 5.01), new Vector3(-10, 20, 30));
        // the last slice lies 9 * 0.01 = 0.09 mm off
        assertFalse(anisotropic.isSameAs(stretched, 0.08));
        assertTrue(anisotropic.isSameAs(stretched, 0.1));
    }

    @Test
    void constructor_refusesWhatAnArrayCannotHold() {
        assertThrows(IllegalArgumentException.class, () -> new Grid(100_000, 100_000, 1, Affine3.IDENTITY));
        assertThrows(IllegalArgumentException.class, () -> new Grid(0, 1, 1, Affine3.IDENTITY));
        assertThrows(IllegalArgumentException.class,
                () -> Grid.axial(2, 2, 2, new Vector3(1, -1, 1), new Vector3(0, 0, 0)));
    }
}
