package org.glomera.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Kidneys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file of a study holds: it is read, or one sentence names it and says what is wrong. */
class MalformedFilesTest {

    @TempDir
    Path temporary;
    private StudyFolder study;

    private interface Reading {
        Object read(StudyFolder study) throws GlomeraException;
    }

    @BeforeEach
    void writeEveryFile() throws GlomeraException {
        study = StudyFolder.create(temporary.resolve("study"), "Demo");
        study.writeCase(Samples.caseInfo("p1", Role.TEST));
        study.writeRun(Samples.run("hybrid"));
        study.writeCurve("hybrid", new Curve(List.of(new CurvePoint(1, 0.5, 0.25), new CurvePoint(2, 0.75, 0.5))));
        study.writeExperiment(Samples.experiment("first"));
        study.writeCaseResults("first", List.of(Samples.result("hybrid", "p1", Kidneys.LEFT)));
    }

    private static Reading reading(String file) {
        return switch (file) {
            case "study.json" -> s -> StudyFolder.open(s.root());
            case "cases/p1/case.json" -> s -> s.requireCase("p1");
            case "runs/hybrid/run.json" -> s -> s.readRun("hybrid");
            case "runs/hybrid/curve.csv" -> s -> s.readCurve("hybrid");
            case "experiments/first/experiment.json" -> s -> s.readExperiment("first");
            case "experiments/first/cases.csv" -> s -> s.readCaseResults("first");
            default -> throw new IllegalArgumentException(file);
        };
    }

    static Stream<Arguments> replacements() {
        String study = "study.json";
        String one = "cases/p1/case.json";
        String run = "runs/hybrid/run.json";
        String experiment = "experiments/first/experiment.json";
        String curve = "runs/hybrid/curve.csv";
        String cases = "experiments/first/cases.csv";
        return Stream.of(
                Arguments.of(study, "\"format\" : 1", "\"format\" : 2", "newer Glomera"),
                Arguments.of(study, "\"format\" : 1", "\"format\" : 0", "format 0 is not known"),
                Arguments.of(study, "\"format\" : 1", "\"format\" : \"1\"", "at format"),
                Arguments.of(study, "\"Demo\"", "\" \"", "no name"),
                Arguments.of(one, "\"p1\"", "\"../p1\"", "cannot be the name"),
                Arguments.of(one, "\"spect_ct\"", "\"mri\"", "at acquisition: one of spect_ct, diagnostic_ct was"),
                Arguments.of(one, "\"spect_ct\"", "0", "at acquisition"),
                Arguments.of(one, "\"role\"", "\"rolle\"", "at role: this field is missing"),
                Arguments.of(one, "\"role\"", "\"more\" : 1, \"role\"", "'more' is not known"),
                Arguments.of(one, "\"role\" : \"test\",", "", "at role: this field is missing"),
                Arguments.of(one, "\"role\" : \"test\",", "\"role\" : null,", "at role: one of"),
                Arguments.of(one, "\"Left kidney low.\"", "[]", "at remarks.[0]: a text was"),
                Arguments.of(one, "\"P-p1\",", "\"P-p1\"", "not valid JSON"),
                Arguments.of(one, "\"role\" : \"test\",", "\"role\" : \"test\", \"role\" : \"training\",", "Duplicate"),
                Arguments.of(one, "\"kidneys_spect\"", "\"ct\"", "named twice"),
                Arguments.of(one, "\"files\" : 80", "\"files\" : 80.5", "at sources.[0].files: a whole number was"),
                Arguments.of(one, "\"files\" : 80", "\"files\" : null", "at sources.[0].files: a whole number was"),
                Arguments.of(one, "\"ba7816bf", "\"xx7816bf", "SHA-256"),
                Arguments.of(one, "1250000.0", "\"high\"", "at truth.right_bq_per_ml: a number was"),
                Arguments.of(run, "\"epochsDone\" : 3", "\"epochsDone\" : 300", "300 of 100 epochs"),
                Arguments.of(run, "\"reportedEpoch\" : 3", "\"reportedEpoch\" : 4", "epoch 4 is reported"),
                Arguments.of(run, "\"training\",", "\"dreaming\",", "at state: one of prepared, training"),
                Arguments.of(run, "2026-11-23T12:00:00Z", "yesterday", "at started: an instant such as"),
                Arguments.of(run, "\"hybrid\"", "\"other\"", "its folder is called 'hybrid'"),
                Arguments.of(experiment, "\"p2\"", "\"p1\"", "named twice"),
                Arguments.of(curve, "test_dice", "test", "header is not epoch,training_dice,test_dice"),
                Arguments.of(curve, "2,0.75,0.5", "1,0.75,0.5", "epoch 1 follows epoch 1"),
                Arguments.of(curve, "2,0.75,0.5", "two,0.75,0.5", "line 3: 'two' is no whole number"),
                Arguments.of(curve, "2,0.75,0.5", "2,0.75", "line 3 has 2 cells"),
                Arguments.of(curve, "2,0.75,0.5", "2,0.75,1.5", "not between 0 and 1"),
                Arguments.of(curve, "2,0.75,0.5", "2,NaN,0.5", "no finite number"),
                Arguments.of(curve, "2,0.75,0.5", "2,\"0.75,0.5", "valid CSV"),
                Arguments.of(cases, "left", "middle", "'middle' is not a side"),
                Arguments.of(cases, "24.02", "lots", "manual 'lots' is no number"),
                Arguments.of(cases, "hd95_mm", "dice", "name of another"),
                Arguments.of(cases, "p1", "a/b", "cannot be the name"));
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void aFile_withAMistakeIsNamedAndTheMistakeToo(String file, String right, String wrong, String says)
            throws IOException {
        Path path = study.root().resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(right), text);
        Files.writeString(path, text.replaceFirst(Pattern.quote(right), wrong));
        GlomeraException e = assertThrows(GlomeraException.class, () -> reading(file).read(study));
        assertEquals(Kind.INPUT, e.kind());
        assertTrue(e.getMessage().contains(path.toString()), e.getMessage());
        assertTrue(e.getMessage().contains(says), e.getMessage());
        assertFalse(e.getMessage().contains("org.glomera") || e.getMessage().contains("\n"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"study.json", "cases/p1/case.json", "runs/hybrid/run.json", "runs/hybrid/curve.csv",
            "experiments/first/experiment.json", "experiments/first/cases.csv"})
    void aFile_thatIsDamagedIsReadOrNamed(String file) throws IOException {
        Path path = study.root().resolve(file);
        byte[] good = Files.readAllBytes(path);
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] bad = Arrays.copyOf(good, i % 2 == 0 ? random.nextInt(good.length) : good.length);
            for (int flips = random.nextInt(4); flips > 0 && bad.length > 0; flips--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            Files.write(path, bad);
            try {
                reading(file).read(study);
            } catch (GlomeraException e) {
                assertTrue(e.getMessage().contains(study.root().toString()), e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 100, "refused " + refused);
    }

    @ParameterizedTest
    @CsvSource({"cases/p1/case.json, 17", "runs/hybrid/curve.csv, 65"})
    void aFile_thatIsTooLargeIsNotRead(String file, int mebibytes) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(study.root().resolve(file).toFile(), "rw")) {
            sparse.setLength((long) mebibytes << 20);
        }
        GlomeraException e = assertThrows(GlomeraException.class, () -> reading(file).read(study));
        assertTrue(e.getMessage().contains("larger than " + (mebibytes - 1) + " MiB"), e.getMessage());
    }

