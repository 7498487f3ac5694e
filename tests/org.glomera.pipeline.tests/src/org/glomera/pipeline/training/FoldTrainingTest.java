package org.glomera.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.apache.commons.io.FileUtils;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.comparison.Comparison;
import org.glomera.core.GlomeraException;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.pipeline.CrossValidateRequest;
import org.glomera.pipeline.CrossValidateResult;
import org.glomera.pipeline.CrossValidateResult.FoldFigures;
import org.glomera.pipeline.EvaluateRequest;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.PhantomRequest;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.PrepareRequest;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.TrainRequest;
import org.glomera.pipeline.TrainResult;
import org.glomera.pipeline.TrainingReport;
import org.glomera.pipeline.TrainingRequest;
import org.glomera.pipeline.TrainingRequest.Task;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.pipeline.testing.AllStatistics;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.CaseResult;
import org.glomera.study.Role;
import org.glomera.study.RunCases;
import org.glomera.study.RunInfo;
import org.glomera.study.RunOrigin;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cross-validation, validation cases and weights of another run, with a stand-in for the engine. */
class FoldTrainingTest {

    private static final PipelineServices SERVICES = new PipelineServices(new TestComponents());
    private static final List<String> BIT_FOR_BIT = List.of("weights.safetensors", "curve.csv");

    @TempDir
    static Path prepared;

    private static NetworkPreset hybrid;
    private static NetworkPreset standard;
    /** Trained on two SPECT/CT and a diagnostic CT, of three patients. */
    private static NetworkPreset onBoth;

    @TempDir
    Path folder;

    @BeforeAll
    static void prepareOnce() throws GlomeraException {
        List<NetworkPreset> networks = SmallStudy.preset().networks();
        hybrid = networks.get(0);
        standard = networks.get(1);
        onBoth = networks.get(2);
        Path phantoms = prepared.resolve("phantom");
        SERVICES.phantom().run(new PhantomRequest(SmallStudy.preset(), phantoms, Optional.empty()),
                new NullProgressMonitor());
        Path study = prepared.resolve("study");
        SERVICES.importing().run(new ImportRequest(phantoms.resolve("dicom"), study, "Small",
                RoleAssignment.fromCohortFile()), new NullProgressMonitor());
        for (NetworkPreset network : networks) {
            SERVICES.prepare().run(new PrepareRequest(study, network), new NullProgressMonitor());
        }
    }

    private StudyFolder copy(String name) throws Exception {
        Path copy = folder.resolve(name);
        FileUtils.copyDirectory(prepared.resolve("study").toFile(), copy.toFile());
        return StudyFolder.open(copy);
    }

    private static TrainingReport folds(StudyFolder study, NetworkPreset network, StageListener listener,
            NullProgressMonitor monitor) throws GlomeraException {
        return SERVICES.training().run(new TrainingRequest(study.root(), List.of(new Task(network, "small", false)),
                Optional.empty()), listener, monitor);
    }

    private static TrainResult train(StudyFolder study, NetworkPreset network) throws GlomeraException {
        return SERVICES.train().run(new TrainRequest(study.root(), network, "small", false), new NullProgressMonitor());
    }

    private static void trainUntilEpoch2(StudyFolder study, NetworkPreset network) {
        NullProgressMonitor monitor = new NullProgressMonitor();
        assertThrows(OperationCanceledException.class, () -> SERVICES.train().run(new TrainRequest(study.root(), network,
                "small", false), progress -> monitor.setCanceled(progress.detail().startsWith("epoch 2 of 2, loss")),
                monitor));
    }

    private static String refused(StudyFolder study, NetworkPreset network) {
        return assertThrows(GlomeraException.class, () -> train(study, network)).getMessage();
    }

    private static void assertSame(StudyFolder one, StudyFolder other, String run) throws Exception {
        for (String file : BIT_FOR_BIT) {
            assertEquals(-1, Files.mismatch(one.runFolder(run).resolve(file), other.runFolder(run).resolve(file)),
                    run + ": " + file);
        }
    }

