package org.glomera.dicom.pixelmed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Glomera writes, judged by programs of other people: {@code dciodvfy} of Debian's dicom3tools says whether a file
 * follows the standard, and pydicom (Debian's python3-pydicom) reads voxels and geometry. Where they are not installed
 * the tests say so and are skipped.
 */
class OutsideToolsTest {

    /** Decimal strings keep 1e-11 of a coordinate; the sums over a grid add a few roundings. */
    private static final double POSITION_MM = 1e-6;
    /** An outside program that takes as long is stuck. */
    private static final long STUCK_S = 120;

    @TempDir
    private Path folder;

    @Test
    void dciodvfy_findsNoError() throws GlomeraException, IOException, InterruptedException {
        assumeTrue(runs("dciodvfy", "-help"), "dciodvfy (Debian's dicom3tools) is not installed.");
        Samples samples = new Samples(folder);
        List<Path> files = new ArrayList<>(samples.ct.files());
        files.addAll(List.of(samples.nm.files().get(0), samples.onCt, samples.onNm,
                samples.segOnCt, samples.segOnNm));
        for (Path file : files) {
            // dciodvfy FILE prints what it finds, one line each, and the object's kind.
            List<String> found = run("dciodvfy", file.toString());
            assertEquals(List.of(), found.stream().filter(line -> line.startsWith("Error")).toList(), file.toString());
            assertTrue(found.stream().anyMatch(line -> line.matches("CTImage|NMImage|RTStructureSet|Segmentation")),
                    found.toString());
        }
    }

    @Test
    void pydicom_readsTheSameCt() throws GlomeraException, IOException, InterruptedException {
        Path ct = new Samples(folder).ct.files().get(0).getParent();
        assertSame(Samples.CT_GRID, Samples.ct().values(), readBack("ct", ct.toString()));
    }

    @Test
    void pydicom_readsTheSameSpect() throws GlomeraException, IOException, InterruptedException {
        Path nm = new Samples(folder).nm.files().get(0);
        assertSame(Samples.SPECT_GRID, Samples.spect().values(), readBack("nm", nm.toString()));
    }

    @Test
    void pydicom_readsTheSameDelineation() throws GlomeraException, IOException, InterruptedException {
        Samples samples = new Samples(folder);
        assertSame(Samples.CT_GRID, numbers(Samples.labels(Samples.CT_GRID)),
                readBack("rs", samples.onCt.toString(), samples.ct.files().get(0).getParent().toString()));
    }

    @Test
    void pydicom_readsTheSameSegmentation() throws GlomeraException, IOException, InterruptedException {
        Samples samples = new Samples(folder);
        assertSame(Samples.CT_GRID, numbers(Samples.labels(Samples.CT_GRID)),
                readBack("seg", samples.segOnCt.toString(), samples.ct.files().get(0).getParent().toString()));
    }

    private static float[] numbers(LabelMap labels) {
        float[] numbers = new float[labels.labels().length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = labels.labels()[i];
        }
        return numbers;
    }

    private static void assertSame(Grid grid, float[] expected, List<String> lines) {
        String[] corners = lines.get(0).split(" ");
        Vector3 first = grid.patientMm(0, 0, 0);
        Vector3 last = grid.patientMm(grid.nx() - 1, grid.ny() - 1, grid.nz() - 1);
        double[] positions = {first.x(), first.y(), first.z(), last.x(), last.y(), last.z()};
        for (int i = 0; i < 6; i++) {
            assertEquals(positions[i], Double.parseDouble(corners[i]), POSITION_MM);
        }
        assertEquals(expected.length, lines.size() - 1);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], Float.parseFloat(lines.get(i + 1)), "voxel " + i);
        }
    }

    /** Runs read_back.py, which lies beside this class. */
    private List<String> readBack(String... arguments) throws IOException, InterruptedException {
        Optional<String> python = python();
        assumeTrue(python.isPresent(), "Python with pydicom (Debian's python3-pydicom) is not installed.");
        Path script = folder.resolve("read_back.py");
        try (InputStream in = OutsideToolsTest.class.getResourceAsStream("read_back.py")) {
            Files.write(script, in.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of(python.orElseThrow(), script.toString()));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    /** The Python that has pydicom: the first on the path, or Debian's own. */
    private static Optional<String> python() throws IOException, InterruptedException {
        for (String candidate : List.of("python3", "/usr/bin/python3")) {
            if (runs(candidate, "-c", "import pydicom, numpy")) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            boolean ended = process.waitFor(STUCK_S, TimeUnit.SECONDS);
            return ended && (process.exitValue() == 0 || command[0].equals("dciodvfy"));
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(STUCK_S, TimeUnit.SECONDS), "The outside program does not end.");
        return output.lines().toList();
    }
}
