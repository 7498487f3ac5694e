package org.glomera.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.glomera.cli.terminal.ErrorLog;
import org.glomera.cli.terminal.Terminal;
import org.glomera.pipeline.PipelineServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines as a user types them, over the real services. */
class TasksTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Tasks tasks;

    @BeforeEach
    void makeTasks() {
        Terminal terminal = new Terminal(new PrintStream(out, true), new PrintStream(err, true), false, 100);
        tasks = new Tasks(PipelineServices.ofPlugins(), terminal, new ErrorLog(folder.resolve("log/errors.log")));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void help_listsEveryTaskAndExitCode() {
        assertEquals(0, tasks.execute("help"));
        for (String word : List.of("phantom", "import", "prepare", "augment", "train", "evaluate", "compare", "report", "sample",
                "segment", "register", "export", "surfaces", "study", "bench", "130", "a defect of the program")) {
            assertTrue(printed().contains(word), word + " in " + printed());
        }
    }

    @Test
    void helpOfATask_explainsItsOptions() {
        assertEquals(0, tasks.execute("help", "segment"));
        assertTrue(printed().contains("--model") && printed().contains("--spect"), printed());
    }

    @Test
    void benchOfMetrics_isATaskOfItsOwnAndRefusesNoRepeats() {
        assertEquals(0, tasks.execute("help", "bench"));
        assertTrue(printed().contains("metrics"), printed());
        assertEquals(ExitCode.CONFIGURATION.code(), tasks.execute("bench", "metrics", "--repeats", "0"));
        assertTrue(said().contains("--repeats is 0"), said());
        assertEquals(ExitCode.USAGE.code(), tasks.execute("bench", "metrics", "--often"));
        assertTrue(said().contains("./glomera bench help metrics explains"), said());
        assertEquals(0, tasks.execute("bench", "help", "metrics"));
        assertTrue(printed().contains("--write"), printed());
    }

    @Test
    void benchOfNetworks_refusesASizeThatTheNetworkCannotHave() {
        assertEquals(ExitCode.CONFIGURATION.code(), tasks.execute("bench", "network", "--size", "demo,65"));
        assertTrue(said().contains("--size 65 is neither"), said());
        assertEquals(ExitCode.CONFIGURATION.code(), tasks.execute("bench", "--repeats", "0"));
        assertTrue(said().contains("--repeats is 0"), said());
        assertEquals(0, tasks.execute("bench", "help", "network"));
        assertTrue(printed().contains("--soak") && printed().contains("--no-python"), printed());
    }

    @Test
    void benchOfImages_isATaskOfItsOwnAndRefusesNoFiles() {
        assertEquals(ExitCode.CONFIGURATION.code(), tasks.execute("bench", "images", "--files", "0"));
        assertTrue(said().contains("--files is 0"), said());
        assertEquals(0, tasks.execute("bench", "help", "images"));
        assertTrue(printed().contains("dcm2niix"), printed());
    }

    @Test
    void anUnknownTask_isAUsageError() {
        assertEquals(ExitCode.USAGE.code(), tasks.execute("segmnt"));
        assertTrue(said().contains("segmnt") && said().contains("./glomera help"), said());
    }

    @Test
    void anUnknownPreset_isNamedWithThoseThatAreThere() {
        assertEquals(ExitCode.CONFIGURATION.code(), tasks.execute("study", folder.resolve("s").toString(), "--preset",
                "tiny"));
        assertTrue(said().contains("'tiny'") && said().contains("demo") && said().contains("thesis"), said());
        assertFalse(Files.exists(folder.resolve("s")));
    }

    @Test
    void aFolderThatIsNoStudy_isAnInputError() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(ExitCode.INPUT.code(), tasks.execute("evaluate", empty.toString()));
        assertTrue(said().contains(empty.toString()), said());
        try (Stream<Path> files = Files.list(empty)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void anImageThatIsNotThere_isAnInputErrorWithItsName() {
        int code = tasks.execute("segment", folder.resolve("ct.nii.gz").toString(), "--model", folder.toString(),
                "--out", folder.resolve("kidneys.nii.gz").toString());
        assertEquals(ExitCode.INPUT.code(), code);
        assertFalse(Files.exists(folder.resolve("kidneys.nii.gz")));
        assertFalse(said().contains("Exception"), said());
    }

    @Test
    void importOfAFolderAlone_saysWhatItHoldsAndWritesNothing() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        Files.writeString(images.resolve("notes.txt"), "of no use");
        assertEquals(0, tasks.execute("import", images.toString(), "--json", "-"), said());
        assertTrue(printed().contains("\"format\" : 1") && printed().contains("notes.txt"), printed());
        Path json = folder.resolve("found.json");
        assertEquals(0, tasks.execute("import", images.toString(), "--json", json.toString()), said());
        assertTrue(Files.readString(json).contains("\"leftOut\""), Files.readString(json));
        try (Stream<Path> files = Files.list(images)) {
            assertEquals(1, files.count());
        }
        assertEquals(ExitCode.INPUT.code(), tasks.execute("import", folder.resolve("nowhere").toString()));
    }

    @Test
    void importOfOneCaseByOptions_namesTheOptionThatIsWrong() {
        Path study = folder.resolve("study");
        assertEquals(ExitCode.INPUT.code(), tasks.execute("import", study.toString(), "--patient", "Kim", "--ct",
                folder.resolve("ct.nii").toString()));
        assertTrue(said().contains("--ct is not there"), said());
        assertEquals(ExitCode.CONFIGURATION.code(), tasks.execute("import", study.toString(), "--patient", "../Kim",
                "--ct", "x.nii"));
        assertTrue(said().contains("--case: '../Kim' is no name"), said());
        assertEquals(ExitCode.CONFIGURATION.code(), tasks.execute("import", study.toString(), folder.toString(),
                "--json", "-"));
        assertFalse(Files.exists(study));
    }

    @Test
    void preset_printsOneThatCanBeReadAgain() throws IOException {
        assertEquals(0, tasks.execute("preset", "thesis"));
        Path copy = folder.resolve("mine.json");
        Files.writeString(copy, printed());
        assertEquals(ExitCode.INPUT.code(), tasks.execute("prepare", folder.toString(), "--preset", copy.toString()));
        assertTrue(said().contains(folder.toString()), said());
    }

    @Test
    void sample_writesAStudyAndNamesTheNextLine() throws IOException {
        Path study = folder.resolve("reference study");
        assertEquals(0, tasks.execute("sample", study.toString()));
        assertTrue(Files.isRegularFile(study.resolve("experiments/reference/cases.csv")));
        assertTrue(printed().contains("./glomera compare '" + study + "' --experiment reference"), printed());
        assertEquals(ExitCode.INPUT.code(), tasks.execute("sample", study.toString()));
        assertTrue(said().contains(study.toString()) && said().contains("choose a new folder"), said());
    }

    @Test
    void evaluate_saysThatTheSampleHasNoWeights() {
        Path study = folder.resolve("reference");
        assertEquals(0, tasks.execute("sample", study.toString()));
        assertEquals(ExitCode.INPUT.code(), tasks.execute("evaluate", study.toString()));
        assertTrue(said().contains("network1 has no weights"), said());
    }

    @Test
    void compare_printsThePagesAndWritesThemAllInEveryFormat() throws IOException {
        Path study = folder.resolve("reference");
        assertEquals(0, tasks.execute("sample", study.toString()));
        out.reset();
        Path files = folder.resolve("files");
        assertEquals(0, tasks.execute("compare", study.toString(), "--csv", files.resolve("tables").toString(),
                "--figures", files.resolve("figures").toString(), "--html", files.resolve("c.html").toString(),
                "--pdf", files.resolve("c.pdf").toString()), this::said);
        for (String title : List.of("Overview", "Learning curves", "Cases", "Distributions", "Statistics",
                "Published and recomputed")) {
            assertTrue(printed().contains(title + "\n" + "=".repeat(title.length())), title + " in " + printed());
        }
        assertTrue(Files.isRegularFile(study.resolve("experiments/reference/statistics.json")));
        assertTrue(Files.size(files.resolve("c.html")) > 10_000 && Files.size(files.resolve("c.pdf")) > 10_000);
        assertTrue(Files.isRegularFile(files.resolve("tables/cases-right.csv")));
        assertTrue(Files.isRegularFile(files.resolve("figures/distributions-boxes.svg"))
                && Files.isRegularFile(files.resolve("figures/distributions-boxes.png")));
    }

    @Test
    void compare_takesAnExperimentsFolderAndPrintsOnlyTheAskedPage() {
        Path study = folder.resolve("reference");
        assertEquals(0, tasks.execute("sample", study.toString()));
        out.reset();
        assertEquals(0, tasks.execute("compare", study.resolve("experiments/reference").toString(), "--page", "cases",
                "--runs", "network1,network3", "--flag", "20"), this::said);
        assertTrue(printed().contains("Right kidney") && printed().contains("more than 20 %"), printed());
        assertFalse(printed().contains("Network 2") || printed().contains("Overview\n"), printed());
    }

    @Test
    void compare_namesWhatItDoesNotKnowWithWhatItKnows() {
        Path study = folder.resolve("reference");
        assertEquals(0, tasks.execute("sample", study.toString()));
        String path = study.toString();
        assertEquals(ExitCode.CONFIGURATION.code(), tasks.execute("compare", path, "--baseline", "network9"));
        assertTrue(said().contains("'network9'") && said().contains("network1, network2, network3"), said());
        assertEquals(ExitCode.CONFIGURATION.code(), tasks.execute("compare", path, "--measure", "beauty"));
        assertTrue(said().contains("'beauty'") && said().contains("difference_percent"), said());
        assertEquals(ExitCode.CONFIGURATION.code(), tasks.execute("compare", path, "--page", "moon"));
        assertTrue(said().contains("'moon'") && said().contains("distributions"), said());
        assertEquals(ExitCode.INPUT.code(), tasks.execute("compare", path, "nothing"));
        assertTrue(said().contains("nothing"), said());
        assertEquals(ExitCode.USAGE.code(), tasks.execute("compare", path, "--smoothing", "much"));
    }
}