    @Test
    void folds_holdEachTrainingCaseOutOnceAndShareThePreparedImages() throws Exception {
        StudyFolder study = copy("study");
        TrainingReport report = folds(study, onBoth.withFolds(3), StageListener.NONE, new NullProgressMonitor());
        assertEquals(List.of("network3_fold1", "network3_fold2", "network3_fold3"), study.runs());
        assertEquals(3, report.trained().size());
        assertFalse(Files.exists(study.preparedFolder("network3_fold1")));
        Set<String> held = new TreeSet<>();
        for (String name : study.runs()) {
            RunInfo run = study.readRun(name);
            assertEquals(1, run.cases().heldOut().size());
            assertEquals(2, run.trainingImages());
            assertEquals(run.cases().heldOut(), run.cases().validation());
            held.addAll(run.cases().heldOut());
            ModelCard card = ModelFolder.readCard(study.runFolder(name));
            String own = "cases/" + run.cases().heldOut().get(0) + "/";
            assertTrue(card.trainingData().keySet().stream().noneMatch(path -> path.startsWith(own)), name);
            assertFalse(card.trainingData().isEmpty());
            assertFalse(Double.isNaN(study.readCurve(name).last().orElseThrow().validationDice()));
        }
        assertEquals(3, held.size());
    }

    @Test
    void crossValidation_measuresHeldOutCasesAndNoTestCase() throws Exception {
        StudyFolder study = copy("study");
        CrossValidateResult result = folds(study, onBoth.withFolds(3), StageListener.NONE, new NullProgressMonitor())
                .crossValidations().get(0);
        assertEquals(List.of(1, 1, 1), result.folds().stream().map(FoldFigures::patients).toList());
        double[] dice = result.folds().stream().mapToDouble(FoldFigures::dice).toArray();
        // Mean and sample standard deviation by their formulas.
        double mean = (dice[0] + dice[1] + dice[2]) / 3;
        double sd = Math.sqrt((Math.pow(dice[0] - mean, 2) + Math.pow(dice[1] - mean, 2) + Math.pow(dice[2] - mean, 2))
                / 2);
        assertEquals(mean, result.dice().mean(), 1e-12);
        assertEquals(sd, result.dice().sd(), 1e-12);
        List<CaseResult> rows = study.readCaseResults("network3_cross-validation");
        Set<String> measured = new TreeSet<>();
        rows.forEach(row -> measured.add(row.caseId()));
        Set<String> training = new TreeSet<>();
        study.cases(Role.TRAINING).forEach(info -> training.add(info.id()));
        assertTrue(training.containsAll(measured));
        assertEquals(3, measured.size());
        assertEquals(9, rows.size(), "right, left and both of three cases");
        // The diagnostic CT has no SPECT: Dice, but no activity, and a remark that says why.
        assertEquals(3, rows.stream().filter(row -> Double.isNaN(row.manual())).count());
        assertTrue(rows.stream().noneMatch(row -> Double.isNaN(row.dice())));
        assertTrue(study.readCaseRemarks("network3_cross-validation").stream()
                .anyMatch(remark -> remark.remark().contains("no SPECT")));
        assertEquals(2, result.absoluteDifferencePercent().folds(), "the fold of the diagnostic CT has none");
        for (String file : List.of("folds.csv", "cross-validation.json")) {
            assertTrue(Files.isRegularFile(result.folder().resolve(file)), file);
        }
        assertTrue(result.table().get(result.table().size() - 1).startsWith("mean and SD over 3 folds: Dice 0."),
                result.table().toString());
    }

    @Test
    void crossValidation_canBeOpenedAsAComparisonWithTheFoldsAsABand() throws Exception {
        StudyFolder study = copy("study");
        folds(study, onBoth.withFolds(3), StageListener.NONE, new NullProgressMonitor());
        Comparison comparison = Comparison.read(study, "network3_cross-validation", AllStatistics.suite(),
                new NullProgressMonitor());
        assertEquals(3, comparison.runs().get(0).folds().size());
        assertEquals("Network 3", comparison.runs().get(0).shortTitle());
        double sum = 0;
        for (int fold = 1; fold <= 3; fold++) {
            sum += study.readCurve("network3_fold" + fold).at(2).orElseThrow().validationDice();
        }
        assertEquals(sum / 3, comparison.runs().get(0).curve().at(2).orElseThrow().validationDice(), 1e-12,
                "the line is the mean of the folds");
        assertTrue(comparison.problems().stream().noneMatch(problem -> problem.contains("Of the run")),
                comparison.problems().toString());
    }

