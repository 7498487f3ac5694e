package org.glomera.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.samples.ReferenceTables.Kidney;
import org.glomera.samples.ReferenceTables.Network;
import org.glomera.study.CaseResult;
import org.glomera.study.CurvePoint;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.Role;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceStudyTest {

    private static final double EXACT = 1e-12;

    @TempDir
    Path folder;

    private StudyFolder written() throws GlomeraException {
        return ReferenceStudy.write(folder.resolve("reference"), null);
    }

    @Test
    void theTables_areThoseOfTheSource() {
        assertEquals(90, ReferenceTables.kidneys().size());
        assertEquals(256, ReferenceTables.epochs().size());
        assertEquals(3, ReferenceTables.networks().size());
        assertEquals(29, ReferenceTables.figures().size());
    }

    @Test
    void everyCase_hasTheSameManualValueForEveryNetwork() {
        List<Kidney> kidneys = ReferenceTables.kidneys();
        for (Kidney one : kidneys) {
            assertEquals(3, kidneys.stream().filter(other -> other.caseId().equals(one.caseId())
                    && other.side().equals(one.side()) && other.manual().equals(one.manual())).count(), one.toString());
        }
    }

    @Test
    void theExperiment_hasFifteenCasesInBothKidneysOfThreeNetworks() throws GlomeraException {
        StudyFolder study = written();
        ExperimentInfo info = study.readExperiment(ReferenceStudy.EXPERIMENT);
        assertEquals(List.of("network1", "network2", "network3"), info.runs());
        assertEquals(IntStream.rangeClosed(1, 15).mapToObj(String::valueOf).toList(), info.cases());
        assertEquals(90, study.readCaseResults(ReferenceStudy.EXPERIMENT).size());
        assertEquals("", info.activityUnit(), "the source states no unit");
        assertEquals(info.cases(), study.cases(Role.TEST).stream().map(each -> each.id()).toList());
    }

    @Test
    void theDifference_isComputedFromTheTwoActivities() throws GlomeraException {
        CaseResult row = written().readCaseResults(ReferenceStudy.EXPERIMENT).stream()
                .filter(each -> each.network().equals("network1") && each.caseId().equals("10")).findFirst()
                .orElseThrow();
        // the right kidney stands first: (65.64 - 63.38) / 63.38 = 2.26 / 63.38 = 3.5658 %; 3.564 is printed
        assertEquals(100 * 2.26 / 63.38, row.differencePercent(), EXACT * 100);
        assertTrue(Double.isNaN(row.dice()) && Double.isNaN(row.volumeMlManual())
                && Double.isNaN(row.volumeMlAutomatic()), "the source does not tell these");
    }

    @Test
    void networkThree_endsAtEpochFiftySix() throws GlomeraException {
        StudyFolder study = written();
        RunInfo run = study.readRun("network3");
        assertEquals(RunState.FINISHED, run.state());
        assertEquals(List.of(56, 56, 56, 161, 15), List.of(run.epochsDone(), run.epochsPlanned(), run.reportedEpoch(),
                run.trainingImages(), run.testImages()));
        assertEquals(new CurvePoint(56, 0.815211, 0.773879), study.readCurve("network3").last().orElseThrow());
        assertEquals(100, study.readCurve("network1").points().size());
    }

    /** What the reason for the reported epoch in run.json says. */
    @Test
    void everyQuotedDice_isThatOfTheLastEpoch() throws GlomeraException {
        StudyFolder study = written();
        for (Network network : ReferenceTables.networks()) {
            CurvePoint last = study.readCurve("network" + network.number()).last().orElseThrow();
            assertEquals(network.printedTrainingDice(), rounded(last.trainingDice()));
            assertEquals(network.printedTestDice(), rounded(last.testDice()));
        }
    }

    private static String rounded(double dice) {
        return BigDecimal.valueOf(dice).setScale(3, RoundingMode.HALF_UP).toString();
    }

    @Test
    void published_holdsEveryPrintedFigureWithItsDigits() throws GlomeraException, IOException {
        List<String> lines = Files.readAllLines(written().experimentFolder(ReferenceStudy.EXPERIMENT)
                .resolve("published.csv"));
        // a header, 29 summary figures, 3 networks x 2 Dice coefficients, 90 differences
        assertEquals(1 + 29 + 6 + 90, lines.size());
        assertEquals("printed_network,side,quantity,value,where", lines.get(0));
        assertTrue(lines.contains("2,right,Wilcoxon p,<0.05,\"figure 10 caption, (A)\""));
        assertTrue(lines.contains("3,both,test Dice,0.774,table 1 and text"));
        assertTrue(lines.contains("1,right,difference percent of case 8,-6.000,tables A to C"), "printed zeros stay");
    }

    @Test
    void aSecondWrite_isRefusedAndLeavesTheFirst() throws GlomeraException {
        StudyFolder study = written();
        assertTrue(ReferenceStudy.isThere(study.root()));
        GlomeraException refused = assertThrows(GlomeraException.class, this::written);
        assertTrue(refused.getMessage().contains(study.root().toString()), refused.getMessage());
        assertTrue(refused.getMessage().contains("open it"), refused.getMessage());
        assertTrue(ReferenceStudy.isThere(study.root()));
    }

    @Test
    void aFolderWithSomethingElse_isRefusedAndStaysAsItIs() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "mine");
        assertThrows(GlomeraException.class, () -> ReferenceStudy.write(other, null));
        assertEquals("mine", Files.readString(other.resolve("notes.txt"), StandardCharsets.UTF_8));
        assertFalse(ReferenceStudy.isThere(other));
    }

    @Test
    void anEmptyFolder_isUsed() throws IOException, GlomeraException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        ReferenceStudy.write(empty, null);
        assertTrue(ReferenceStudy.isThere(empty));
    }

    @Test
    void aCancelledWrite_leavesNothing() throws IOException {
        NullProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> ReferenceStudy.write(folder.resolve("r"), cancelled));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
