package org.glomera.pipeline.evaluating;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.progress.SideBySide;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.Metric;
import org.glomera.network.model.CardFigures;
import org.glomera.network.model.Cards;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.EvaluateRequest;
import org.glomera.pipeline.EvaluateResult;
import org.glomera.pipeline.EvaluateResult.NetworkSummary;
import org.glomera.pipeline.evaluating.CaseMeasurement.Measured;
import org.glomera.pipeline.preparing.CaseImages;
import org.glomera.pipeline.work.Hashes;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRemark;
import org.glomera.study.CaseResult;
import org.glomera.study.Excluded;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.ImageGrid;
import org.glomera.study.StudyFolder;

/** Segments and measures the test cases that all runs have in common. */
public final class EvaluateService {

    /** What is measured with, as far as a case has it. */
    private static final List<CaseFile> MEASURED = List.of(CaseFile.SPECT, CaseFile.KIDNEYS_SPECT,
            CaseFile.KIDNEYS_CT);

    private final Components components;

    /** Makes a service over contributed architectures, metrics and the engine. */
    public EvaluateService(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** Evaluates in a study that is locked by the caller. */
    public EvaluateResult run(EvaluateRequest request, StudyFolder study, StageReporter reporter)
            throws GlomeraException {
        if (request.runs().isEmpty()) {
            throw new GlomeraException(Kind.CONFIGURATION, "No run was named to evaluate. Name at least one of "
                    + study.runs() + ".");
        }
        List<RunUnderTest> runs = new ArrayList<>();
        try {
            for (String name : request.runs()) {
                runs.add(new RunUnderTest(study, name, components));
            }
            return run(request, study, runs, reporter);
        } finally {
            runs.forEach(RunUnderTest::close);
        }
    }

    private EvaluateResult run(EvaluateRequest request, StudyFolder study, List<RunUnderTest> runs,
            StageReporter reporter) throws GlomeraException {
        List<Excluded> excluded = new ArrayList<>();
        List<CaseInfo> cases = commonCases(study, runs, excluded);
        Map<String, String> hashes = hashes(study, runs, cases);
        Path file = study.experimentFolder(request.experiment()).resolve("cases.csv");
        Map<String, Metric> metrics = components.metrics();
        List<CaseResult> results;
        if (evaluatedSo(study, request, hashes) && Files.isRegularFile(file) && hasAll(study, request.experiment(), metrics)) {
            results = study.readCaseResults(request.experiment());
        } else {
            Measured measured = measure(study, runs, cases, metrics, reporter);
            results = measured.results();
            study.writeCaseResults(request.experiment(), results);
            study.writeCaseRemarks(request.experiment(), measured.remarks());
            study.writeExperiment(new ExperimentInfo(request.experiment(), study.info().name(), request.runs(),
                    cases.stream().map(CaseInfo::id).toList(), excluded, hashes,
                    Instant.now().truncatedTo(ChronoUnit.SECONDS), List.of(), ExperimentInfo.BQ_PER_ML));
        }
        List<NetworkSummary> summaries = new ArrayList<>();
        for (RunUnderTest run : runs) {
            summaries.add(summary(run, results));
            noteInCard(study, run.run().name(), CardFigures.of(run.run().name(), results));
        }
        reporter.done(cases.size() + " test cases");
        return new EvaluateResult(file, summaries);
    }

    private static List<CaseInfo> commonCases(StudyFolder study, List<RunUnderTest> runs, List<Excluded> excluded)
            throws GlomeraException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        runs.forEach(run -> run.testCases().forEach(id -> counts.merge(id, 1, Integer::sum)));
        List<CaseInfo> cases = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            CaseInfo info = study.requireCase(entry.getKey());
            if (entry.getValue() < runs.size()) {
                excluded.add(new Excluded(info.id(), "Not every network can use the case."));
            } else if (!info.has(CaseFile.SPECT) || !info.has(CaseFile.KIDNEYS_SPECT)) {
                excluded.add(new Excluded(info.id(), "Without a SPECT and its delineation no activity concentration can"
                        + " be measured."));
            } else {
                cases.add(info);
            }
        }
        if (cases.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The runs have no test case in common that can be measured"
                    + (excluded.isEmpty() ? "." : ": " + excluded.get(0).caseId() + ", " + excluded.get(0).reason())
                    + " Import test cases with SPECT, CT and both delineations.");
        }
        return cases;
    }

    private static Map<String, String> hashes(StudyFolder study, List<RunUnderTest> runs, List<CaseInfo> cases)
            throws GlomeraException {
        Map<String, String> hashes = new TreeMap<>();
        runs.forEach(run -> hashes.putAll(run.inputHashes()));
        addMeasured(study, cases, hashes);
        return hashes;
    }

    /** Adds the SHA-256 of what cases are measured with. */
    static void addMeasured(StudyFolder study, List<CaseInfo> cases, Map<String, String> hashes)
            throws GlomeraException {
        for (CaseInfo info : cases) {
            for (CaseFile used : MEASURED) {
                if (!info.has(used)) {
                    continue;
                }
                Path path = study.caseFile(info.id(), used);
                String key = study.root().relativize(path).toString();
                if (!hashes.containsKey(key)) {
                    hashes.put(key, Hashes.of(path));
                }
            }
        }
    }

    private static boolean evaluatedSo(StudyFolder study, EvaluateRequest request, Map<String, String> hashes)
            throws GlomeraException {
        if (!study.experiments().contains(request.experiment())) {
            return false;
        }
        ExperimentInfo there = study.readExperiment(request.experiment());
        return there.runs().equals(request.runs()) && there.inputHashes().equals(hashes);
    }

    /** Whether rows and columns are those that would be measured now; an earlier version measured fewer. */
    static boolean hasAll(StudyFolder study, String experiment, Map<String, Metric> metrics) throws GlomeraException {
        List<CaseResult> there = study.readCaseResults(experiment);
        return there.stream().anyMatch(row -> !row.isOfOneKidney())
                && List.copyOf(there.get(0).further().keySet()).equals(CaseMeasurement.columns(metrics));
    }

    private static Measured measure(StudyFolder study, List<RunUnderTest> runs, List<CaseInfo> cases,
            Map<String, Metric> metrics, StageReporter reporter) throws GlomeraException {
        AtomicInteger done = new AtomicInteger();
        List<List<Measured>> byCase = SideBySide.all(cases, reporter.cancelOnly(), (info, monitor) -> {
            List<Measured> rows = measureCase(study, runs, info, metrics, monitor);
            int count = done.incrementAndGet();
            reporter.tell("Case " + info.id() + ", " + count + " of " + cases.size(), count / (double) cases.size());
            return rows;
        });
        List<CaseResult> results = new ArrayList<>();
        List<CaseRemark> remarks = new ArrayList<>();
        for (int run = 0; run < runs.size(); run++) {
            for (List<Measured> rows : byCase) {
                results.addAll(rows.get(run).results());
                remarks.addAll(rows.get(run).remarks());
            }
        }
        return new Measured(results, remarks);
    }

    /** Segments and measures one case with each of the runs; of one without SPECT no activity concentration. */
    static List<Measured> measureCase(StudyFolder study, List<RunUnderTest> runs, CaseInfo info,
            Map<String, Metric> metrics, IProgressMonitor monitor) throws GlomeraException {
        boolean hasSpect = info.has(CaseFile.SPECT) && info.has(CaseFile.KIDNEYS_SPECT);
        Optional<Volume> spect = hasSpect ? Optional.of(CaseImages.spect(study, info)) : Optional.empty();
        Map<ImageGrid, LabelMap> manual = new EnumMap<>(ImageGrid.class);
        if (hasSpect) {
            manual.put(ImageGrid.SPECT, CaseImages.kidneys(study, info, CaseFile.KIDNEYS_SPECT));
        }
        if (info.has(CaseFile.KIDNEYS_CT)
                || runs.stream().anyMatch(run -> run.run().segmentationGrid() == ImageGrid.CT)) {
            manual.put(ImageGrid.CT, CaseImages.kidneys(study, info, CaseFile.KIDNEYS_CT));
        }
        CaseMeasurement measurement = new CaseMeasurement(spect, manual, metrics);
        List<Measured> rows = new ArrayList<>();
        for (RunUnderTest run : runs) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            ImageGrid own = run.run().segmentationGrid();
            LabelMap automatic = run.kidneys(info.id(), manual.get(own).grid(), monitor);
            rows.add(measurement.measure(run.label(), info.id(), automatic, own));
        }
        return rows;
    }

    private static NetworkSummary summary(RunUnderTest run, List<CaseResult> results) {
        List<CaseResult> own = results.stream().filter(row -> row.isOfOneKidney()
                && row.network().equals(run.run().name())).toList();
        double mean = own.stream().mapToDouble(CaseResult::dice).average().orElse(Double.NaN);
        int notFound = (int) own.stream().filter(row -> row.volumeMlAutomatic() == 0).count();
        int cases = (int) own.stream().map(CaseResult::caseId).distinct().count();
        return new NetworkSummary(run.run().name(), run.run().title(), cases, mean, notFound);
    }

    private static void noteInCard(StudyFolder study, String run, Map<String, Double> figures)
            throws GlomeraException {
        Path folder = study.runFolder(run);
        ModelCard card = ModelFolder.readCard(folder);
        if (!card.results().equals(figures)) {
            ModelFolder.writeCard(folder, card.withResults(figures));
        }
        Cards.write(folder, "");
    }
}
