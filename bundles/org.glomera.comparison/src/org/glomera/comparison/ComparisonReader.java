package org.glomera.comparison;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.study.CaseResult;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.Names;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;

/** Reads a comparison from a study and notes what does not fit. One thread. */
final class ComparisonReader {

    private static final Pattern FOLD = Pattern.compile("[_-]fold[0-9]{1,4}");

    private final StudyFolder study;
    private final StatisticSuite statistics;
    private final List<String> problems = new ArrayList<>();

    ComparisonReader(StudyFolder study, StatisticSuite statistics) {
        this.study = study;
        this.statistics = statistics;
    }

    Comparison read(String experiment, IProgressMonitor monitor) throws GlomeraException {
        ExperimentInfo info = study.readExperiment(experiment);
        Path folder = study.experimentFolder(experiment);
        SubMonitor progress = SubMonitor.convert(monitor, "Reading the experiment " + experiment,
                info.runs().size() + 2);
        List<CaseResult> rows = List.of();
        if (Files.exists(folder.resolve("cases.csv"))) {
            rows = study.readCaseResults(experiment);
        } else {
            problems.add("The experiment " + experiment + " has no cases.csv, so nothing was measured yet. Evaluate it"
                    + " first.");
        }
        progress.worked(1);
        List<CaseResult> results = sound(info, rows);
        List<ComparedRun> runs = runs(info.runs(), progress.split(info.runs().size()));
        List<String> cases = cases(info, results);
        new ResultChecks(info.runs(), cases, results, problems).run();
        Map<String, String> remarks = remarks(experiment);
        List<PublishedQuantity> published = ExperimentFiles.published(folder.resolve("published.csv"), problems);
        return new Comparison(new Comparison.Parts(study.root(), info, runs, cases, results, remarks, published,
                phantoms(cases), problems, statistics));
    }

    Comparison ofRuns(List<String> names, IProgressMonitor monitor) throws GlomeraException {
        ExperimentInfo info = new ExperimentInfo("runs", study.info().name(), names, List.of(), List.of(), Map.of(),
                Instant.EPOCH, List.of(), ExperimentInfo.BQ_PER_ML);
        List<ComparedRun> runs = runs(names, SubMonitor.convert(monitor, "Reading the runs", names.size()));
        problems.add("These runs were not evaluated together yet: their curves and configurations are compared, their"
                + " results are not. Evaluate them in one experiment.");
        return new Comparison(new Comparison.Parts(study.root(), info, runs, List.of(), List.of(), Map.of(), List.of(),
                false, problems, statistics));
    }

    private Map<String, String> remarks(String experiment) {
        Map<String, String> remarks = new HashMap<>();
        try {
            study.readCaseRemarks(experiment).forEach(each -> remarks.merge(Comparison.remarkKey(each.network(),
                    each.caseId(), each.kidneys().word(), each.metric()), each.remark(), (a, b) -> a + " " + b));
        } catch (GlomeraException e) {
            problems.add("Why values are missing is not shown. " + e.getMessage());
        }
        return remarks;
    }

    /** Whether the first case that the study still has is a phantom: a study's test cases are of one kind. */
    private boolean phantoms(List<String> cases) {
        try {
            for (String id : cases) {
                if (study.hasCase(id)) {
                    return !study.requireCase(id).truth().isEmpty();
                }
            }
        } catch (GlomeraException e) {
            problems.add("Whether the cases are phantoms is not known. " + e.getMessage());
        }
        return false;
    }

    /** Leaves out rows of runs that the experiment does not name and rows that stand twice, and says so. */
    private List<CaseResult> sound(ExperimentInfo info, List<CaseResult> rows) {
        Map<String, CaseResult> kept = new LinkedHashMap<>();
        Set<String> strangers = new TreeSet<>(Names.NATURAL_ORDER);
        Set<String> twice = new LinkedHashSet<>();
        for (CaseResult row : rows) {
            if (!info.runs().contains(row.network())) {
                strangers.add(row.network());
            } else if (kept.putIfAbsent(key(row), row) != null) {
                twice.add(row.caseId() + " of " + row.network() + " (" + row.kidneys().word() + ")");
            }
        }
        strangers.forEach(name -> problems.add("cases.csv has rows of " + name
                + ", which the experiment does not name; they are not shown."));
        if (!twice.isEmpty()) {
            problems.add("cases.csv has more than one row for " + Sentences.some(twice)
                    + "; the first one counts. Evaluate the experiment again.");
        }
        return List.copyOf(kept.values());
    }

    private static String key(CaseResult row) {
        return String.join("\n", row.network(), row.caseId(), row.kidneys().word());
    }