    @Test
    void foldsNetworks_areEvaluatedOnTheTestCasesAsAnyRun() throws Exception {
        StudyFolder study = copy("study");
        folds(study, hybrid.withFolds(2), StageListener.NONE, new NullProgressMonitor());
        assertEquals(2, SERVICES.evaluate().run(new EvaluateRequest(study.root(), study.runs(), "test"),
                new NullProgressMonitor()).networks().get(1).testCases());
    }

    @Test
    void foldsThatWereInterrupted_goOnToTheSameWeights() throws Exception {
        NetworkPreset network = onBoth.withFolds(3);
        StudyFolder undisturbed = copy("undisturbed");
        folds(undisturbed, network, StageListener.NONE, new NullProgressMonitor());
        StudyFolder study = copy("study");
        NullProgressMonitor monitor = new NullProgressMonitor();
        assertThrows(OperationCanceledException.class, () -> folds(study, network, progress -> {
            if (progress.subject().contains("fold 2") && progress.detail().startsWith("epoch 2 of 2, loss")) {
                monitor.setCanceled(true);
            }
        }, monitor));
        assertEquals(1, study.readRun("network3_fold2").epochsDone());
        assertFalse(study.runs().contains("network3_fold3"));
        folds(study, network, StageListener.NONE, new NullProgressMonitor());
        for (String run : undisturbed.runs()) {
            assertSame(undisturbed, study, run);
        }
        assertEquals(undisturbed.readCaseResults("network3_cross-validation"),
                study.readCaseResults("network3_cross-validation"));
    }

    @Test
    void stoppingANetwork_stopsItsFoldAndBeginsNoOther() throws Exception {
        StudyFolder study = copy("study");
        TrainingReport report = folds(study, onBoth.withFolds(3), progress -> {
            if (progress.detail().startsWith("epoch 2 of 2, loss")) {
                try {
                    PipelineServices.stopAndKeep(study.root(), "network3");
                } catch (GlomeraException e) {
                    throw new IllegalStateException(e);
                }
            }
        }, new NullProgressMonitor());
        assertEquals(List.of("network3_fold1"), study.runs());
        assertTrue(report.trained().get(0).keptEarly());
        assertTrue(report.crossValidations().isEmpty());
        String incomplete = assertThrows(GlomeraException.class, () -> SERVICES.crossValidate().run(
                new CrossValidateRequest(study.root(), "network3"), new NullProgressMonitor())).getMessage();
        assertTrue(incomplete.contains("fold 2 of 3 was not trained"), incomplete);
    }

    @Test
    void foldsOfAnotherNumber_areRefusedUntilTheyAreStartedAnew() throws Exception {
        StudyFolder study = copy("study");
        train(study, onBoth.withFolds(3).runs().get(0));
        assertTrue(refused(study, onBoth.withFolds(2).runs().get(0)).contains("begun with other settings"));
    }

    @Test
    void validationShare_isTakenOffByPatientAndRecorded() throws Exception {
        StudyFolder study = copy("study");
        train(study, onBoth.withValidationShare(0.3));
        RunInfo run = study.readRun("network3");
        assertEquals(1, run.cases().validation().size());
        assertEquals(2, run.cases().training().size());
        assertEquals(List.of(), run.cases().heldOut());
        assertEquals(2, run.trainingImages());
        List<String> both = new ArrayList<>(run.cases().training());
        both.retainAll(run.cases().validation());
        assertEquals(List.of(), both);
        train(study, hybrid);
        assertEquals(RunCases.ALL, study.readRun("network1").cases());
    }

