package org.glomera.pipeline.evaluating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.study.CaseResult;
import org.junit.jupiter.api.Test;

class CaseMeasurementTest {

    private static final double ROUNDING = 1e-9;

    /** Voxels of 4 x 2 x 5 = 40 cubic millimetres, 0.04 ml. */
    private final Grid spectGrid = Grid.axial(6, 2, 2, new Vector3(4, 2, 5), new Vector3(0, 0, 0));
    /** The same field of view with voxels of half the width. */
    private final Grid ctGrid = spectGrid.withSize(12, 2, 2);

    /** 100 Bq/ml in x = 0, 200 in x = 1 and so on. */
    private final Volume spect = spect();

    @Test
    void hybridNetwork_isMeasuredOnTheSpectsGrid() {
        // manual right: x 0 and 1 of one row, mean (100 + 200) / 2 = 150; automatic: x 1 and 2, mean 250
        LabelMap manual = map(spectGrid, new int[] {0, 1}, new int[] {4});
        LabelMap automatic = map(spectGrid, new int[] {1, 2}, new int[] {4});
        CaseResult right = new CaseMeasurement(spect, manual, Map.of()).measure("n", "c", manual, automatic).get(0);
        assertEquals(150, right.manual(), ROUNDING);
        assertEquals(250, right.automatic(), ROUNDING);
        // 100 * (250 - 150) / 150
        assertEquals(200.0 / 3, right.differencePercent(), ROUNDING);
        // one voxel in common: 2 * 1 / (2 + 2)
        assertEquals(0.5, right.dice(), ROUNDING);
        assertEquals(0.08, right.volumeMlManual(), ROUNDING);
    }

    @Test
    void standardNetwork_isComparedOnTheCtButMeasuredOnTheSpect() {
        LabelMap manualOnSpect = map(spectGrid, new int[] {0, 1}, new int[] {4});
        // on the CT: voxels 0 to 3 are the SPECT's 0 and 1, voxel 4 is half of 2, which is not more than its background
        LabelMap manualOnCt = map(ctGrid, new int[] {0, 1, 2, 3}, new int[] {8, 9});
        LabelMap automatic = map(ctGrid, new int[] {2, 3, 4}, new int[] {8, 9});
        CaseResult right = new CaseMeasurement(spect, manualOnSpect, Map.of())
                .measure("n", "c", manualOnCt, automatic).get(0);
        assertEquals(150, right.manual(), ROUNDING);
        // the SPECT's voxel 1 alone
        assertEquals(200, right.automatic(), ROUNDING);
        // 2 * 2 / (4 + 3)
        assertEquals(4.0 / 7, right.dice(), ROUNDING);
        // 3 voxels of 0.02 ml
        assertEquals(0.06, right.volumeMlAutomatic(), ROUNDING);
    }

    @Test
    void kidneyThatWasNotFound_hasDiceZeroAndNoActivity() {
        LabelMap manual = map(spectGrid, new int[] {0, 1}, new int[] {4});
        LabelMap automatic = map(spectGrid, new int[] {}, new int[] {4});
        List<CaseResult> rows = new CaseMeasurement(spect, manual, Map.of()).measure("n", "c", manual, automatic);
        assertEquals(Kidneys.RIGHT, rows.get(0).kidneys());
        assertEquals(0, rows.get(0).dice());
        assertTrue(Double.isNaN(rows.get(0).automatic()) && Double.isNaN(rows.get(0).differencePercent()));
        assertEquals(1, rows.get(1).dice());
    }

    private Volume spect() {
        float[] values = new float[spectGrid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 100 * (i % 6 + 1);
        }
        return new Volume(spectGrid, Quantity.ACTIVITY_CONCENTRATION, values);
    }

    private static LabelMap map(Grid grid, int[] right, int[] left) {
        byte[] labels = new byte[grid.voxelCount()];
        for (int x : right) {
            labels[grid.index(x, 0, 0)] = 1;
        }
        for (int x : left) {
            labels[grid.index(x, 0, 0)] = 2;
        }
        return new LabelMap(grid, labels);
    }
}
