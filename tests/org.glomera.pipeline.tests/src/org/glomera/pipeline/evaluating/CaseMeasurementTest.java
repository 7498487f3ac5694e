package org.glomera.pipeline.evaluating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.Metric;
import org.glomera.evaluation.metrics.ActivityDifferenceMetric;
import org.glomera.evaluation.metrics.ActivityTotalMetric;
import org.glomera.evaluation.metrics.CentroidDistanceMetric;
import org.glomera.evaluation.metrics.DiceMetric;
import org.glomera.pipeline.evaluating.CaseMeasurement.Measured;
import org.glomera.study.CaseRemark;
import org.glomera.study.CaseResult;
import org.glomera.study.ImageGrid;
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
        CaseResult right = new CaseMeasurement(Optional.of(spect), Map.of(ImageGrid.SPECT, manual), Map.of())
                .measure("n", "c", automatic, ImageGrid.SPECT).results().get(0);
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
        CaseResult right = measurement(manualOnSpect, manualOnCt, Map.of())
                .measure("n", "c", automatic, ImageGrid.CT).results().get(0);
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
        Measured measured = new CaseMeasurement(Optional.of(spect), Map.of(ImageGrid.SPECT, manual), Map.of())
                .measure("n", "c", automatic, ImageGrid.SPECT);
        List<CaseResult> rows = measured.results();
        assertEquals(Kidneys.RIGHT, rows.get(0).kidneys());
        assertEquals(0, rows.get(0).dice());
        assertTrue(Double.isNaN(rows.get(0).automatic()) && Double.isNaN(rows.get(0).differencePercent()));
        assertEquals(1, rows.get(1).dice());
        String empty = "The candidate delineation of the right kidney is empty.";
        assertEquals(List.of(new CaseRemark("n", "c", Kidneys.RIGHT, "automatic", empty),
                new CaseRemark("n", "c", Kidneys.RIGHT, "difference_percent", empty)), measured.remarks());
    }

    @Test
    void bothKidneys_areMeasuredTogetherAndNotAsAMean() {
        LabelMap manual = map(spectGrid, new int[] {0, 1}, new int[] {4});
        LabelMap automatic = map(spectGrid, new int[] {1, 2}, new int[] {4});
        CaseResult both = new CaseMeasurement(Optional.of(spect), Map.of(ImageGrid.SPECT, manual), Map.of())
                .measure("n", "c", automatic, ImageGrid.SPECT).results().get(2);
        assertEquals(Kidneys.BOTH, both.kidneys());
        // manual (100 + 200 + 500) / 3, automatic (200 + 300 + 500) / 3: 100 * (1000 - 800) / 800
        assertEquals(800 / 3.0, both.manual(), ROUNDING);
        assertEquals(25, both.differencePercent(), ROUNDING);
        // 2 * (1 + 1) / (3 + 3), where the mean of both kidneys' coefficients would be (0.5 + 1) / 2
        assertEquals(4 / 6.0, both.dice(), ROUNDING);
        assertEquals(0.12, both.volumeMlAutomatic(), ROUNDING);
    }

    @Test
    void everyMetric_isTakenOnBothGridsAndThatOfTheActivityOnTheSpectAlone() {
        LabelMap manualOnSpect = map(spectGrid, new int[] {0, 1}, new int[] {4});
        LabelMap manualOnCt = map(ctGrid, new int[] {0, 1, 2, 3}, new int[] {8, 9});
        LabelMap automatic = map(ctGrid, new int[] {2, 3, 4}, new int[] {8, 9});
        Map<String, Metric> metrics = new LinkedHashMap<>();
        metrics.put("dice", new DiceMetric());
        metrics.put("activity_difference_percent", new ActivityDifferenceMetric());
        metrics.put("activity_total_bq", new ActivityTotalMetric());
        metrics.put("centroid_distance_mm", new CentroidDistanceMetric());
        CaseResult right = measurement(manualOnSpect, manualOnCt, metrics).measure("n", "c", automatic, ImageGrid.CT)
                .results().get(0);
        assertEquals(List.of("dice_spect", "dice_ct", "activity_total_bq_spect", "centroid_distance_mm_spect",
                "centroid_distance_mm_ct"), List.copyOf(right.further().keySet()));
        assertEquals(CaseMeasurement.columns(metrics), List.copyOf(right.further().keySet()));
        // on the CT 2 * 2 / (4 + 3); on the SPECT, where voxel 1 alone is found, 2 * 1 / (2 + 1)
        assertEquals(4 / 7.0, right.further().get("dice_ct"), ROUNDING);
        assertEquals(2 / 3.0, right.further().get("dice_spect"), ROUNDING);
        // centroids at CT voxels 1.5 and 3 of 2 mm; at SPECT voxels 0.5 and 1 of 4 mm
        assertEquals(3, right.further().get("centroid_distance_mm_ct"), ROUNDING);
        assertEquals(2, right.further().get("centroid_distance_mm_spect"), ROUNDING);
        // 200 Bq/ml in 0.04 ml
        assertEquals(8, right.further().get("activity_total_bq_spect"), ROUNDING);
    }

    @Test
    void caseWithoutADelineationOnTheCt_hasNoValuesThereAndSaysSo() {
        LabelMap manual = map(spectGrid, new int[] {0, 1}, new int[] {4});
        Measured measured = new CaseMeasurement(Optional.of(spect), Map.of(ImageGrid.SPECT, manual),
                Map.of("dice", new DiceMetric())).measure("n", "c", manual, ImageGrid.SPECT);
        assertEquals(1, measured.results().get(2).further().get("dice_spect"));
        assertTrue(Double.isNaN(measured.results().get(2).further().get("dice_ct")));
        assertEquals(new CaseRemark("n", "c", Kidneys.BOTH, "dice_ct",
                "The case has no manual delineation on the CT."), measured.remarks().get(2));
    }

    private CaseMeasurement measurement(LabelMap manualOnSpect, LabelMap manualOnCt, Map<String, Metric> metrics) {
        return new CaseMeasurement(Optional.of(spect), Map.of(ImageGrid.SPECT, manualOnSpect, ImageGrid.CT, manualOnCt),
                metrics);
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