    @Test
    void start_takesWhatFitsAndNamesTheRest() throws Exception {
        StudyFolder study = copy("study");
        train(study, standard);
        TrainResult result = train(study, hybrid.withStart("network2", ""));
        RunInfo run = study.readRun("network1");
        assertEquals(1, run.origin().layersFresh().size());
        assertTrue(run.origin().layersTaken() > 5);
        assertTrue(run.remark().contains("did not fit and began as usual: " + run.origin().layersFresh().get(0)),
                run.remark());
        assertEquals(List.of("network2 saw CT, this network sees SPECT and CT."), run.origin().warnings());
        assertEquals(run.origin().inWords(), result.notes());
        assertTrue(ModelFolder.readCard(study.runFolder("network1")).remarks().containsAll(run.origin().inWords()));
        assertEquals(run.origin().sha256(), Presets.ofRun(run).startFromSha256());
        assertEquals(run.origin().sha256(), ModelFolder.readCard(study.runFolder("network2")).weightsSha256());
        assertFalse(Files.exists(study.runFolder("network1").resolve("checkpoint/start.safetensors")));
        assertTrue(train(study, hybrid.withStart("network2", "")).alreadyThere());
    }

    @Test
    void sourceOfAnInterruptedRun_mayBeDeleted() throws Exception {
        NetworkPreset network = hybrid.withStart("network2", "");
        StudyFolder undisturbed = copy("undisturbed");
        train(undisturbed, standard);
        train(undisturbed, network);
        StudyFolder study = copy("study");
        train(study, standard);
        trainUntilEpoch2(study, network);
        FileUtils.deleteDirectory(study.runFolder("network2").toFile());
        train(study, network);
        assertSame(undisturbed, study, "network1");
        assertEquals(undisturbed.readRun("network1").origin(), study.readRun("network1").origin());
        assertEquals(undisturbed.readRun("network1").remark(), study.readRun("network1").remark());
    }

    @Test
    void sourceThatWasTrainedAgain_isNotTakenSilently() throws Exception {
        StudyFolder study = copy("study");
        train(study, standard);
        NetworkPreset network = hybrid.withStart("network2", "");
        trainUntilEpoch2(study, network);
        FileUtils.deleteDirectory(study.runFolder("network2").toFile());
        train(study, standard.withTraining(standard.training().withSeed(77)));
        String sentence = refused(study, network);
        assertTrue(sentence.contains("was begun with other weights of network2"), sentence);
    }

    @Test
    void start_isRefusedInASentence_whereNothingFitsOrNothingIsThere() throws Exception {
        StudyFolder study = copy("study");
        train(study, standard);
        NetworkPreset wider = onBoth.withSize(4, 2, List.of(16, 16, 16)).withStart("network2", "");
        String nothing = refused(study, wider);
        assertTrue(nothing.contains("no layer of it fits") && nothing.contains("2 filters and 2 levels"), nothing);
        assertTrue(refused(study, standard.named("network1", "x").withStart("network1", "")).contains("itself"));
        trainUntilEpoch2(study, hybrid);
        String unfinished = refused(study, onBoth.withStart("network1", ""));
        assertTrue(unfinished.contains("network1, which is not finished"), unfinished);
        String other = refused(study, onBoth.withStart("network2", "0".repeat(64)));
        assertTrue(other.contains("not with 000000000000"), other);
    }

    @Test
    void foldsAndStart_workTogether() throws Exception {
        StudyFolder study = copy("study");
        train(study, standard);
        Path source = folder.resolve("elsewhere");
        FileUtils.copyDirectory(study.runFolder("network2").toFile(), source.toFile());
        folds(study, onBoth.withFolds(3).withStart(source.toString(), ""), StageListener.NONE,
                new NullProgressMonitor());
        for (int fold = 1; fold <= 3; fold++) {
            RunOrigin origin = study.readRun("network3_fold" + fold).origin();
            assertEquals(List.of(), origin.layersFresh());
            assertEquals(List.of(), origin.warnings());
            assertEquals(source.toString(), origin.source());
        }
        assertTrue(study.experiments().contains("network3_cross-validation"));
    }
}