    @Test
    void aFile_ofDeepNestingIsRefused() throws IOException {
        Path path = study.root().resolve("runs/hybrid/run.json");
        String text = Files.readString(path);
        Files.writeString(path, text.replace("\"learningRate\" : 0.02",
                "\"a\" : " + "[".repeat(100_000) + "]".repeat(100_000)));
        GlomeraException e = assertThrows(GlomeraException.class, () -> study.readRun("hybrid"));
        assertTrue(e.getMessage().contains("nesting depth"), e.getMessage());
    }

    @Test
    void aFolder_inPlaceOfAFileIsNamed() throws IOException {
        Path path = study.root().resolve("runs/hybrid/run.json");
        Files.delete(path);
        Files.createDirectory(path);
        GlomeraException e = assertThrows(GlomeraException.class, () -> study.readRun("hybrid"));
        assertTrue(e.getMessage().contains(path.toString()) && e.getMessage().contains("folder"), e.getMessage());
    }

    @Test
    void open_namesAFolderThatIsNoStudy() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        GlomeraException e = assertThrows(GlomeraException.class, () -> StudyFolder.open(empty));
        assertTrue(e.getMessage().contains(empty.toString()) && e.getMessage().contains("study.json"), e.getMessage());
        Path missing = temporary.resolve("missing");
        GlomeraException m = assertThrows(GlomeraException.class, () -> StudyFolder.open(missing));
        assertTrue(m.getMessage().contains(missing.toString()), m.getMessage());
    }

    @Test
    void aFile_thatCannotBeWrittenIsNamedAndStaysAsItWas() throws IOException {
        Path blocked = temporary.resolve("study/runs/blocked");
        Files.writeString(blocked, "a file where the run's folder should be");
        GlomeraException e = assertThrows(GlomeraException.class, () -> study.writeRun(Samples.run("blocked")));
        assertEquals(Kind.RESOURCES, e.kind());
        assertTrue(e.getMessage().contains(blocked.toString()), e.getMessage());
        assertEquals("a file where the run's folder should be", Files.readString(blocked));
    }

    @Test
    void writeCaseResults_refusesRowsWithOtherMetrics() throws GlomeraException {
        CaseResult one = Samples.result("hybrid", "p1", Kidneys.LEFT);
        CaseResult other = new CaseResult("hybrid", "p1", Kidneys.RIGHT, 1, 1, 0, 1, 1, 1, Map.of());
        assertThrows(IllegalArgumentException.class, () -> study.writeCaseResults("first", List.of(one, other)));
        assertEquals(List.of(one), study.readCaseResults("first"));
    }
}
