package org.glomera.pipeline.evaluating;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Kidneys;
import org.glomera.core.progress.SideBySide;
import org.glomera.evaluation.Metric;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.CrossValidateRequest;
import org.glomera.pipeline.CrossValidateResult;
import org.glomera.pipeline.CrossValidateResult.FoldFigures;
import org.glomera.pipeline.CrossValidateResult.Spread;
import org.glomera.pipeline.evaluating.CaseMeasurement.Measured;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRemark;
import org.glomera.study.CaseResult;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;

/**
 * Segments and measures each training case with the run of the fold that its patient was held out of, and writes an
 * experiment of one network: a row a case and kidney, as that of the test cases. The test cases are not touched.
 */
public final class CrossValidateService {

    private static final String WAY = "Each case was measured with the network of the fold that its patient was held out of."
            + " The settings shown are those of the first fold, the learning curve is the mean of the folds.";
    private static final String OPTIMISTIC = "The held-out cases also chose the epoch, by early stopping, so these figures"
            + " are higher than those of unseen cases would be. A validation share takes other cases for that.";

    private final Components components;

    /** Makes a service over contributed architectures, metrics and the engine. */
    public CrossValidateService(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** Measures in a study that is locked by the caller. */
    public CrossValidateResult run(CrossValidateRequest request, StudyFolder study, StageReporter reporter)
            throws GlomeraException {
        List<RunInfo> folds = FoldRuns.require(study, request.network());
        Map<String, RunUnderTest> byCase = new LinkedHashMap<>();
        List<RunUnderTest> runs = new ArrayList<>();
        try {
            for (RunInfo fold : folds) {
                RunUnderTest run = new RunUnderTest(study, fold.name(), request.network(), components);
                runs.add(run);
                fold.cases().heldOut().forEach(id -> byCase.put(id, run));
            }
            return run(request, study, runs, byCase, reporter);
        } finally {
            runs.forEach(RunUnderTest::close);
        }
    }

    private CrossValidateResult run(CrossValidateRequest request, StudyFolder study, List<RunUnderTest> runs,
            Map<String, RunUnderTest> byCase, StageReporter reporter) throws GlomeraException {
        List<CaseInfo> cases = new ArrayList<>();
        for (CaseInfo info : study.cases()) {
            if (byCase.containsKey(info.id())) {
                cases.add(info);
            }
        }
        if (cases.size() < byCase.size()) {
            throw new GlomeraException(Kind.INPUT, "A case that the folds of " + request.network()
                    + " were divided by is not in the study any more. Train the folds anew.");
        }
        Map<String, String> hashes = hashes(study, runs, cases);
        Map<String, Metric> metrics = components.metrics();
        List<CaseResult> results;
        if (measuredSo(study, request, hashes) && EvaluateService.hasAll(study, request.experiment(), metrics)) {
            results = study.readCaseResults(request.experiment());
        } else {
            results = measure(request, study, cases, byCase, metrics, reporter);
        }
        NetworkPreset network = Presets.ofRun(runs.get(0).run());
        CrossValidateResult result = result(request, study, network, runs, cases, results);
        CrossValidationFiles.write(result, runs.stream().map(RunUnderTest::run).toList());
        study.writeExperiment(new ExperimentInfo(request.experiment(), "Cross-validation of " + request.network(),
                List.of(request.network()), cases.stream().map(CaseInfo::id).toList(), List.of(), hashes,
                Instant.now().truncatedTo(ChronoUnit.SECONDS), result.remarks(), ExperimentInfo.BQ_PER_ML));
        reporter.done(cases.size() + " held-out cases");
        return result;
    }

    private static Map<String, String> hashes(StudyFolder study, List<RunUnderTest> runs, List<CaseInfo> cases)
            throws GlomeraException {
        Map<String, String> hashes = new TreeMap<>();
        runs.forEach(run -> hashes.putAll(run.inputHashes(run.run().cases().heldOut())));
        EvaluateService.addMeasured(study, cases, hashes);
        return hashes;
    }

    private static boolean measuredSo(StudyFolder study, CrossValidateRequest request, Map<String, String> hashes)
            throws GlomeraException {
        return study.experiments().contains(request.experiment())
                && study.readExperiment(request.experiment()).inputHashes().equals(hashes)
                && Files.isRegularFile(study.experimentFolder(request.experiment()).resolve("cases.csv"));
    }

    private static List<CaseResult> measure(CrossValidateRequest request, StudyFolder study, List<CaseInfo> cases,
            Map<String, RunUnderTest> byCase, Map<String, Metric> metrics, StageReporter reporter)
            throws GlomeraException {
        AtomicInteger done = new AtomicInteger();
        List<Measured> byOrder = SideBySide.all(cases, reporter.cancelOnly(), (info, monitor) -> {
            Measured rows = EvaluateService.measureCase(study, List.of(byCase.get(info.id())), info, metrics, monitor)
                    .get(0);
            int count = done.incrementAndGet();
            reporter.tell("Held-out case " + info.id() + ", " + count + " of " + cases.size(),
                    count / (double) cases.size());
            return rows;
        });
        List<CaseResult> results = byOrder.stream().flatMap(rows -> rows.results().stream()).toList();
        List<CaseRemark> remarks = byOrder.stream().flatMap(rows -> rows.remarks().stream()).toList();
        study.writeCaseResults(request.experiment(), results);
        study.writeCaseRemarks(request.experiment(), remarks);
        return results;
    }

    private static CrossValidateResult result(CrossValidateRequest request, StudyFolder study, NetworkPreset network,
            List<RunUnderTest> runs, List<CaseInfo> cases, List<CaseResult> results) throws GlomeraException {
        List<FoldFigures> folds = new ArrayList<>();
        for (RunUnderTest run : runs) {
            List<String> held = run.run().cases().heldOut();
            int patients = (int) cases.stream().filter(info -> held.contains(info.id())).map(CaseInfo::patient).distinct()
                    .count();
            folds.add(figures(folds.size() + 1, run.run().name(), patients, held, results));
        }
        List<String> remarks = new ArrayList<>(List.of(WAY));
        if (network.training().earlyStopping().on() && network.validationShare() == 0) {
            remarks.add(OPTIMISTIC);
        }
        runs.stream().map(RunUnderTest::run).filter(RunInfo::keptEarly).forEach(run -> remarks.add("The run " + run.name()
                + " was stopped on purpose after " + run.epochsDone() + " of " + run.epochsPlanned() + " epochs."));
        Path folder = study.experimentFolder(request.experiment());
        return new CrossValidateResult(request.network(), network.title(), request.experiment(), folder, folds,
                Spread.of(folds.stream().mapToDouble(FoldFigures::dice).toArray()),
                Spread.of(folds.stream().mapToDouble(FoldFigures::absoluteDifferencePercent).toArray()), remarks);
    }

    private static FoldFigures figures(int fold, String run, int patients, List<String> held, List<CaseResult> results) {
        List<CaseResult> rows = results.stream().filter(CaseResult::isOfOneKidney)
                .filter(row -> held.contains(row.caseId())).toList();
        double right = Spread.of(rows.stream().filter(row -> row.kidneys() == Kidneys.RIGHT)
                .mapToDouble(CaseResult::dice).toArray()).mean();
        double left = Spread.of(rows.stream().filter(row -> row.kidneys() == Kidneys.LEFT)
                .mapToDouble(CaseResult::dice).toArray()).mean();
        double percent = Spread.of(rows.stream().mapToDouble(row -> Math.abs(row.differencePercent())).toArray()).mean();
        int notFound = (int) rows.stream().filter(row -> row.volumeMlAutomatic() == 0).count();
        return new FoldFigures(fold, run, patients, held.size(),
                Spread.of(rows.stream().mapToDouble(CaseResult::dice).toArray()).mean(), right, left, percent, notFound);
    }
}
