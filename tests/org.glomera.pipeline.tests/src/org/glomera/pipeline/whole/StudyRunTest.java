package org.glomera.pipeline.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.commons.io.FileUtils;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.Stage;
import org.glomera.pipeline.StageProgress;
import org.glomera.pipeline.StudyRequest;
import org.glomera.pipeline.StudyResult;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.CaseResult;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyLock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole study on small phantoms, from DICOM to the report, with a stand-in for the engine. */
class StudyRunTest {

    /** They name the time at which they were made. */
    private static final String[] TIMED = {"run.json", "progress.json", "preview.json", "speed.json", "model.json", "study.json",
            "experiment.json", "report.html", ".lock"};

    @TempDir
    static Path folder;

    private static StudyResult result;
    private static Path undisturbed;
    private static final List<StageProgress> PROGRESS = new ArrayList<>();

    @TempDir
    Path other;

    @BeforeAll
    static void runOnce() throws GlomeraException {
        undisturbed = folder.resolve("study");
        result = new PipelineServices(new TestComponents()).study().run(
                StudyRequest.ofPhantoms(undisturbed, SmallStudy.preset()), PROGRESS::add, new NullProgressMonitor());
    }

    @Test
    void everyTestCase_isMeasuredByEveryNetworkInEachKidneyAndInBoth() throws GlomeraException {
        List<CaseResult> rows = StudyFolder.open(undisturbed).readCaseResults("comparison");
        // 3 networks x 2 test cases x right, left and both
        assertEquals(18, rows.size());
        assertEquals(List.of("network1", "network2", "network3"), rows.stream().map(CaseResult::network).distinct()
                .toList());
        assertEquals(List.of("TE001", "TE002"), rows.stream().map(CaseResult::caseId).distinct().toList());
        assertTrue(rows.stream().allMatch(row -> row.further().keySet().equals(Set.of("dice_spect", "dice_ct",
                "kidney_voxels_spect", "kidney_voxels_ct", "surface_dice_spect", "surface_dice_ct"))));
    }

    @Test
    void manualActivity_isTheSameForEveryNetwork() throws GlomeraException {
        List<CaseResult> rows = StudyFolder.open(undisturbed).readCaseResults("comparison");
        for (CaseResult row : rows) {
            CaseResult first = rows.stream().filter(each -> each.caseId().equals(row.caseId())
                    && each.kidneys() == row.kidneys()).findFirst().orElseThrow();
            assertEquals(first.manual(), row.manual());
        }
    }

    @Test
    void trainingImages_areThoseOfTheReferenceStudysDesign() throws GlomeraException {
        StudyFolder study = StudyFolder.open(undisturbed);
        // the truncated CT is of use to the hybrid network alone: 2 + 1, 2, 2 + 1 diagnostic
        assertEquals(3, study.readRun("network1").trainingImages());
        assertEquals(2, study.readRun("network2").trainingImages());
        assertEquals(3, study.readRun("network3").trainingImages());
        assertEquals(List.of("UN001", "UN002", "UN003"),
                study.readRun("network2").excluded().stream().map(each -> each.caseId()).toList());
    }

    @Test
    void reportedEpoch_isTheLastAndSaysWhy() throws GlomeraException {
        for (String run : List.of("network1", "network2", "network3")) {
            RunInfo info = StudyFolder.open(undisturbed).readRun(run);
            assertEquals(RunState.FINISHED, info.state());
            assertEquals(2, info.reportedEpoch());
            assertTrue(info.reportedEpochReason().contains("test cohort part of the training"));
        }
    }

    @Test
    void progress_namesEveryStepAndNeverFalls() {
        double share = 0;
        for (StageProgress progress : PROGRESS) {
            assertTrue(progress.studyShare() >= share, progress.toString());
            share = progress.studyShare();
        }
        assertEquals(1, share, 1e-9);
        // phantom, import, 3 x prepare, 3 x train, evaluate, compare, report
        assertEquals(11, PROGRESS.get(0).steps());
        assertEquals(11, PROGRESS.stream().map(StageProgress::step).distinct().count());
        assertEquals(11, result.times().size());
    }

    @Test
    void secondRun_leavesEveryFileAsItIs() throws Exception {
        Map<String, String> before = SmallStudy.hashes(undisturbed);
        new PipelineServices(new TestComponents()).study().run(
                StudyRequest.ofPhantoms(undisturbed, SmallStudy.preset()), new NullProgressMonitor());
        assertEquals(before, SmallStudy.hashes(undisturbed));
    }

