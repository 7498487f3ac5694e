package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.metrics.ActivityDifferenceMetric;
import org.glomera.evaluation.metrics.ActivityMeanMetric;
import org.glomera.evaluation.metrics.ActivityTotalDifferenceMetric;
import org.glomera.evaluation.metrics.ActivityTotalMetric;
import org.glomera.evaluation.metrics.CentroidDistanceMetric;
import org.glomera.evaluation.metrics.ComponentsInsideMetric;
import org.glomera.evaluation.metrics.ComponentsOutsideMetric;
import org.glomera.evaluation.metrics.DiceMetric;
import org.glomera.evaluation.metrics.Hausdorff95Metric;
import org.glomera.evaluation.metrics.JaccardMetric;
import org.glomera.evaluation.metrics.MeanSurfaceDistanceMetric;
import org.glomera.evaluation.metrics.PrecisionMetric;
import org.glomera.evaluation.metrics.SensitivityMetric;
import org.glomera.evaluation.metrics.SurfaceDiceMetric;
import org.glomera.evaluation.metrics.VolumeDifferenceMetric;
import org.glomera.evaluation.metrics.VolumeDifferencePercentMetric;
import org.glomera.evaluation.metrics.VolumeMetric;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final double ROUNDING = 1e-12;
    private final LabelMap reference = KidneyRow.labels("11100220");
    private final LabelMap candidate = KidneyRow.labels("01110000");
    private final LabelMap empty = KidneyRow.labels("00000000");

    @Test
    void activityDifference_isInPercentOfTheReference() {
        Volume activity = KidneyRow.activity(10, 20, 30, 70, 0, 1, 1, 1);
        // reference (10 + 20 + 30) / 3 = 20, candidate (20 + 30 + 70) / 3 = 40: 100 * (40 - 20) / 20
        MetricValue value = new ActivityDifferenceMetric()
                .evaluate(MetricInput.of(reference, candidate, Kidneys.RIGHT, activity));
        assertEquals(100, value.value(), ROUNDING);
        assertEquals("%", value.unit());
        assertEquals(20, ActivityMeasurement.meanBqPerMl(activity, reference, Kidneys.RIGHT), ROUNDING);
        assertEquals(1, ActivityMeasurement.meanBqPerMl(activity, reference, Kidneys.LEFT), ROUNDING);
    }

    @Test
    void activityDifference_isUndefinedAndSaysWhy() {
        ActivityDifferenceMetric metric = new ActivityDifferenceMetric();
        Volume activity = KidneyRow.activity(0, 0, 0, Float.NaN, 0, 1, 1, 1);
        assertUndefined("no activity image", metric.evaluate(MetricInput.of(reference, candidate, Kidneys.RIGHT)));
        assertUndefined("candidate delineation of the left kidney is empty",
                metric.evaluate(MetricInput.of(reference, candidate, Kidneys.LEFT, activity)));
        assertUndefined("reference delineation of the left kidney is empty",
                metric.evaluate(MetricInput.of(empty, reference, Kidneys.LEFT, activity)));
        assertUndefined("finite", metric.evaluate(MetricInput.of(reference, candidate, Kidneys.RIGHT, activity)));
        assertUndefined("holds no activity",
                metric.evaluate(MetricInput.of(reference, reference, Kidneys.RIGHT, activity)));
    }

    @Test
    void meanActivity_isUndefinedForAnEmptyMaskAndRefusesOtherImages() {
        assertTrue(Double.isNaN(
                ActivityMeasurement.meanBqPerMl(KidneyRow.activity(new float[8]), empty, Kidneys.LEFT)));
        Volume counts = new Volume(KidneyRow.GRID, Quantity.COUNTS, new float[8]);
        assertThrows(IllegalArgumentException.class,
                () -> ActivityMeasurement.meanBqPerMl(counts, reference, Kidneys.LEFT));
    }

    @Test
    void volumeDifference_isInMillilitresAndDefinedForEmptyMasks() {
        // left: 0 - 2 voxels of 2 * 3 * 5 = 30 mm3 = 0.03 ml
        MetricValue value = new VolumeDifferenceMetric().evaluate(MetricInput.of(reference, candidate, Kidneys.LEFT));
        assertEquals(-0.06, value.value(), ROUNDING);
        assertEquals("ml", value.unit());
        assertEquals(0, new VolumeDifferenceMetric().evaluate(MetricInput.of(empty, empty, Kidneys.LEFT)).value());
    }

    @Test
    void dice_isThatOfOverlapAndUndefinedForTwoEmptyMasks() {
        // right: 2 common of 3 and 3: 4 / 6
        assertEquals(4 / 6.0, new DiceMetric().evaluate(MetricInput.of(reference, candidate, Kidneys.RIGHT)).value(),
                ROUNDING);
        assertUndefined("empty", new DiceMetric().evaluate(MetricInput.of(empty, empty, Kidneys.RIGHT)));
    }

    @Test
    void overlap_countsSharedVoxels() {
        // right: places 0 to 2 against 1 to 3, two in common
        assertEquals(2 / 4.0, value(new JaccardMetric(), reference, candidate, Kidneys.RIGHT), ROUNDING);
        assertEquals(2 / 3.0, value(new SensitivityMetric(), reference, candidate, Kidneys.RIGHT), ROUNDING);
        LabelMap larger = KidneyRow.labels("11111000");
        assertEquals(1, value(new SensitivityMetric(), reference, larger, Kidneys.RIGHT), ROUNDING);
        assertEquals(3 / 5.0, value(new PrecisionMetric(), reference, larger, Kidneys.RIGHT), ROUNDING);
        assertEquals(3 / 5.0, value(new JaccardMetric(), reference, larger, Kidneys.RIGHT), ROUNDING);
    }

    @Test
    void overlapOfBothKidneys_countsVoxelsOfTheSameSideOnly() {
        // right 3 and 2 voxels with 2 in common, left 2 and 3 with 2; place 2 is right in one and left in the other
        LabelMap one = KidneyRow.labels("11100220");
        LabelMap other = KidneyRow.labels("11200220");
        assertEquals(4 / 5.0, value(new DiceMetric(), one, other, Kidneys.BOTH), ROUNDING);
        assertEquals(4 / 6.0, value(new JaccardMetric(), one, other, Kidneys.BOTH), ROUNDING);
        assertEquals(4 / 5.0, value(new SensitivityMetric(), one, other, Kidneys.BOTH), ROUNDING);
        assertEquals(4 / 5.0, value(new PrecisionMetric(), one, other, Kidneys.BOTH), ROUNDING);
        // the union is the same, so surfaces, volumes and centroids do not differ
        assertEquals(0, value(new Hausdorff95Metric(), one, other, Kidneys.BOTH));
        assertEquals(1, value(new SurfaceDiceMetric(), one, other, Kidneys.BOTH));
        assertEquals(0, value(new CentroidDistanceMetric(), one, other, Kidneys.BOTH), ROUNDING);
        assertEquals(0, value(new VolumeDifferencePercentMetric(), one, other, Kidneys.BOTH));
    }

    @Test
    void volumes_areVoxelsTimesTheVoxelsVolume() {
        LabelMap larger = KidneyRow.labels("11111000");
        // 5 voxels of 0.03 ml; 100 * (5 - 3) / 3
        assertEquals(0.15, value(new VolumeMetric(), reference, larger, Kidneys.RIGHT), ROUNDING);
        assertEquals(200 / 3.0, value(new VolumeDifferencePercentMetric(), reference, larger, Kidneys.RIGHT),
                ROUNDING);
        assertEquals(0, value(new VolumeMetric(), reference, empty, Kidneys.RIGHT));
        assertEquals(-100, value(new VolumeDifferencePercentMetric(), reference, empty, Kidneys.RIGHT));
        assertUndefined("reference", new VolumeDifferencePercentMetric()
                .evaluate(MetricInput.of(empty, reference, Kidneys.RIGHT)));
    }

    @Test
    void surfaceMetrics_areInMillimetres() {
        LabelMap longer = KidneyRow.labels("11111100");
        // voxels of 2 mm in a row, all of them surface: reference 0, 0, 0; candidate 0, 0, 0, 2, 4, 6
        // 0.95 of 5 steps is 4.75: 4 + 0.75 * 2
        assertEquals(5.5, value(new Hausdorff95Metric(), reference, longer, Kidneys.RIGHT), ROUNDING);
        assertEquals(12 / 9.0, value(new MeanSurfaceDistanceMetric(), reference, longer, Kidneys.RIGHT), ROUNDING);
        // within 3 mm: 3 and 4 of 9; within 4 mm one more
        assertEquals(7 / 9.0, value(new SurfaceDiceMetric(), reference, longer, Kidneys.RIGHT), ROUNDING);
        assertEquals(8 / 9.0, value(new SurfaceDiceMetric(4), reference, longer, Kidneys.RIGHT), ROUNDING);
        // centroids at voxels 1 and 2.5: 1.5 * 2 mm
        assertEquals(3, value(new CentroidDistanceMetric(), reference, longer, Kidneys.RIGHT), ROUNDING);
        assertThrows(IllegalArgumentException.class, () -> new SurfaceDiceMetric(-1));
    }

    @Test
    void surfaceMetrics_areUndefinedOnAShearedGridAndSaySo() {
        Grid sheared = new Grid(2, 1, 1, new Affine3(new Vector3(1, 0, 0), new Vector3(0.1, 1, 0),
                new Vector3(0, 0, 2), new Vector3(0, 0, 0)));
        LabelMap map = new LabelMap(sheared, new byte[] {1, 0});
        for (Metric metric : List.of(new Hausdorff95Metric(), new MeanSurfaceDistanceMetric(),
                new SurfaceDiceMetric())) {
            assertUndefined("not perpendicular", metric.evaluate(MetricInput.of(map, map, Kidneys.RIGHT)));
        }
        // a centroid is a point in space whatever the axes
        assertEquals(0, value(new CentroidDistanceMetric(), map, map, Kidneys.RIGHT));
    }

    @Test
    void components_areCountedInAndOutOfTheReference() {
        // one row: place 3 stands apart; in one row nothing is enclosed
        assertEquals(1, value(new ComponentsOutsideMetric(), reference, KidneyRow.labels("11001000"), Kidneys.RIGHT));
        assertEquals(0, value(new ComponentsInsideMetric(), reference, KidneyRow.labels("10100000"), Kidneys.RIGHT));
    }

    @Test
    void activity_isMeanAndSumUnderTheCandidate() {
        Volume activity = KidneyRow.activity(10, 20, 30, 70, 0, 1, 2, 3);
        MetricInput right = MetricInput.of(reference, candidate, Kidneys.RIGHT, activity);
        // places 1 to 3: (20 + 30 + 70) / 3 = 40; 120 Bq/ml times 0.03 ml; the reference has 60: 100 * (120 - 60) / 60
        assertEquals(MetricValue.of(40, "Bq/ml"), new ActivityMeanMetric().evaluate(right));
        assertEquals(3.6, new ActivityTotalMetric().evaluate(right).value(), ROUNDING);
        assertEquals("Bq", new ActivityTotalMetric().evaluate(right).unit());
        assertEquals(100, new ActivityTotalDifferenceMetric().evaluate(right).value(), ROUNDING);
        // both: reference 10, 20, 30 and 1, 2 in 5 voxels, candidate 20, 30, 70 in 3
        MetricInput both = MetricInput.of(reference, candidate, Kidneys.BOTH, activity);
        assertEquals(100 * (40 - 63 / 5.0) / (63 / 5.0), new ActivityDifferenceMetric().evaluate(both).value(),
                ROUNDING);
        assertEquals(100 * (120 - 63) / 63.0, new ActivityTotalDifferenceMetric().evaluate(both).value(), ROUNDING);
    }

    @Test
    void activityOfTheCandidate_needsNoReference() {
        Volume activity = KidneyRow.activity(10, 20, 30, 70, 0, 1, 2, 3);
        MetricInput input = MetricInput.of(empty, candidate, Kidneys.RIGHT, activity);
        assertEquals(40, new ActivityMeanMetric().evaluate(input).value(), ROUNDING);
        assertUndefined("reference delineation of the right kidney is empty",
                new ActivityTotalDifferenceMetric().evaluate(input));
        assertUndefined("candidate", new ActivityTotalMetric()
                .evaluate(MetricInput.of(candidate, empty, Kidneys.RIGHT, activity)));
        assertUndefined("no activity image", new ActivityMeanMetric()
                .evaluate(MetricInput.of(candidate, candidate, Kidneys.RIGHT)));
    }

    @Test
    void everyMetricButTheVolumes_isUndefinedForTwoEmptyMasksAndSaysSo() {
        MetricInput input = MetricInput.of(empty, empty, Kidneys.BOTH, KidneyRow.activity(new float[8]));
        for (Metric metric : List.of(new DiceMetric(), new JaccardMetric(), new SensitivityMetric(),
                new PrecisionMetric(), new VolumeDifferencePercentMetric(), new Hausdorff95Metric(),
                new MeanSurfaceDistanceMetric(), new SurfaceDiceMetric(), new CentroidDistanceMetric(),
                new ComponentsOutsideMetric(), new ComponentsInsideMetric(), new ActivityMeanMetric(),
                new ActivityTotalMetric(), new ActivityDifferenceMetric(), new ActivityTotalDifferenceMetric())) {
            assertUndefined("Both delineations of both kidneys are empty.", metric.evaluate(input));
        }
        assertEquals(0, new VolumeMetric().evaluate(input).value());
        assertEquals(0, new VolumeDifferenceMetric().evaluate(input).value());
    }

    @Test
    void distances_areUndefinedAndOverlapIsZeroWhenNothingWasFound() {
        MetricInput input = MetricInput.of(reference, empty, Kidneys.LEFT);
        assertEquals(0, new DiceMetric().evaluate(input).value());
        assertEquals(0, new SensitivityMetric().evaluate(input).value());
        for (Metric metric : List.of(new PrecisionMetric(), new Hausdorff95Metric(), new MeanSurfaceDistanceMetric(),
                new SurfaceDiceMetric(), new CentroidDistanceMetric(), new ComponentsOutsideMetric(),
                new ComponentsInsideMetric())) {
            assertUndefined("The candidate delineation of the left kidney is empty.", metric.evaluate(input));
        }
    }

    private static double value(Metric metric, LabelMap reference, LabelMap candidate, Kidneys kidneys) {
        return metric.evaluate(MetricInput.of(reference, candidate, kidneys)).value();
    }

    @Test
    void metricValue_isNotUndefinedWithoutAReason() {
        assertThrows(IllegalArgumentException.class, () -> MetricValue.of(Double.NaN, "ml"));
    }

    private static void assertUndefined(String reason, MetricValue value) {
        assertTrue(Double.isNaN(value.value()), value.toString());
        assertTrue(value.remark().contains(reason), value.remark());
    }
}
