package org.glomera.comparison;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.StatisticResult;
import org.glomera.study.CaseResult;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.StudyFolder;

/**
 * An experiment's runs side by side. A value of the moment it was read: to follow a run that is still training, read it
 * again. Immutable and safe for use by several threads.
 */
public final class Comparison {

    private final Path studyRoot;
    private final ExperimentInfo info;
    private final List<ComparedRun> runs;
    private final List<String> cases;
    private final List<Measure> measures;
    private final List<CaseResult> results;
    private final List<Kidneys> kidneys;
    private final Map<String, Map<Kidneys, Map<String, CaseResult>>> byRun = new HashMap<>();
    private final Map<String, String> remarks;
    private final List<PublishedQuantity> published;
    private final boolean phantoms;
    private final List<String> problems;
    private final StatisticSuite statistics;
    private final Map<ComputedKey, StatisticResult> computed = new ConcurrentHashMap<>();

    /**
     * All that is read of a comparison.
     *
     * @param studyRoot the study's folder, absolute
     * @param info the experiment
     * @param runs its runs in their order
     * @param cases its cases in the order they are shown
     * @param results the rows of these runs and cases
     * @param remarks reasons for missing values by {@link #remarkKey}
     * @param published what a publication prints about the experiment
     * @param phantoms whether the cases are phantoms
     * @param problems what is missing or does not fit, a sentence each
     * @param statistics what to compute
     */
    record Parts(Path studyRoot, ExperimentInfo info, List<ComparedRun> runs, List<String> cases,
            List<CaseResult> results, Map<String, String> remarks, List<PublishedQuantity> published,
            boolean phantoms, List<String> problems, StatisticSuite statistics) {
    }

    Comparison(Parts parts) {
        studyRoot = parts.studyRoot();
        info = parts.info();
        runs = List.copyOf(parts.runs());
        cases = List.copyOf(parts.cases());
        results = List.copyOf(parts.results());
        kidneys = results.stream().map(CaseResult::kidneys).distinct().sorted().toList();
        measures = Measures.of(results, info.activityUnit());
        remarks = Map.copyOf(parts.remarks());
        published = List.copyOf(parts.published());
        phantoms = parts.phantoms();
        problems = List.copyOf(parts.problems());
        statistics = parts.statistics();
        results.forEach(row -> byRun.computeIfAbsent(row.network(), run -> new EnumMap<>(Kidneys.class))
                .computeIfAbsent(row.kidneys(), which -> new HashMap<>()).put(row.caseId(), row));
    }

    /**
     * Reads an experiment with the statistics that plug-ins contribute. What is missing or differs between runs is no
     * failure but a sentence of {@link #problems()}: a run's folder that is not there, a run that is still training, a
     * case that one run has no result for, a value that is not there.
     *
     * @param monitor may be null; cancels between files
     * @throws GlomeraException when there is no such experiment, or its {@code experiment.json} or {@code cases.csv}
     *         is malformed
     */
    public static Comparison read(StudyFolder study, String experiment, IProgressMonitor monitor)
            throws GlomeraException {
        return read(study, experiment, StatisticSuite.contributed(), monitor);
    }

    /** As {@link #read(StudyFolder, String, IProgressMonitor)}, with these statistics. */
    public static Comparison read(StudyFolder study, String experiment, StatisticSuite statistics,
            IProgressMonitor monitor) throws GlomeraException {
        return new ComparisonReader(study, statistics).read(experiment, monitor);
    }

    /**
     * Runs that no experiment compares yet, for instance while they are training: curves and configurations without
     * results.
     *
     * @param runs names of the runs in the order they are shown
     * @param monitor may be null
     */
    public static Comparison ofRuns(StudyFolder study, List<String> runs, IProgressMonitor monitor)
            throws GlomeraException {
        return new ComparisonReader(study, StatisticSuite.contributed()).ofRuns(runs, monitor);
    }

    /** The same comparison with only these of its runs; each keeps its colour and mark. */
    public Comparison only(Collection<String> shown) {
        List<ComparedRun> kept = runs.stream().filter(run -> shown.contains(run.name())).toList();
        List<CaseResult> rows = results.stream().filter(row -> shown.contains(row.network())).toList();
        return new Comparison(new Parts(studyRoot, info, kept, cases, rows, remarks, published, phantoms,
                problems, statistics));
    }

