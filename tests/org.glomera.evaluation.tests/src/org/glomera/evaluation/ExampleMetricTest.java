package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glomera.core.Kidneys;
import org.glomera.core.volume.LabelMap;
import org.glomera.evaluation.mask.MaskPair;
import org.junit.jupiter.api.Test;

/** The metric that docs/extension-points.md shows. */
class ExampleMetricTest {

    private static final class MissedVolumeMetric implements Metric {
        @Override
        public MetricValue evaluate(MetricInput input) {
            MaskPair masks = input.masks();
            int missed = masks.reference().voxels() - masks.commonVoxels();
            return masks.reference().isEmpty() ? MetricValue.undefined("ml", masks.emptiness())
                    : MetricValue.of(missed * masks.grid().voxelVolumeMl(), "ml");
        }
    }

    @Test
    void missedVolume_isWhatTheReferenceHasAloneAndUndefinedWithoutOne() {
        LabelMap reference = KidneyRow.labels("11100220");
        LabelMap candidate = KidneyRow.labels("01110200");
        // one voxel of the right kidney and one of the left, 0.03 ml each
        MetricValue value = new MissedVolumeMetric().evaluate(MetricInput.of(reference, candidate, Kidneys.BOTH));
        assertEquals(0.06, value.value(), 1e-12);
        MetricValue none = new MissedVolumeMetric().evaluate(MetricInput.of(KidneyRow.labels("00000000"), candidate,
                Kidneys.RIGHT));
        assertTrue(Double.isNaN(none.value()));
        assertEquals("The reference delineation of the right kidney is empty.", none.remark());
    }
}
