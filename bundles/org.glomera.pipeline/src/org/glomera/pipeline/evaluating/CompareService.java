package org.glomera.pipeline.evaluating;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.evaluation.Holm;
import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.PairedTable.Column;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.pipeline.CompareRequest;
import org.glomera.pipeline.CompareResult;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.evaluating.Statistics.Section;
import org.glomera.pipeline.evaluating.Statistics.Topic;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.CaseResult;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/** Computes the statistics of an experiment: descriptions, and two families of tests. */
public final class CompareService {

    /** Significance level of every family of tests. */
    public static final double LEVEL = 0.05;

    private static final String MANUAL = "manual";

    private final Components components;

    /** Makes a service over contributed statistics. */
    public CompareService(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** Compares in a study that is locked by the caller. */
    public CompareResult run(CompareRequest request, StudyFolder study, StageReporter reporter)
            throws GlomeraException {
        ExperimentInfo experiment = study.readExperiment(request.experiment());
        List<CaseResult> results = study.readCaseResults(request.experiment());
        if (results.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The experiment " + request.experiment()
                    + " has no measurements. Evaluate it first.");
        }
        Map<String, String> titles = new LinkedHashMap<>();
        for (String run : experiment.runs()) {
            titles.put(run, study.readRun(run).title());
        }
        Statistics statistics = compute(request.experiment(), experiment, results, titles);
        Path file = study.experimentFolder(request.experiment()).resolve(Statistics.FILE);
        StudyJson.write(file, statistics);
        reporter.done(statistics.sections().size() + " tables");
        return new CompareResult(file, statistics.verdict());
    }

    private Statistics compute(String name, ExperimentInfo experiment, List<CaseResult> results,
            Map<String, String> titles) throws GlomeraException {
        List<Section> sections = new ArrayList<>();
        for (Side side : Side.values()) {
            Tables tables = new Tables(experiment, results, side);
            sections.add(describe(Topic.DIFFERENCE_SUMMARY, side, tables.of("difference of activity concentration", "%",
                    CaseResult::differencePercent)));
            sections.add(describe(Topic.ABSOLUTE_DIFFERENCE_SUMMARY, side, tables.absoluteDifferences()));
            sections.add(describe(Topic.DICE_SUMMARY, side, tables.of("Dice coefficient", "1", CaseResult::dice)));
        }
        sections.addAll(tests(Topic.MANUAL_AUTOMATIC_TEST, experiment, results, Tables::activity));
        if (experiment.runs().size() > 1) {
            sections.addAll(tests(Topic.BETWEEN_NETWORKS_TEST, experiment, results, Tables::absoluteDifferences));
        }
        List<String> families = List.of(
                "Automatic against manual activity concentration: every network and both kidneys together.",
                "Between networks, on the absolute percent difference from the manual activity concentration: every"
                        + " pair of networks and both kidneys together.");
        String verdict = new Verdict(titles, results.stream().filter(CaseResult::isOfOneKidney).toList(),
                sections, LEVEL).sentence();
        return new Statistics(Statistics.FORMAT, name, verdict, LEVEL, families, sections);
    }

    private Section describe(Topic topic, Side side, PairedTable table) throws GlomeraException {
        return new Section(topic, side.word(), table.quantity(), table.unit(),
                components.statistic("summary").compute(table));
    }

    /** Tables of one topic. */
    @FunctionalInterface
    private interface TableOf {
        PairedTable of(Tables tables);
    }

    private List<Section> tests(Topic topic, ExperimentInfo experiment, List<CaseResult> results, TableOf tableOf)
            throws GlomeraException {
        List<Section> raw = new ArrayList<>();
        for (Side side : Side.values()) {
            PairedTable table = tableOf.of(new Tables(experiment, results, side));
            raw.add(new Section(topic, side.word(), table.quantity(), table.unit(),
                    components.statistic("wilcoxon").compute(table)));
        }
        double[] adjusted = Holm.adjust(raw.stream().flatMap(section -> section.result().rows().stream())
                .mapToDouble(row -> row.value("p")).toArray());
        List<Section> corrected = new ArrayList<>();
        int at = 0;
        for (Section section : raw) {
            List<Row> rows = new ArrayList<>();
            for (Row row : section.result().rows()) {
                Map<String, Double> values = new LinkedHashMap<>(row.values());
                values.put("p_holm", adjusted[at++]);
                rows.add(new Row(row.of(), row.against(), values, row.remarks()));
            }
            corrected.add(new Section(topic, section.side(), section.quantity(), section.unit(), new StatisticResult(
                    section.result().method() + "; p_holm corrected by Holm's method for " + adjusted.length
                            + " tests (both kidneys together)",
                    section.result().assumptions(), rows)));
        }
        return corrected;
    }

    /** The measurements of one side as paired tables, a column a network. */
    private record Tables(ExperimentInfo experiment, List<CaseResult> results, Side side) {

        PairedTable activity() {
            List<Column> columns = new ArrayList<>();
            columns.add(column(MANUAL, experiment.runs().get(0), CaseResult::manual));
            experiment.runs().forEach(run -> columns.add(column(run, run, CaseResult::automatic)));
            return new PairedTable("mean activity concentration", experiment.activityUnit(), experiment.cases(), columns, MANUAL);
        }

        PairedTable absoluteDifferences() {
            return of("absolute difference of activity concentration", "%",
                    row -> Math.abs(row.differencePercent()));
        }

        PairedTable of(String quantity, String unit, ToDoubleFunction<CaseResult> value) {
            return new PairedTable(quantity, unit, experiment.cases(),
                    experiment.runs().stream().map(run -> column(run, run, value)).toList(), "");
        }

        private Column column(String name, String run, ToDoubleFunction<CaseResult> value) {
            Map<String, Double> byCase = new LinkedHashMap<>();
            results.stream().filter(row -> row.network().equals(run) && row.kidneys() == Kidneys.of(side))
                    .forEach(row -> byCase.put(row.caseId(), value.applyAsDouble(row)));
            return new Column(name, experiment.cases().stream()
                    .map(id -> byCase.getOrDefault(id, Double.NaN)).toList());
        }
    }
}
