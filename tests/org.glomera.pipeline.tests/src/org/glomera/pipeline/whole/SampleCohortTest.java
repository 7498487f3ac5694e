package org.glomera.pipeline.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.Digests;
import org.glomera.network.model.TrainedNetwork;
import org.glomera.phantom.PhantomSpec;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.PrepareRequest;
import org.glomera.pipeline.SampleCohortRequest;
import org.glomera.pipeline.Stage;
import org.glomera.pipeline.StageProgress;
import org.glomera.pipeline.StudyResult;
import org.glomera.pipeline.TrainRequest;
import org.glomera.pipeline.preset.Preset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.study.CaseResult;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample cohort's first patient, with the networks that come with the program on the real engine. */
class SampleCohortTest {

    /** Dice depends on the last bits of the engine's arithmetic, which differ between kinds of processor. */
    private static final double OF_PROCESSORS = 0.005;

    @TempDir
    static Path folder;

    private static SampleCohortRequest request;
    private static StudyResult result;
    private static final List<StageProgress> PROGRESS = new ArrayList<>();

    @TempDir
    Path other;

    @BeforeAll
    static void makeOnce() throws GlomeraException {
        assumeTrue(RegistryFactory.getRegistry() != null, "the platform does not run, so there are no plug-ins");
        request = request(folder.resolve("sample"));
        result = PipelineServices.ofPlugins().sampleCohort().run(request, PROGRESS::add, new NullProgressMonitor());
    }

    /** The demo's first test patient alone; as in the demo, TE001 moved between CT and SPECT. */
    private static SampleCohortRequest request(Path study) throws GlomeraException {
        SampleCohortRequest whole = SampleCohortRequest.ofProgram(study);
        PhantomSpec demo = whole.preset().cohort();
        PhantomSpec first = new PhantomSpec(demo.spectCtTraining(), demo.diagnosticTraining(), 1, demo.unusable(),
                demo.movedTraining(), 1, demo.largestMovementMm(), demo.delineationJitterMm(), demo.seed(),
                demo.lowDose(), demo.diagnostic(), demo.spect(), null);
        return new SampleCohortRequest(study, whole.preset().withCohort(first), whole.networks());
    }

    private static StudyFolder study() throws GlomeraException {
        return StudyFolder.open(request.studyFolder());
    }

