package org.glomera.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.glomera.cli.terminal.ErrorLog;
import org.glomera.cli.terminal.Terminal;
import org.glomera.pipeline.PipelineServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trained networks as a user asks for them, with those that come with the program. */
class ModelTaskTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Tasks tasks;

    @BeforeEach
    void makeTasks() {
        tasks = new Tasks(PipelineServices.ofPlugins(), new Terminal(new PrintStream(out, true),
                new PrintStream(err, true), false, 100), new ErrorLog(folder.resolve("errors.log")));
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return tasks.execute(arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void list_namesTheNetworksOfTheProgram() {
        assertEquals(0, run("model", "list"), this::said);
        assertTrue(printed().contains("phantom-hybrid") && printed().contains("SPECT and CT"), printed());
    }

    @Test
    void networkThatIsHandedOn_isShownFromItsZipFileAndHasNoCaseNames() throws Exception {
        String zip = folder.resolve("handed.zip").toString();
        assertEquals(0, run("model", "export", "phantom-hybrid", "--out", zip), this::said);
        assertTrue(printed().contains("The names of cases are numbers in it."), printed());
        assertEquals(0, run("model", "show", zip, "--layers"), this::said);
        assertTrue(printed().startsWith("# Network 1: hybrid, SPECT and CT\n"), printed());
        assertTrue(printed().contains("down0.conv1.weight       [8, 2, 3, 3, 3]\n"), printed());
        assertTrue(printed().contains("all finite, those of 'hybrid'; the SHA-256 is that of the card."), printed());
        assertEquals(0, run("model", "export", zip, "--out", folder.resolve("again").toString()), this::said);
        String run = Files.readString(folder.resolve("again/run.json"));
        assertFalse(run.contains("LU001") || run.contains("TE001"), run);
    }

    @Test
    void tamperedNetwork_isNeitherShownNorHandedOn() throws Exception {
        Path copy = folder.resolve("copy");
        assertEquals(0, run("model", "export", "phantom-standard", "--out", copy.toString()), this::said);
        byte[] weights = Files.readAllBytes(copy.resolve("weights.safetensors"));
        weights[weights.length - 1] ^= 1;
        Files.write(copy.resolve("weights.safetensors"), weights);
        String zip = folder.resolve("x.zip").toString();
        for (String[] line : new String[][] {{"model", "show", copy.toString()}, {"model", "check", copy.toString()},
                {"model", "export", copy.toString(), "--out", zip}}) {
            assertEquals(ExitCode.INPUT.code(), run(line), this::said);
            assertTrue(said().contains("SHA-256 differs"), said());
        }
        assertFalse(Files.exists(folder.resolve("x.zip")));
    }

    @Test
    void architectureThatIsNotInstalled_isNamed() throws Exception {
        Path copy = folder.resolve("copy");
        assertEquals(0, run("model", "export", "phantom-standard", "--out", copy.toString()), this::said);
        Path card = copy.resolve("model.json");
        Files.writeString(card, Files.readString(card).replace("\"architecture\" : \"standard\"",
                "\"architecture\" : \"of-a-clinic\""));
        assertFalse(run("model", "show", copy.toString()) == 0);
        assertTrue(said().contains("'of-a-clinic'") && said().contains("standard"), said());
    }

    @Test
    void nothingAskedFor_saysWhatThereIs() {
        assertEquals(ExitCode.USAGE.code(), run("model"));
        assertTrue(said().contains("list, show, check or export"), said());
    }
}