    /** The study's folder, absolute. */
    public Path studyRoot() {
        return studyRoot;
    }

    /** What {@code experiment.json} says; made up of the runs' names for {@link #ofRuns}. */
    public ExperimentInfo info() {
        return info;
    }

    /** The runs in the experiment's order. */
    public List<ComparedRun> runs() {
        return runs;
    }

    /** The run of a name, when it is among the shown ones. */
    public Optional<ComparedRun> run(String name) {
        return runs.stream().filter(run -> run.name().equals(name)).findFirst();
    }

    /** The cases in the experiment's order, then those that only the table of cases names. */
    public List<String> cases() {
        return cases;
    }

    /** The quantities that at least one row has a value for. */
    public List<Measure> measures() {
        return measures;
    }

    /** The measure of an id, when any row has a value for it. */
    public Optional<Measure> measure(String id) {
        return measures.stream().filter(measure -> measure.id().equals(id)).findFirst();
    }

    /** The rows of the shown runs. */
    public List<CaseResult> results() {
        return results;
    }

    /** What a run measured in a kidney of a case, when the table of cases has it. */
    public Optional<CaseResult> result(String run, String caseId, Kidneys which) {
        return Optional.ofNullable(rows(run, which).get(caseId));
    }

    private Map<String, CaseResult> rows(String run, Kidneys which) {
        return byRun.getOrDefault(run, Map.of()).getOrDefault(which, Map.of());
    }

    /** What the shown rows are about, in the order right, left, both; a page shows a part for each. */
    public List<Kidneys> kidneys() {
        return kidneys;
    }

    /** The values of a measure, one a case in the order of {@link #cases()}; NaN where there is none. */
    public double[] values(Measure measure, String run, Kidneys which) {
        Map<String, CaseResult> rows = rows(run, which);
        double[] values = new double[cases.size()];
        for (int i = 0; i < values.length; i++) {
            CaseResult row = rows.get(cases.get(i));
            values[i] = row == null ? Double.NaN : measure.of(row);
        }
        return values;
    }

    /**
     * The activity concentration under the manual delineation, in the experiment's unit: that of the first run that has
     * one, NaN when none has. Runs that disagree about it stand in {@link #problems()}.
     */
    public double manual(String caseId, Kidneys which) {
        for (ComparedRun run : runs) {
            CaseResult row = rows(run.name(), which).get(caseId);
            if (row != null && !Double.isNaN(row.manual())) {
                return row.manual();
            }
        }
        return Double.NaN;
    }

    /** Why a value is missing, as the evaluation noted it; empty when it noted nothing. */
    public String remark(String run, String caseId, Kidneys kidneys, String measure) {
        return remarks.getOrDefault(remarkKey(run, caseId, kidneys.word(), measure), "");
    }

    static String remarkKey(String run, String caseId, String kidneys, String measure) {
        return String.join("\n", run, caseId, kidneys, measure);
    }

    /** What a publication prints about the experiment; empty when there is no {@code published.csv}. */
    public List<PublishedQuantity> published() {
        return published;
    }

    /** Whether the cases are computed phantoms, whose truth is known, and not patients. */
    public boolean phantoms() {
        return phantoms;
    }

    /** What is missing or does not fit together, a sentence each; empty when nothing is wrong. */
    public List<String> problems() {
        return problems;
    }

    /** The statistics to compute. */
    public StatisticSuite statistics() {
        return statistics;
    }

    /**
     * What a statistic found, computed when it is asked for first: the verdict and several pages show the same. Two
     * threads that ask at once may both compute, and get the same.
     */
    StatisticResult computed(ComputedKey key, Supplier<StatisticResult> computation) {
        StatisticResult known = computed.get(key);
        if (known == null) {
            StatisticResult made = computation.get();
            known = Objects.requireNonNullElse(computed.putIfAbsent(key, made), made);
        }
        return known;
    }

    /** Whether a shown run may still change, so that the comparison should be read again. */
    public boolean live() {
        return runs.stream().anyMatch(ComparedRun::training);
    }
}
