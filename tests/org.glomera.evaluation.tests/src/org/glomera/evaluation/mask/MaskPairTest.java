package org.glomera.evaluation.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.junit.jupiter.api.Test;

class MaskPairTest {

    private static final double ROUNDING = 1e-9;

    /** Longer than the chunks in which rows are looked through. */
    private final Grid grid = Drawn.grid(2100, 4, 3, 0.5, 2, 3);

    @Test
    void box_isTheSmallestAroundBothMasksAndOneVoxelMore() {
        LabelMap one = Drawn.map(grid, (x, y, z) -> x == 1500 && y == 1 && z == 1 ? 1 : 0);
        LabelMap other = Drawn.map(grid, (x, y, z) -> x == 2099 && y == 3 && z == 2 ? 1 : 0);
        MaskPair masks = Drawn.right(one, other);
        assertEquals(new Box(1499, 0, 0, 602, 5, 4), masks.box());
        assertEquals(1, masks.reference().voxels());
        assertEquals(1, masks.candidate().voxels());
        assertEquals(0, masks.commonVoxels());
        assertEquals(grid.patientMm(2099, 3, 2), masks.candidate().centroidMm());
    }

    @Test
    void labels_thatAreNoKidneyOrAnotherOneDoNotCount() {
        LabelMap map = Drawn.map(grid, (x, y, z) -> x % 4);
        // of 2100 x 4 x 3 voxels a quarter is right, a quarter left, a quarter of label 3
        assertEquals(6300, MaskPair.of(map, map, Kidneys.RIGHT).reference().voxels());
        assertEquals(12600, MaskPair.of(map, map, Kidneys.BOTH).reference().voxels());
        // 6300 voxels of 3 cubic millimetres
        assertEquals(18.9, MaskPair.of(map, map, Kidneys.LEFT).candidate().volumeMl(), ROUNDING);
    }

    @Test
    void voxel_isCommonOfBothKidneysWhenTheSideIsTheSame() {
        LabelMap one = Drawn.map(grid, (x, y, z) -> x < 10 ? 1 : 2);
        LabelMap other = Drawn.map(grid, (x, y, z) -> x < 12 ? 1 : 2);
        assertEquals((2100 - 2) * 12, MaskPair.of(one, other, Kidneys.BOTH).commonVoxels());
    }

    @Test
    void emptiness_namesWhatIsEmpty() {
        LabelMap empty = Drawn.map(grid, (x, y, z) -> 0);
        LabelMap right = Drawn.map(grid, (x, y, z) -> 1);
        assertEquals("", Drawn.right(right, right).emptiness());
        assertEquals("The reference delineation of the right kidney is empty.", Drawn.right(empty, right).emptiness());
        assertEquals("Both delineations of the left kidney are empty.",
                MaskPair.of(right, right, Kidneys.LEFT).emptiness());
        assertEquals("Both delineations of both kidneys are empty.",
                MaskPair.of(empty, empty, Kidneys.BOTH).emptiness());
        assertTrue(Drawn.right(empty, empty).reference().isEmpty());
        assertThrows(IllegalStateException.class, () -> Drawn.right(empty, empty).reference().centroidMm());
    }

    @Test
    void delineations_onDifferentGridsAreRefused() {
        LabelMap one = Drawn.map(grid, (x, y, z) -> 1);
        LabelMap other = Drawn.map(Drawn.grid(2100, 4, 3, 0.5, 2, 3.1), (x, y, z) -> 1);
        assertThrows(IllegalArgumentException.class, () -> Drawn.right(one, other));
    }
}