    @Test
    void resultsWithoutRowsOfBothKidneys_areMeasuredAnew() throws Exception {
        Path copy = other.resolve("study");
        FileUtils.copyDirectory(undisturbed.toFile(), copy.toFile());
        StudyFolder study = StudyFolder.open(copy);
        String measured = Files.readString(study.experimentFolder("comparison").resolve("cases.csv"));
        // as an earlier version left them
        study.writeCaseResults("comparison", study.readCaseResults("comparison").stream()
                .filter(CaseResult::isOfOneKidney).toList());
        Files.delete(study.experimentFolder("comparison").resolve("remarks.csv"));
        new PipelineServices(new TestComponents()).study().run(StudyRequest.ofPhantoms(copy, SmallStudy.preset()),
                new NullProgressMonitor());
        assertEquals(measured, Files.readString(study.experimentFolder("comparison").resolve("cases.csv")));
        assertEquals(StudyFolder.open(undisturbed).readCaseRemarks("comparison"), study.readCaseRemarks("comparison"));
        assertTrue(Files.exists(study.experimentFolder("comparison").resolve("remarks.csv")));
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = {"PHANTOM", "IMPORT", "PREPARE", "TRAIN", "EVALUATE"})
    void stoppedStudy_goesOnAndEndsWithTheSameFiles(Stage stage) throws Exception {
        Path study = other.resolve("study");
        NullProgressMonitor monitor = new NullProgressMonitor();
        PipelineServices services = new PipelineServices(new TestComponents());
        StudyRequest request = StudyRequest.ofPhantoms(study, SmallStudy.preset());
        if (stage != Stage.PHANTOM) {
            StudyFolder.create(study, request.preset().title());
            FileUtils.copyDirectory(undisturbed.resolve("phantom").toFile(), study.resolve("phantom").toFile());
        }
        assertThrows(OperationCanceledException.class, () -> services.study().run(request, progress -> {
            if (progress.stage() == stage && progress.share() >= 0.3) {
                monitor.setCanceled(true);
            }
        }, monitor));
        services.study().run(request, new NullProgressMonitor());
        assertEquals(SmallStudy.hashes(undisturbed, TIMED), SmallStudy.hashes(study, TIMED));
    }

    @Test
    void otherPresetOnTheSameFolder_isRefusedAndChangesNothing() throws Exception {
        Map<String, String> before = SmallStudy.hashes(undisturbed);
        StudyRequest request = StudyRequest.ofPhantoms(undisturbed, SmallStudy.preset().withSeed(99));
        GlomeraException refused = assertThrows(GlomeraException.class, () -> new PipelineServices(
                new TestComponents()).study().run(request, new NullProgressMonitor()));
        assertTrue(refused.getMessage().contains(undisturbed.resolve("phantom").toString()), refused.getMessage());
        assertEquals(before, SmallStudy.hashes(undisturbed));
    }

    @Test
    void lockedStudy_isRefused() throws GlomeraException {
        PipelineServices services = new PipelineServices(new TestComponents());
        StudyRequest request = StudyRequest.ofPhantoms(undisturbed, SmallStudy.preset());
        try (StudyLock lock = StudyFolder.open(undisturbed).lock()) {
            GlomeraException refused = assertThrows(GlomeraException.class,
                    () -> services.study().run(request, new NullProgressMonitor()), lock::toString);
            assertTrue(refused.getMessage().contains("another task"), refused.getMessage());
        }
    }

    @Test
    void report_refersToNothingOutsideAndShowsEveryCase() throws Exception {
        String page = Files.readString(result.reportFile());
        assertFalse(page.matches("(?s).*(href|src)=\"(?!#|data:).*"), "a reference leads out of the file");
        assertFalse(page.contains("<script") || page.contains("@import") || page.contains("url(http"));
        assertTrue(page.contains("A small &lt;study&gt; &amp; its test"), "the title is escaped");
        for (String expected : List.of("TE001", "TE002", "UN002", "cut off by the edge of the CT", "Network 3",
                "computed phantoms", "Holm", "Wilcoxon")) {
            assertTrue(page.contains(expected), expected);
        }
        // one CT and one SPECT slice a case
        assertEquals(4, page.split("data:image/png;base64,", -1).length - 1);
        assertTrue(page.split("<svg", -1).length - 1 >= 2, "at least the learning curves and one distribution");
    }
}
