package org.glomera.pipeline.evaluating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.glomera.core.Kidneys;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.ActivityMeasurement;
import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.metrics.ActivityDifferenceMetric;
import org.glomera.evaluation.metrics.ActivityMeanMetric;
import org.glomera.evaluation.metrics.DiceMetric;
import org.glomera.image.resample.Resampler;
import org.glomera.study.CaseRemark;
import org.glomera.study.CaseResult;
import org.glomera.study.ImageGrid;

/**
 * Measures networks' kidneys in one case: right, left and both. Every contributed metric is taken on the SPECT image's
 * grid against the manual delineation that follows the SPECT, and on the CT's grid against the one on the CT; a
 * network's delineation is brought onto the grid that is not its own by the share of each voxel that it fills. The
 * columns Dice and volume are of the grid that the network segments. The activity concentration is measured on the
 * SPECT image's grid: under the manual delineation there, the same for every network, and under the automatic one.
 */
final class CaseMeasurement {

    /** Contributed metrics that say to the last digit what a column of every table says already. */
    private static final Set<String> FIXED = Set.of("activity_mean_bq_per_ml", "activity_difference_percent");

    private static final String NO_SPECT = "The case has no SPECT, so it has no activity concentration.";
    private static final String NO_DELINEATION = "The case has no manual delineation on the %s.";

    private static final MetricValue NONE = MetricValue.undefined("", NO_SPECT);

    private final Optional<Volume> spect;
    private final Map<ImageGrid, LabelMap> manual;
    private final Map<String, Metric> metrics;

    /**
     * What was measured.
     *
     * @param results the rows of right kidney, left kidney and both
     * @param remarks why values are not defined, and what else metrics had to say
     */
    record Measured(List<CaseResult> results, List<CaseRemark> remarks) {

        Measured {
            results = List.copyOf(results);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Makes a measurement.
     *
     * @param spect activity concentration in Bq/ml; empty for a case without, of which none is measured
     * @param manual the manual delineations of the case; that on the SPECT image's grid is among them when there is a
     *        SPECT, and only then
     * @param metrics contributed metrics by id
     */
    CaseMeasurement(Optional<Volume> spect, Map<ImageGrid, LabelMap> manual, Map<String, Metric> metrics) {
        if (spect.isPresent() != manual.containsKey(ImageGrid.SPECT)) {
            throw new IllegalArgumentException("A SPECT and the delineation on it come together.");
        }
        this.spect = spect;
        this.manual = Map.copyOf(manual);
        this.metrics = metrics;
    }

    /** The names of the further columns, {@code ID_GRID}, in the order of the metrics. */
    static List<String> columns(Map<String, Metric> metrics) {
        List<String> columns = new ArrayList<>();
        metrics.forEach((id, metric) -> grids(id, metric).forEach(grid -> columns.add(column(id, grid))));
        return columns;
    }

    private static List<ImageGrid> grids(String id, Metric metric) {
        if (FIXED.contains(id)) {
            return List.of();
        }
        return metric.needsActivity() ? List.of(ImageGrid.SPECT) : List.of(ImageGrid.SPECT, ImageGrid.CT);
    }

    private static String column(String id, ImageGrid grid) {
        return id + "_" + grid.word();
    }

    /**
     * Measures a network.
     *
     * @param automatic the network's delineation on the grid of one of the case's images
     * @param own which image that is
     */
    Measured measure(String network, String caseId, LabelMap automatic, ImageGrid own) {
        Map<ImageGrid, LabelMap> automatics = new LinkedHashMap<>();
        manual.forEach((grid, map) -> automatics.put(grid,
                grid == own ? automatic : Resampler.byFraction(automatic, map.grid())));
        List<CaseResult> results = new ArrayList<>();
        List<CaseRemark> remarks = new ArrayList<>();
        for (Kidneys kidneys : Kidneys.values()) {
            new Row(network, caseId, kidneys, inputs(automatics, kidneys), own, results, remarks).measure();
        }
        return new Measured(results, remarks);
    }

    private Map<ImageGrid, MetricInput> inputs(Map<ImageGrid, LabelMap> automatics, Kidneys kidneys) {
        Map<ImageGrid, MetricInput> inputs = new LinkedHashMap<>();
        automatics.forEach((grid, automatic) -> inputs.put(grid, grid == ImageGrid.SPECT
                ? MetricInput.of(manual.get(grid), automatic, kidneys, spect.orElseThrow())
                : MetricInput.of(manual.get(grid), automatic, kidneys)));
        return inputs;
    }

    /** One row and its remarks. */
    private final class Row {

        private final String network;
        private final String caseId;
        private final Kidneys kidneys;
        private final Map<ImageGrid, MetricInput> inputs;
        private final ImageGrid own;
        private final List<CaseResult> results;
        private final List<CaseRemark> remarks;

        Row(String network, String caseId, Kidneys kidneys, Map<ImageGrid, MetricInput> inputs, ImageGrid own,
                List<CaseResult> results, List<CaseRemark> remarks) {
            this.network = network;
            this.caseId = caseId;
            this.kidneys = kidneys;
            this.inputs = inputs;
            this.own = own;
            this.results = results;
            this.remarks = remarks;
        }

        void measure() {
            Optional<MetricInput> onSpect = Optional.ofNullable(inputs.get(ImageGrid.SPECT));
            MetricInput onOwn = inputs.get(own);
            double manualBqPerMl = noted("manual", onSpect.map(this::manualActivity).orElse(NONE));
            double automaticBqPerMl = noted("automatic", onSpect.map(new ActivityMeanMetric()::evaluate).orElse(NONE));
            double percent = noted("difference_percent", onSpect.map(new ActivityDifferenceMetric()::evaluate)
                    .orElse(NONE));
            double dice = noted("dice", new DiceMetric().evaluate(onOwn));
            results.add(new CaseResult(network, caseId, kidneys, manualBqPerMl, automaticBqPerMl, percent, dice,
                    onOwn.masks().reference().volumeMl(), onOwn.masks().candidate().volumeMl(), further()));
        }

        private MetricValue manualActivity(MetricInput onSpect) {
            String unit = spect.orElseThrow().quantity().unit();
            if (onSpect.masks().reference().isEmpty()) {
                return MetricValue.undefined(unit, "The manual delineation of " + kidneys.phrase() + " is empty.");
            }
            double mean = ActivityMeasurement.meanBqPerMl(spect.orElseThrow(), onSpect.masks().reference());
            return Double.isNaN(mean) ? MetricValue.undefined(unit,
                    "The activity image has a voxel without a finite value in " + kidneys.phrase() + ".")
                    : MetricValue.of(mean, unit);
        }

        private Map<String, Double> further() {
            Map<String, Double> values = new LinkedHashMap<>();
            metrics.forEach((id, metric) -> grids(id, metric).forEach(grid -> {
                MetricValue value = Optional.ofNullable(inputs.get(grid)).map(metric::evaluate)
                        .orElseGet(() -> MetricValue.undefined("", NO_DELINEATION.formatted(grid)));
                values.put(column(id, grid), noted(column(id, grid), value));
            }));
            return values;
        }

        private double noted(String column, MetricValue value) {
            if (!value.remark().isBlank()) {
                remarks.add(new CaseRemark(network, caseId, kidneys, column, value.remark()));
            }
            return value.value();
        }
    }
}
