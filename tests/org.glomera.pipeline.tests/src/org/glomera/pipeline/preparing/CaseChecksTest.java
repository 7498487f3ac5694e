package org.glomera.pipeline.preparing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.network.Channel;
import org.junit.jupiter.api.Test;

class CaseChecksTest {

    private final Grid grid = Grid.axial(10, 6, 8, new Vector3(2, 3, 5), new Vector3(0, 0, 0));

    @Test
    void wholeCase_hasNoFault() {
        assertEquals(Optional.empty(), ofCt(volume(grid), kidneys(grid)));
        assertEquals(Optional.empty(), hybrid(volume(grid), kidneys(grid)));
    }

    @Test
    void missingKidney_isNamed() {
        LabelMap right = kidneys(grid);
        for (int i = 0; i < right.labels().length; i++) {
            right.labels()[i] = right.labels()[i] == 2 ? 0 : right.labels()[i];
        }
        assertFault("The left kidney is not delineated on the CT.", ofCt(volume(grid), right));
    }

    @Test
    void kidneyAtAnyFaceOfTheVolume_isCutOff() {
        int[][] edges = {{0, 3, 4}, {9, 3, 4}, {3, 0, 4}, {3, 5, 4}, {3, 3, 0}, {3, 3, 7}};
        for (int[] at : edges) {
            LabelMap cut = kidneys(grid);
            cut.labels()[grid.index(at[0], at[1], at[2])] = 1;
            assertFault("The right kidney is cut off by the edge of the CT's field of view.", ofCt(volume(grid), cut));
        }
    }

    @Test
    void nonFiniteVoxels_areCounted() {
        Volume ct = volume(grid);
        ct.values()[7] = Float.NaN;
        ct.values()[9] = Float.POSITIVE_INFINITY;
        assertFault("The CT has 2 voxels that are no finite numbers.", ofCt(ct, kidneys(grid)));
    }

    @Test
    void delineationOfAnotherGrid_isRefused() {
        Grid shifted = Grid.axial(10, 6, 8, new Vector3(2, 3, 5), new Vector3(0, 0, 1));
        assertFault("The delineation does not lie on the grid of the CT.", ofCt(volume(grid), kidneys(shifted)));
    }

    @Test
    void ctThatShowsLessThanHalfOfTheSpect_isTooLittleForAHybridNetwork() {
        // 3 of 8 slices: 37.5 %, rounded half up by the formatter
        Grid three = Grid.axial(10, 6, 3, new Vector3(2, 3, 5), new Vector3(0, 0, 0));
        assertFault("The CT shows only 38 % of the SPECT's field of view; at least 50 % are needed.",
                hybrid(volume(three), kidneys(grid)));
    }

    @Test
    void ctThatCutsAKidneyInHalf_isStillOfUseToAHybridNetwork() {
        // slices 3 to 7 are 5 of 8, 62.5 % of the field; the kidneys of slices 2 to 4 lose one of three
        Grid upper = Grid.axial(10, 6, 5, new Vector3(2, 3, 5), new Vector3(0, 0, 15));
        assertEquals(Optional.empty(), hybrid(volume(upper), kidneys(grid)));
        // slices 4 to 7 show half of the field but one of three slices of the kidneys
        Grid higher = Grid.axial(10, 6, 4, new Vector3(2, 3, 5), new Vector3(0, 0, 20));
        assertFault("The CT shows only 33 % of the right kidney; at least 50 % are needed.",
                hybrid(volume(higher), kidneys(grid)));
    }

    private static void assertFault(String expected, Optional<String> fault) {
        assertTrue(fault.isPresent(), "a fault was expected: " + expected);
        assertEquals(expected, fault.get());
    }

    private Optional<String> ofCt(Volume ct, LabelMap kidneys) {
        return CaseChecks.fault(Map.of(Channel.CT, ct), kidneys, Channel.CT);
    }

    private Optional<String> hybrid(Volume ct, LabelMap kidneys) {
        Volume spect = new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, new float[grid.voxelCount()]);
        return CaseChecks.fault(Map.of(Channel.SPECT, spect, Channel.CT, ct), kidneys, Channel.SPECT);
    }

    private static Volume volume(Grid grid) {
        return new Volume(grid, Quantity.HOUNSFIELD, new float[grid.voxelCount()]);
    }

    /** Right kidney at x 2 to 3, left at x 6 to 7, both at y 2 to 3 and z 2 to 4. */
    private static LabelMap kidneys(Grid grid) {
        byte[] labels = new byte[grid.voxelCount()];
        for (int z = 2; z <= 4; z++) {
            for (int y = 2; y <= 3; y++) {
                for (int x = 2; x <= 3; x++) {
                    labels[grid.index(x, y, z)] = 1;
                    labels[grid.index(x + 4, y, z)] = 2;
                }
            }
        }
        return new LabelMap(grid, labels);
    }
}
