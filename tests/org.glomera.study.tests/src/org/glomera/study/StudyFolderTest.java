package org.glomera.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyFolderTest {

    @TempDir
    Path temporary;
    private StudyFolder study;

    @BeforeEach
    void createStudy() throws GlomeraException {
        study = StudyFolder.create(temporary.resolve("study"), "Demo", "Glomera 0.1.0", Map.of("seed", "42"));
    }

    @Test
    void open_readsWhatCreateWrote() throws GlomeraException {
        StudyFolder opened = StudyFolder.open(study.root());
        assertEquals(study.info(), opened.info());
        assertEquals("Demo", opened.info().name());
        assertEquals(Map.of("seed", "42"), opened.info().notes());
        assertTrue(StudyFolder.isStudy(study.root()));
    }

    @Test
    void create_refusesAFolderThatHoldsSomething() throws IOException {
        String before = Files.readString(study.root().resolve("study.json"));
        GlomeraException e = assertThrows(GlomeraException.class, () -> StudyFolder.create(study.root(), "Other"));
        assertTrue(e.getMessage().contains(study.root().toString()), e.getMessage());
        assertEquals(before, Files.readString(study.root().resolve("study.json")));
    }

    @Test
    void everyFile_isReadAsItWasWritten() throws GlomeraException, IOException {
        CaseInfo one = Samples.caseInfo("p1", Role.TEST);
        study.writeCase(one);
        assertEquals(one, study.requireCase("p1"));
        RunInfo run = Samples.run("hybrid");
        study.writeRun(run);
        assertEquals(run, study.readRun("hybrid"));
        ExperimentInfo experiment = Samples.experiment("first");
        study.writeExperiment(experiment);
        assertEquals(experiment, study.readExperiment("first"));
        Curve curve = new Curve(List.of(new CurvePoint(1, 0.1 + 0.2, Double.NaN), new CurvePoint(3, 0, 1)));
        study.writeCurve("hybrid", curve);
        assertEquals(curve, study.readCurve("hybrid"));
        assertEquals("epoch,training_dice,test_dice", firstLine(study.runFolder("hybrid").resolve("curve.csv")));
        Curve validated = new Curve(List.of(new CurvePoint(1, 0.5, 0.25, 0.375), new CurvePoint(2, 0.6, 0.3)));
        study.writeCurve("hybrid", validated);
        assertEquals(validated, study.readCurve("hybrid"));
        assertEquals("epoch,training_dice,test_dice,validation_dice",
                firstLine(study.runFolder("hybrid").resolve("curve.csv")));
        List<CaseResult> results = List.of(Samples.result("hybrid", "p1", Kidneys.RIGHT),
                Samples.result("hybrid", "p1", Kidneys.LEFT), Samples.result("hybrid", "p1", Kidneys.BOTH));
        study.writeCaseResults("first", results);
        assertEquals(results, study.readCaseResults("first"));
        assertEquals(List.of(), study.readCaseRemarks("first"));
        List<CaseRemark> remarks = List.of(new CaseRemark("hybrid", "p1", Kidneys.BOTH, "hd95_mm", "Empty, \"both\"."));
        study.writeCaseRemarks("first", remarks);
        assertEquals(remarks, study.readCaseRemarks("first"));
    }

    @Test
    void experimentWithoutAUnit_isInBecquerelPerMillilitre() throws GlomeraException, IOException {
        ExperimentInfo there = Samples.experiment("first");
        study.writeExperiment(there);
        Path file = study.experimentFolder("first").resolve("experiment.json");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst(",\\s*\"activityUnit\" : \"Bq/ml\"", ""));
        assertFalse(Files.readString(file).contains("activityUnit"));
        assertEquals(there, study.readExperiment("first"));
        // a source that states no unit says so by an empty text, which stays empty
        Files.writeString(file, text.replace("Bq/ml", ""));
        assertEquals("", study.readExperiment("first").activityUnit());
    }

    @Test
    void curveAndCases_haveTheColumnsOfTheDesign() throws GlomeraException, IOException {
        study.writeCurve("hybrid", new Curve(List.of(new CurvePoint(1, 0.5, 0.25))));
        assertEquals("epoch,training_dice,test_dice\n1,0.5,0.25\n",
                Files.readString(study.runFolder("hybrid").resolve("curve.csv")));
        study.writeCaseResults("first", List.of(new CaseResult("hybrid", "p1", Kidneys.LEFT, 2, 1, -50, 0.5, 3,
                Double.NaN, Map.of("hd95_mm", 4.5))));
        assertEquals("network,case,side,manual,automatic,difference_percent,dice,volume_ml_manual,"
                + "volume_ml_automatic,hd95_mm\nhybrid,p1,left,2.0,1.0,-50.0,0.5,3.0,,4.5\n",
                Files.readString(study.experimentFolder("first").resolve("cases.csv")));
    }

    @Test
    void cases_areThoseWithACaseFileInNaturalOrder() throws GlomeraException, IOException {
        study.writeCase(Samples.caseInfo("p10", Role.TEST));
        study.writeCase(Samples.caseInfo("p2", Role.TRAINING));
        Files.createDirectories(study.caseFolder("p3"));
        Files.createDirectories(study.root().resolve("cases/.p4"));
        assertEquals(List.of("p2", "p10"), study.cases().stream().map(CaseInfo::id).toList());
        assertEquals(List.of("p10"), study.cases(Role.TEST).stream().map(CaseInfo::id).toList());
        assertTrue(study.hasCase("p2"));
        assertFalse(study.hasCase("p3"));
    }

    @Test
    void runsAndExperiments_areEmptyInANewStudy() throws GlomeraException {
        assertEquals(List.of(), study.runs());
        assertEquals(List.of(), study.experiments());
        assertEquals(List.of(), study.cases());
        assertEquals(List.of(), study.readCurve("hybrid").points());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../p1", "a/b", "a\\b", "/etc", ".hidden", "a.", "nul\u0000", "Müller",
            "a b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void names_thatCouldLeadElsewhereAreRefused(String name) {
        assertThrows(GlomeraException.class, () -> study.caseFile(name, CaseFile.CT));
        assertThrows(GlomeraException.class, () -> study.runFolder(name));
        assertThrows(GlomeraException.class, () -> study.experimentFolder(name));
        assertThrows(GlomeraException.class, () -> study.preparedFolder(name));
        assertThrows(GlomeraException.class, () -> study.segmentationFile("hybrid", name));
        assertThrows(IllegalArgumentException.class, () -> Samples.caseInfo(name, Role.TEST));
        assertThrows(IllegalArgumentException.class, () -> Samples.run(name));
    }

    @Test
    void names_ofSixtyFourCharactersAreTheLongest() throws GlomeraException {
        // the 65 letters above are refused
        String longest = "a".repeat(64);
        assertEquals(study.root().resolve("runs").resolve(longest), study.runFolder(longest));
        assertTrue(Names.isName("1"));
    }

    @Test
    void folders_thatAreLinksOutOfTheStudyAreRefused() throws IOException {
        Path outside = Files.createDirectories(temporary.resolve("outside"));
        Files.createDirectories(study.root().resolve("runs"));
        Files.createSymbolicLink(study.root().resolve("runs/hybrid"), outside);
        Files.createSymbolicLink(study.root().resolve("cases"), outside);
        assertThrows(GlomeraException.class, () -> study.writeRun(Samples.run("hybrid")));
        assertThrows(GlomeraException.class, () -> study.writeCase(Samples.caseInfo("p1", Role.TEST)));
        assertEquals(0, outside.toFile().list().length);
    }

    @Test
    void lock_isHeldByOneWriter() throws GlomeraException {
        try (StudyLock held = study.lock()) {
            GlomeraException e = assertThrows(GlomeraException.class, () -> StudyFolder.open(study.root()).lock());
            assertEquals(GlomeraException.Kind.RESOURCES, e.kind());
            assertTrue(e.getMessage().contains(study.root().toString()), e.getMessage());
            held.close();
        }
        study.lock().close();
    }

    @Test
    void lock_isRefusedWhileAnotherProgramHoldsIt() throws Exception {
        Path program = temporary.resolve("Holder.java");
        Files.writeString(program, """
                import java.nio.channels.FileChannel;
                import java.nio.file.Path;
                import java.nio.file.StandardOpenOption;
                class Holder {
                    public static void main(String[] arguments) throws Exception {
                        try (var channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE); var lock = channel.lock()) {
                            System.out.println("held");
                            System.in.read();
                        }
                    }
                }
                """);
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                program.toString(), study.root().resolve(".lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertEquals("held", other.inputReader().readLine());
            assertThrows(GlomeraException.class, () -> study.lock());
        } finally {
            other.destroyForcibly().waitFor();
        }
        study.lock().close();
    }

    @Test
    void removeLeftovers_removesInterruptedWritesAndNothingElse() throws GlomeraException, IOException {
        study.writeRun(Samples.run("hybrid"));
        Path leftover = study.runFolder("hybrid").resolve(".curve.csv.0b5e.part");
        Files.writeString(leftover, "half");
        assertEquals(1, study.removeLeftovers());
        assertFalse(Files.exists(leftover));
        assertEquals(List.of("hybrid"), study.runs());
    }

    @Test
    void requireCase_namesTheFolderWhenItsFileSpeaksOfAnother() throws GlomeraException, IOException {
        study.writeCase(Samples.caseInfo("p1", Role.TEST));
        Files.createDirectories(study.caseFolder("p2"));
        Files.copy(study.caseFolder("p1").resolve("case.json"), study.caseFolder("p2").resolve("case.json"));
        GlomeraException e = assertThrows(GlomeraException.class, () -> study.requireCase("p2"));
        assertTrue(e.getMessage().contains("'p1'") && e.getMessage().contains("p2"), e.getMessage());
        GlomeraException missing = assertThrows(GlomeraException.class, () -> study.requireCase("p3"));
        assertTrue(missing.getMessage().contains("'p3'"), missing.getMessage());
    }

    private static String firstLine(Path file) throws IOException {
        return Files.readAllLines(file).get(0);
    }
}