    private static List<String> cases(ExperimentInfo info, List<CaseResult> results) {
        Set<String> cases = new LinkedHashSet<>(info.cases());
        Set<String> measured = new HashSet<>();
        results.forEach(row -> measured.add(row.caseId()));
        measured.stream().filter(id -> !cases.contains(id)).sorted(Names.NATURAL_ORDER).toList().forEach(cases::add);
        return List.copyOf(cases);
    }

    private List<ComparedRun> runs(List<String> names, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, names.size());
        List<String> all = study.runs();
        List<ComparedRun> runs = new ArrayList<>();
        for (String name : names) {
            progress.checkCanceled();
            progress.subTask(name);
            runs.add(run(runs.size(), name, all));
            progress.worked(1);
        }
        return runs.stream().map(run -> runs.stream().filter(other -> other.shortTitle().equals(run.shortTitle()))
                .count() > 1 ? run.withShortTitle(run.shortTitle() + " (" + run.name() + ")") : run).toList();
    }

    private ComparedRun run(int index, String name, List<String> all) {
        RunSource source;
        String title = name;
        List<String> foldNames = all.stream().filter(other -> other.startsWith(name)
                && FOLD.matcher(other.substring(name.length())).matches()).toList();
        try {
            RunInfo info = !all.contains(name) && !foldNames.isEmpty() ? ofFolds(foldNames.get(0)) : study.readRun(name);
            source = new RunSource.Read(info);
            title = info.title().isBlank() ? name : info.title();
            note(info);
        } catch (GlomeraException e) {
            source = new RunSource.Missing(e.getMessage());
            problems.add("Of the run " + name + " only the results are known. " + e.getMessage());
        }
        List<Curve> folds = new ArrayList<>();
        foldNames.stream().map(this::curve).filter(curve -> !curve.points().isEmpty()).forEach(folds::add);
        Curve curve = source instanceof RunSource.Missing ? new Curve(List.of())
                : all.contains(name) ? curve(name) : meanOf(folds);
        return new ComparedRun(index, name, title, ComparedRun.beforeColon(title), source, curve, folds);
    }

    /** What the folds of a network that was trained in nothing else have in common: the first one's, without its fold. */
    private RunInfo ofFolds(String first) throws GlomeraException {
        RunInfo info = study.readRun(first);
        return info.withTitle(info.configuration().path("title").asText(info.title()));
    }

    /** The mean of the folds in each epoch that all of them have. */
    private static Curve meanOf(List<Curve> folds) {
        List<CurvePoint> means = new ArrayList<>();
        int epochs = folds.stream().mapToInt(fold -> fold.points().size()).min().orElse(0);
        for (int i = 0; i < epochs; i++) {
            int at = i;
            List<CurvePoint> points = folds.stream().map(fold -> fold.points().get(at)).toList();
            means.add(new CurvePoint(points.get(0).epoch(), mean(points, CurvePoint::trainingDice),
                    mean(points, CurvePoint::testDice), mean(points, CurvePoint::validationDice)));
        }
        return new Curve(means);
    }

    private static double mean(List<CurvePoint> points, ToDoubleFunction<CurvePoint> dice) {
        return points.stream().mapToDouble(dice).average().orElse(Double.NaN);
    }

    private void note(RunInfo info) {
        switch (info.state()) {
            case PREPARED -> problems.add("The run " + info.name() + " was not trained yet.");
            case TRAINING -> problems.add("The run " + info.name() + " is still in training: " + info.epochsDone()
                    + " of " + info.epochsPlanned() + " epochs are done.");
            case STOPPED -> problems.add("The run " + info.name() + " was stopped after " + info.epochsDone() + " of "
                    + info.epochsPlanned() + " epochs" + why(info));
            case FAILED -> problems.add("The run " + info.name() + " failed after " + info.epochsDone() + " of "
                    + info.epochsPlanned() + " epochs" + why(info));
            case FINISHED -> {
                if (info.keptEarly()) {
                    problems.add("The run " + info.name() + " was stopped on purpose after " + info.epochsDone() + " of "
                            + info.epochsPlanned() + " epochs; its results are those of that epoch.");
                }
            }
        }
    }

    private static String why(RunInfo info) {
        return info.remark().isEmpty() ? "." : ": " + info.remark();
    }

    private Curve curve(String name) {
        try {
            return study.readCurve(name);
        } catch (GlomeraException e) {
            problems.add("The learning curve of the run " + name + " is not shown. " + e.getMessage());
            return new Curve(List.of());
        }
    }
}
