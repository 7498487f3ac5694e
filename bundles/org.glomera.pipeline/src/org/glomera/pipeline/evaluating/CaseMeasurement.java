package org.glomera.pipeline.evaluating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.glomera.core.Kidneys;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.ActivityMeasurement;
import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.Overlap;
import org.glomera.image.resample.Resampler;
import org.glomera.study.CaseResult;

/**
 * Measures one network's kidneys in one case. Overlap and volumes are taken on the grid that the network segments, the
 * activity concentration on the SPECT image's grid: under the manual delineation on the SPECT, the same for every
 * network, and under the automatic one, brought there voxel by voxel where it lies on the CT.
 */
final class CaseMeasurement {

    /** Contributed metrics that say what a column says already. */
    private static final Set<String> COLUMNS = Set.of("dice", "volume_difference_ml", "activity_difference_percent");

    private final Volume spect;
    private final LabelMap manualOnSpect;
    private final Map<String, Metric> metrics;

    CaseMeasurement(Volume spect, LabelMap manualOnSpect, Map<String, Metric> metrics) {
        this.spect = spect;
        this.manualOnSpect = manualOnSpect;
        this.metrics = metrics;
    }

    /**
     * The rows of right kidney, left kidney and both.
     *
     * @param manual the manual delineation on the image that the network segments
     * @param automatic the network's delineation on the same grid
     */
    List<CaseResult> measure(String network, String caseId, LabelMap manual, LabelMap automatic) {
        boolean onSpect = automatic.grid().isSameAs(spect.grid(), MetricInput.GRID_TOLERANCE_MM);
        LabelMap automaticOnSpect = onSpect ? automatic : Resampler.byFraction(automatic, spect.grid());
        List<CaseResult> rows = new ArrayList<>();
        for (Kidneys kidneys : Kidneys.values()) {
            double manualBqPerMl = ActivityMeasurement.meanBqPerMl(spect, manualOnSpect, kidneys);
            double automaticBqPerMl = ActivityMeasurement.meanBqPerMl(spect, automaticOnSpect, kidneys);
            MetricInput input = onSpect ? MetricInput.of(manual, automatic, kidneys, spect)
                    : MetricInput.of(manual, automatic, kidneys);
            rows.add(new CaseResult(network, caseId, kidneys, manualBqPerMl, automaticBqPerMl,
                    ActivityMeasurement.differencePercent(manualBqPerMl, automaticBqPerMl),
                    Overlap.dice(manual, automatic, kidneys), manual.volumeMl(kidneys), automatic.volumeMl(kidneys),
                    further(input)));
        }
        return rows;
    }

    private Map<String, Double> further(MetricInput input) {
        Map<String, Double> values = new LinkedHashMap<>();
        metrics.forEach((id, metric) -> {
            if (!COLUMNS.contains(id)) {
                values.put(id, metric.evaluate(input).value());
            }
        });
        return values;
    }
}
