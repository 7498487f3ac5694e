package org.glomera.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a comparison reads, and what it says about files that do not fit. */
class ComparisonTest {

    @TempDir
    Path folder;

    private static void assertSays(Comparison comparison, String part) {
        assertTrue(comparison.problems().stream().anyMatch(problem -> problem.contains(part)),
                () -> "'" + part + "' is not said in " + comparison.problems());
    }

    @Test
    void theReferenceStudy_isReadWhole() throws GlomeraException {
        Comparison comparison = TestStudies.reference(folder);
        assertEquals(List.of("network1", "network2", "network3"),
                comparison.runs().stream().map(ComparedRun::name).toList());
        assertEquals(15, comparison.cases().size());
        assertEquals(90, comparison.results().size());
        assertEquals(List.of(), comparison.problems());
        assertEquals(56, comparison.runs().get(2).curve().points().size());
        // the source has neither volumes nor Dice coefficients of kidneys, so those are no measures
        assertEquals(List.of("difference_percent", "manual", "automatic"),
                comparison.measures().stream().map(Measure::id).toList());
        assertEquals("", comparison.measure("manual").orElseThrow().unit(), "the source states no unit");
        assertFalse(comparison.live());
    }

    @Test
    void runsOverDifferentCases_areNamedWithTheirCases() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 3, (run, i, kidneys) -> 1);
        List<CaseResult> rows = new ArrayList<>(study.readCaseResults("e"));
        rows.removeIf(row -> row.network().equals("b") && row.caseId().equals("case1"));
        rows.add(TestStudies.row("b", "extra", Kidneys.RIGHT, 2));
        study.writeCaseResults("e", rows);
        Comparison comparison = TestStudies.read(study);
        assertEquals(List.of("case0", "case1", "case2", "extra"), comparison.cases());
        assertSays(comparison, "The run a has no result for extra;");
        assertSays(comparison, "The run b has no result for case1;");
        assertSays(comparison, "for only one kidney of some cases; without: extra (left)");
        assertTrue(comparison.result("b", "case1", Kidneys.RIGHT).isEmpty());
        double[] values = comparison.values(comparison.measure("difference_percent").orElseThrow(), "b",
                Kidneys.RIGHT);
        assertTrue(Double.isNaN(values[1]), "a missing case is NaN");
        assertEquals(2, values[3]);
    }

    @Test
    void missingRunFolder_leavesItsResultsAndIsNamed() throws GlomeraException, IOException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 2, (run, i, kidneys) -> 1);
        Files.delete(study.runFolder("b").resolve("run.json"));
        Comparison comparison = TestStudies.read(study);
        ComparedRun missing = comparison.run("b").orElseThrow();
        assertTrue(missing.info().isEmpty());
        assertEquals("b", missing.title());
        assertEquals(0, missing.curve().points().size());
        assertTrue(comparison.result("b", "case0", Kidneys.LEFT).isPresent());
        assertSays(comparison, "Of the run b only the results are known.");
    }

    @Test
    void malformedCurve_isNamedAndTheRestIsShown() throws GlomeraException, IOException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 2, (run, i, kidneys) -> 1);
        Files.writeString(study.runFolder("a").resolve("curve.csv"), "epoch,training_dice,test_dice\n1,0.5,7\n");
        Comparison comparison = TestStudies.read(study);
        assertSays(comparison, "The learning curve of the run a is not shown.");
        assertEquals(3, comparison.run("b").orElseThrow().curve().points().size());
    }

    @Test
    void runInTraining_makesTheComparisonLive() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 2, (run, i, kidneys) -> 1);
        study.writeRun(study.readRun("b").withState(RunState.TRAINING, "", TestStudies.NOW));
        Comparison comparison = TestStudies.read(study);
        assertTrue(comparison.live());
        assertSays(comparison, "The run b is still in training: 3 of 3 epochs are done.");
        assertFalse(comparison.only(List.of("a")).live());
    }

    @Test
    void valueThatIsMissing_isNamedAndStaysNaN() throws GlomeraException {
        Comparison comparison = TestStudies.read(TestStudies.study(folder, List.of("a", "b"), 2,
                (run, i, kidneys) -> run.equals("a") && i == 1 && kidneys == Kidneys.LEFT ? Double.NaN : 1));
        assertSays(comparison, "The run a has no difference of activity concentration for case1 (left, not found);");
        assertTrue(Double.isNaN(comparison.result("a", "case1", Kidneys.LEFT).orElseThrow().differencePercent()));
    }

    @Test
    void runsWithAnotherManualValue_wereNotMeasuredAlike() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 1, (run, i, kidneys) -> 1);
        List<CaseResult> rows = new ArrayList<>(study.readCaseResults("e"));
        CaseResult last = rows.remove(rows.size() - 1);
        rows.add(new CaseResult("b", "case0", Kidneys.LEFT, 1001, last.automatic(), 1, 0.9, 150, 150, last.further()));
        study.writeCaseResults("e", rows);
        Comparison comparison = TestStudies.read(study);
        assertSays(comparison, "differs between the runs for case0 (left)");
        assertEquals(1000, comparison.manual("case0", Kidneys.LEFT), "the first run's value is shown");
    }

    @Test
    void oneCase_oneRun_andThirteenRuns_areEachSaid() throws GlomeraException {
        assertSays(TestStudies.read(TestStudies.study(folder.resolve("1"), List.of("a", "b"), 1, (r, i, k) -> 1)),
                "There is only one case, case0:");
        assertSays(TestStudies.read(TestStudies.study(folder.resolve("2"), List.of("a"), 3, (r, i, k) -> 1)),
                "The experiment has one run, a,");
        List<String> many = IntStream.range(0, 13).mapToObj(i -> "run" + i).toList();
        Comparison thirteen = TestStudies.read(TestStudies.study(folder.resolve("3"), many, 1, (r, i, k) -> 1));
        assertSays(thirteen, "There are 13 runs and 12 kinds of colour and mark");
        assertEquals(13, thirteen.runs().size(), "all of them are there");
    }

    @Test
    void runThatIsCalledManual_isNotMistakenForTheDelineation() throws GlomeraException {
        Comparison comparison = TestStudies.read(TestStudies.study(folder, List.of("manual", "b"), 3,
                (run, i, kidneys) -> i + 1));
        assertSays(comparison, "A run is called 'manual'");
        List<String> columns = new Analysis(comparison).againstManual(Analysis.TEST, List.of(Kidneys.RIGHT)).get(0)
                .result().rows().stream().map(row -> row.of()).toList();
        assertEquals(List.of("b"), columns);
    }

    @Test
    void rowsThatStandTwiceOrBelongToNoRun_areLeftOutAndNamed() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 1, (run, i, kidneys) -> 1);
        List<CaseResult> rows = new ArrayList<>(study.readCaseResults("e"));
        rows.add(TestStudies.row("a", "case0", Kidneys.RIGHT, 5));
        rows.add(TestStudies.row("stranger", "case0", Kidneys.RIGHT, 5));
        study.writeCaseResults("e", rows);
        Comparison comparison = TestStudies.read(study);
        assertEquals(4, comparison.results().size());
        assertEquals(1, comparison.result("a", "case0", Kidneys.RIGHT).orElseThrow().differencePercent());
        assertSays(comparison, "more than one row for case0 of a (right)");
        assertSays(comparison, "cases.csv has rows of stranger,");
    }

    @Test
    void experimentWithoutCasesCsv_showsItsCurves() throws GlomeraException, IOException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 1, (run, i, kidneys) -> 1);
        Files.delete(study.experimentFolder("e").resolve("cases.csv"));
        Comparison comparison = TestStudies.read(study);
        assertSays(comparison, "has no cases.csv, so nothing was measured yet");
        assertEquals(3, comparison.runs().get(0).curve().points().size());
    }

    @Test
    void remarksAndPublishedFigures_areReadFromBesideTheExperiment() throws GlomeraException, IOException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 1, (run, i, kidneys) -> 1);
        Path beside = study.experimentFolder("e");
        Files.writeString(beside.resolve("remarks.csv"), "network,case,side,metric,remark\n"
                + "a,case0,left,dice_ct,\"Empty, so not defined.\"\n");
        Files.writeString(beside.resolve("published.csv"), "printed_network,side,quantity,value,where\n"
                + "1-2,right,p between networks,0.219,results\n");
        Comparison comparison = TestStudies.read(study);
        assertEquals("Empty, so not defined.", comparison.remark("a", "case0", Kidneys.LEFT, "dice_ct"));
        assertEquals("", comparison.remark("a", "case0", Kidneys.RIGHT, "dice_ct"));
        assertEquals(List.of(new PublishedQuantity("1-2", "right", "p between networks", "0.219", "results")),
                comparison.published());
    }

    @Test
    void malformedTablesBesideTheExperiment_areProblemsAndNoFailure() throws GlomeraException, IOException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 1, (run, i, kidneys) -> 1);
        Path beside = study.experimentFolder("e");
        Files.writeString(beside.resolve("remarks.csv"), "something,else\n1,2\n");
        Files.write(beside.resolve("published.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Comparison comparison = TestStudies.read(study);
        assertSays(comparison, "Why values are missing is not shown.");
        assertSays(comparison, "published.csv cannot be read");
    }

    @Test
    void folds_areFoundByTheirNames() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 1, (run, i, kidneys) -> 1);
        for (String fold : List.of("a-fold1", "a-fold2", "a-folder", "ab-fold1")) {
            study.writeRun(TestStudies.finished(fold, 1));
            study.writeCurve(fold, new Curve(List.of(new CurvePoint(1, 0.5, 0.5))));
        }
        Comparison comparison = TestStudies.read(study);
        assertEquals(2, comparison.run("a").orElseThrow().folds().size());
        assertEquals(0, comparison.run("b").orElseThrow().folds().size());
    }

    @Test
    void hiddenRuns_leaveTheOthersTheirColourAndMark() throws GlomeraException {
        Comparison comparison = TestStudies.reference(folder);
        Comparison two = comparison.only(List.of("network1", "network3"));
        assertEquals(List.of("network1", "network3"), two.runs().stream().map(ComparedRun::name).toList());
        assertEquals(comparison.run("network3").orElseThrow().marker(), two.runs().get(1).marker());
        assertEquals(60, two.results().size());
    }

    @Test
    void runsOfTheSameTitle_areToldApartByTheirNames() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b", "c"), 1, (run, i, kidneys) -> 1);
        study.writeRun(TestStudies.finished("b", 3).withState(RunState.FINISHED, "", TestStudies.NOW));
        Comparison before = TestStudies.read(study);
        assertEquals(List.of("Network a", "Network b", "Network c"),
                before.runs().stream().map(ComparedRun::shortTitle).toList());
        assertEquals("made up", before.runs().get(0).subtitle());
        Path file = study.runFolder("b").resolve("run.json");
        assertEquals("Network a (a)", titled(study, file).runs().get(0).shortTitle());
        assertEquals("Network a (b)", titled(study, file).runs().get(1).shortTitle());
    }

    /** The comparison after the run b was given the title of a. */
    private static Comparison titled(StudyFolder study, Path file) throws GlomeraException {
        try {
            Files.writeString(file, Files.readString(file).replace("Network b: made up", "Network a: again"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TestStudies.read(study);
    }

    @Test
    void runsThatNoExperimentCompares_areComparedByTheirCurves() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 1, (run, i, kidneys) -> 1);
        Comparison comparison = Comparison.ofRuns(study, List.of("b", "a"), null);
        assertEquals(List.of("b", "a"), comparison.runs().stream().map(ComparedRun::name).toList());
        assertEquals(List.of(), comparison.results());
        assertSays(comparison, "were not evaluated together yet");
    }

    @Test
    void cancelling_isHeardBetweenRuns() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 1, (run, i, kidneys) -> 1);
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class,
                () -> Comparison.read(study, "e", TestStudies.statistics(), monitor));
    }

    @Test
    void experimentThatIsNotThere_isRefused() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a"), 1, (run, i, kidneys) -> 1);
        GlomeraException e = assertThrows(GlomeraException.class,
                () -> Comparison.read(study, "other", TestStudies.statistics(), null));
        assertTrue(e.getMessage().contains("has no experiment 'other'"), e.getMessage());
    }

    @Test
    void measuresOfBothGrids_areNamedByTheirGrid() {
        Measure measure = Measures.of(List.of(new CaseResult("a", "c", Kidneys.BOTH, 1, 1, 0, 1, 1, 1,
                Map.of("hausdorff95_mm_ct", 3.0))), ExperimentInfo.BQ_PER_ML).stream()
                .filter(each -> each.id().equals("hausdorff95_mm_ct")).findFirst().orElseThrow();
        assertEquals("95 % Hausdorff distance, CT grid (mm)", measure.heading());
        assertEquals("ct", measure.grid());
        assertEquals(0, measure.ideal());
    }
}
