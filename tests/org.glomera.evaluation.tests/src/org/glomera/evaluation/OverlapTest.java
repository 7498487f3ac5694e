package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.junit.jupiter.api.Test;

class OverlapTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void dice_isOneForIdenticalMasks() {
        LabelMap map = KidneyRow.labels("11100220");
        assertEquals(1, Overlap.dice(map, map, Kidneys.RIGHT));
        assertEquals(1, Overlap.dice(map, map, Kidneys.LEFT));
        assertEquals(1, Overlap.dice(map, map, Kidneys.BOTH));
    }

    @Test
    void dice_countsEachSideByItsOwnLabel() {
        LabelMap reference = KidneyRow.labels("11100220");
        LabelMap candidate = KidneyRow.labels("01120222");
        // right: places 1, 2 in common; 3 and 2 voxels: 2 * 2 / (3 + 2) = 0.8
        assertEquals(0.8, Overlap.dice(reference, candidate, Kidneys.RIGHT), ROUNDING);
        // left: places 5, 6 in common; 2 and 4 voxels: 2 * 2 / 6
        assertEquals(4 / 6.0, Overlap.dice(reference, candidate, Kidneys.LEFT), ROUNDING);
        // both: 2 * (2 + 2) / (5 + 6)
        assertEquals(8 / 11.0, Overlap.dice(reference, candidate, Kidneys.BOTH), ROUNDING);
    }

    @Test
    void dice_ofAKidneyOnTheWrongSideIsZero() {
        assertEquals(0, Overlap.dice(KidneyRow.labels("11100000"), KidneyRow.labels("22200000"), Kidneys.RIGHT));
        assertEquals(0, Overlap.dice(KidneyRow.labels("11100000"), KidneyRow.labels("22200000"), Kidneys.BOTH));
    }

    @Test
    void dice_isZeroForOneEmptyMaskAndUndefinedForTwo() {
        LabelMap empty = KidneyRow.labels("00000000");
        assertEquals(0, Overlap.dice(KidneyRow.labels("11000000"), empty, Kidneys.RIGHT));
        assertTrue(Double.isNaN(Overlap.dice(empty, empty, Kidneys.RIGHT)));
    }

    @Test
    void dice_isTheHarmonicMeanOfSensitivityAndPrecision() {
        Grid grid = Grid.axial(9, 7, 5, new Vector3(1, 2, 4), new Vector3(0, 0, 0));
        Random random = new Random(3);
        byte[] one = new byte[grid.voxelCount()];
        byte[] other = new byte[grid.voxelCount()];
        int common = 0;
        int inOne = 0;
        int inOther = 0;
        for (int i = 0; i < one.length; i++) {
            one[i] = (byte) random.nextInt(3);
            other[i] = (byte) random.nextInt(3);
            inOne += one[i] == 2 ? 1 : 0;
            inOther += other[i] == 2 ? 1 : 0;
            common += one[i] == 2 && other[i] == 2 ? 1 : 0;
        }
        double sensitivity = common / (double) inOne;
        double precision = common / (double) inOther;
        assertEquals(2 / (1 / sensitivity + 1 / precision),
                Overlap.dice(new LabelMap(grid, one), new LabelMap(grid, other), Kidneys.LEFT), ROUNDING);
    }

    @Test
    void dice_refusesAnotherGrid() {
        LabelMap shifted = new LabelMap(Grid.axial(8, 1, 1, new Vector3(2, 3, 5), new Vector3(-7, 20, 30.02)),
                new byte[8]);
        assertThrows(IllegalArgumentException.class,
                () -> Overlap.dice(KidneyRow.labels("00000000"), shifted, Kidneys.LEFT));
    }
}