    /** run.json of a trained network has the hashes of the cases that it was tested on. */
    @Test
    void theCase_isTheVeryOneThatTheNetworksWereTestedOn() throws Exception {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "another processor rounds otherwise");
        for (TrainedNetwork network : request.networks()) {
            Map<String, String> demo = StudyJson.read(network.folder().resolve("run.json"), RunInfo.class).inputHashes();
            List<String> files = demo.keySet().stream().filter(name -> name.startsWith("cases/TE001/")).toList();
            assertFalse(files.isEmpty());
            for (String file : files) {
                assertEquals(demo.get(file), Digests.sha256(request.studyFolder().resolve(file)), file);
            }
        }
    }

    /** From the demo's experiments/comparison/cases.csv, where TE001 was measured with the same weights. */
    @Test
    void diceCoefficients_areThoseOfTheDemo() throws GlomeraException {
        Map<String, double[]> rightAndLeft = Map.of("network1", new double[] {0.8943, 0.8585}, "network2",
                new double[] {0.7406, 0.8556}, "network3", new double[] {0.6668, 0.8670});
        List<CaseResult> rows = study().readCaseResults("comparison").stream().filter(CaseResult::isOfOneKidney)
                .toList();
        assertEquals(6, rows.size());
        for (CaseResult row : rows) {
            double[] demo = rightAndLeft.get(row.network());
            assertEquals(demo[row.kidneys().word().equals("right") ? 0 : 1], row.dice(), OF_PROCESSORS,
                    row.network() + " " + row.kidneys().word());
        }
    }

    @Test
    void theRuns_sayWhereTheirWeightsComeFrom() throws GlomeraException {
        assertEquals(List.of("network1", "network2", "network3"), study().runs());
        for (TrainedNetwork network : request.networks()) {
            RunInfo run = study().readRun(network.card().name());
            assertEquals(RunState.FINISHED, run.state());
            assertTrue(run.remark().startsWith("Trained elsewhere: weights and curve are those of '" + network.id()),
                    run.remark());
            assertEquals(network.card().epochs(), study().readCurve(run.name()).points().size());
            assertEquals(1, run.testImages());
            assertTrue(run.inputHashes().entrySet().containsAll(network.card().trainingData().entrySet()));
        }
    }

    @Test
    void aSecondCall_findsEverythingThere() throws Exception {
        Map<String, String> before = SmallStudy.hashes(request.studyFolder(), ".lock");
        PipelineServices.ofPlugins().sampleCohort().run(request, new NullProgressMonitor());
        // the report names the moment at which it was written
        Map<String, String> after = SmallStudy.hashes(request.studyFolder(), ".lock");
        before.remove("experiments/comparison/report.html");
        after.remove("experiments/comparison/report.html");
        assertEquals(before, after);
    }

    @Test
    void progress_risesToTheWhole() {
        double last = 0;
        for (StageProgress progress : PROGRESS) {
            assertTrue(progress.studyShare() >= last, progress.toString());
            last = progress.studyShare();
        }
        assertEquals(1, last, 1e-9);
        assertEquals(8, PROGRESS.get(PROGRESS.size() - 1).steps());
        assertTrue(SampleCohortRequest.isThere(request.studyFolder()));
        assertEquals(8, result.times().size());
    }

    @Test
    void aCancelledCall_leavesAWholeFolderThatTheNextOneEnds() throws Exception {
        SampleCohortRequest again = request(other.resolve("sample"));
        NullProgressMonitor monitor = new NullProgressMonitor();
        assertThrows(OperationCanceledException.class, () -> PipelineServices.ofPlugins().sampleCohort().run(again,
                progress -> monitor.setCanceled(progress.stage() == Stage.PREPARE && progress.subject().startsWith(
                        "Network 2") || monitor.isCanceled()), monitor));
        StudyFolder stopped = StudyFolder.open(again.studyFolder());
        assertEquals(List.of("TE001"), stopped.caseIds());
        for (String run : stopped.runs()) {
            assertEquals(RunState.FINISHED, stopped.readRun(run).state());
        }
        assertEquals(List.of(), stopped.experiments());
        assertFalse(SampleCohortRequest.isThere(again.studyFolder()));
        PipelineServices.ofPlugins().sampleCohort().run(again, new NullProgressMonitor());
        String cases = "experiments/comparison/cases.csv";
        assertEquals(Digests.sha256(request.studyFolder().resolve(cases)),
                Digests.sha256(again.studyFolder().resolve(cases)));
    }

    @Test
    void preparingOrTrainingIt_saysWhatToDoInstead() throws GlomeraException {
        Preset demo = Presets.load("demo");
        PipelineServices services = PipelineServices.ofPlugins();
        GlomeraException prepare = assertThrows(GlomeraException.class, () -> services.prepare().run(
                new PrepareRequest(request.studyFolder(), demo.networks().get(0)), new NullProgressMonitor()));
        GlomeraException train = assertThrows(GlomeraException.class, () -> services.train().run(
                new TrainRequest(request.studyFolder(), demo.networks().get(0), demo.name(), false),
                new NullProgressMonitor()));
        for (GlomeraException thrown : List.of(prepare, train)) {
            assertEquals(Kind.INPUT, thrown.kind());
            assertTrue(thrown.getMessage().contains("./glomera demo"), thrown.getMessage());
        }
    }

    @Test
    void aRunThatWasTrainedInTheStudy_isNotReplaced() throws GlomeraException {
        StudyFolder own = StudyFolder.create(other.resolve("own"), "Own");
        RunInfo run = study().readRun("network1");
        own.writeRun(run.withVersions(Map.of()).withData(2, 1, List.of(), Map.of()));
        GlomeraException thrown = assertThrows(GlomeraException.class, () -> PipelineServices.ofPlugins().sampleCohort()
                .run(request(own.root()), new NullProgressMonitor()));
        assertTrue(thrown.getMessage().contains("was trained in it"), thrown.getMessage());
        assertEquals(Map.of(), own.readRun("network1").versions());
    }
}
