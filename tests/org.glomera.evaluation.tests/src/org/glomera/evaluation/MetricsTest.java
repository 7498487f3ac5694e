package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glomera.core.Kidneys;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.metrics.ActivityDifferenceMetric;
import org.glomera.evaluation.metrics.DiceMetric;
import org.glomera.evaluation.metrics.VolumeDifferenceMetric;
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
        assertTrue(Double.isNaN(ActivityMeasurement.meanBqPerMl(KidneyRow.activity(new float[8]), empty, Kidneys.LEFT)));
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
    void metricValue_isNotUndefinedWithoutAReason() {
        assertThrows(IllegalArgumentException.class, () -> MetricValue.of(Double.NaN, "ml"));
    }

    private static void assertUndefined(String reason, MetricValue value) {
        assertTrue(Double.isNaN(value.value()), value.toString());
        assertTrue(value.remark().contains(reason), value.remark());
    }
}
