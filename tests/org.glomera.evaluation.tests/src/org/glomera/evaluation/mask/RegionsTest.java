package org.glomera.evaluation.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.junit.jupiter.api.Test;

class RegionsTest {

    private final Grid grid = Drawn.grid(12, 9, 8, 1, 2, 3);

    /** A block of 5 x 5 x 5 voxels. */
    private final LabelMap block = map((x, y, z) -> isIn(x, y, z, 1, 5));

    private LabelMap map(Drawn.Rule rule) {
        return Drawn.map(grid, rule);
    }

    private static int isIn(int x, int y, int z, int from, int to) {
        return x >= from && x <= to && y >= from && y <= to && z >= from && z <= to ? 1 : 0;
    }

    @Test
    void components_thatShareNoVoxelWithTheReferenceAreOutside() {
        LabelMap candidate = map((x, y, z) -> isIn(x, y, z, 2, 4) == 1
                || x == 7 && y == 2 && z == 2 // apart
                || x == 10 && y == 7 && z == 6 || x == 11 && y == 8 && z == 7 // apart, hanging together by a corner
                || x == 6 && y == 3 && z == 3 // beside the reference, but not of the candidate's block, which ends at 4
                ? 1 : 0);
        assertEquals(2, Regions.outside(Drawn.right(block, map((x, y, z) -> x == 6 ? 0 : candidate.at(x, y, z)))));
        // voxel 6 touches voxel 7, but hangs together with no voxel of the reference
        assertEquals(2, Regions.outside(Drawn.right(block, candidate)));
        assertEquals(0, Regions.outside(Drawn.right(block, block)));
    }

    @Test
    void component_thatOverlapsTheReferenceByOneVoxelIsNotOutside() {
        LabelMap candidate = map((x, y, z) -> y == 3 && z == 3 && x >= 5 ? 1 : 0);
        assertEquals(0, Regions.outside(Drawn.right(block, candidate)));
    }

    @Test
    void cavity_isWhatTheCandidateEnclosesInTheReference() {
        LabelMap hollow = map((x, y, z) -> x == 3 && y == 3 && z == 3 || x == 2 && y == 2 && z == 2
                ? 0 : isIn(x, y, z, 1, 5));
        // both holes touch over no face
        assertEquals(2, Regions.cavities(Drawn.right(block, hollow)));
        assertEquals(0, Regions.cavities(Drawn.right(block, block)));
        // the reference has the same holes, so the candidate is right to leave them out
        assertEquals(0, Regions.cavities(Drawn.right(hollow, hollow)));
        // a tunnel to the outside makes it no cavity
        assertEquals(1, Regions.cavities(Drawn.right(block,
                map((x, y, z) -> x >= 3 && y == 3 && z == 3 ? 0 : hollow.at(x, y, z)))));
    }

    @Test
    void hollow_atTheImagesEdgeIsOpen() {
        LabelMap all = map((x, y, z) -> 1);
        assertEquals(0, Regions.cavities(Drawn.right(all, map((x, y, z) -> x == 0 && y == 4 && z == 4 ? 0 : 1))));
        assertEquals(1, Regions.cavities(Drawn.right(all, map((x, y, z) -> x == 1 && y == 4 && z == 4 ? 0 : 1))));
    }

    @Test
    void bothKidneys_areOneMask() {
        LabelMap reference = map((x, y, z) -> x < 3 ? 1 : x > 8 ? 2 : 0);
        // an island of the right label in the left kidney stands apart of the right one, but not of both
        LabelMap candidate = map((x, y, z) -> x < 3 || x == 11 ? 1 : 0);
        assertEquals(1, Regions.outside(MaskPair.of(reference, candidate, Kidneys.RIGHT)));
        assertEquals(0, Regions.outside(MaskPair.of(reference, candidate, Kidneys.BOTH)));
    }
}
