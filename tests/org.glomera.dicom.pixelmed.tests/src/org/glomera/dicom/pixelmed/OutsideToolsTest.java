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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;
import org.glomera.dicom.toolkit.Vr;
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

    /** Odd files are read as pydicom reads them; the reader refuses what breaks off, and what is no DICOM file. */
    @Test
    void pydicom_readsTheSameHeaders() throws IOException, InterruptedException {
        String root = System.getProperty("glomera.realData", "");
        assumeTrue(!root.isBlank() && Files.isDirectory(Path.of(root, "odd-files")),
                "The folder odd-files of real images is not there (-Dglomera.realData=FOLDER names their folder).");
        List<String> arguments = new ArrayList<>(List.of(Path.of(root, "odd-files").toString()));
        Arrays.stream(Tag.values()).filter(tag -> tag.number() >>> 16 > 2 && (tag.vr().form() == Vr.Form.TEXT
                || tag.vr().form() == Vr.Form.NUMBER)).forEach(tag -> arguments.add("%08x".formatted(tag.number())));
        Map<Path, DataSet> read = new HashMap<>();
        int same = 0;
        for (String line : script("read_headers.py", arguments.toArray(String[]::new))) {
            String[] parts = line.split("\t", 3);
            DataSet header = read.computeIfAbsent(Path.of(parts[0]), OutsideToolsTest::header);
            if (header.tags().isEmpty()) {
                continue;
            }
            Tag tag = Tag.of((int) Long.parseLong(parts[1], 16)).orElseThrow();
            assertEquals(plain(parts[2]), plain(ours(header, tag)), parts[0] + " " + tag);
            same++;
        }
        // 177 files, 10 of them refused: text, JSON, a zipped file, one without elements and one that breaks off
        assertTrue(same > 4000, same + " values");
    }

    /** The header; without elements when the file is refused. */
    private static DataSet header(Path file) {
        try {
            return new PixelmedToolkit().read(file, ReadExtent.HEADER);
        } catch (GlomeraException e) {
            return new DataSet();
        }
    }

    private static String ours(DataSet header, Tag tag) {
        return tag.vr().form() == Vr.Form.TEXT ? String.join("\\", header.texts(tag))
                : Arrays.stream(header.numbers(tag)).mapToObj(Double::toString).collect(Collectors.joining("\\"));
    }

    /** Values in one form: blanks and ends of lines left out, numbers as doubles, letters beyond ASCII as one sign. */
    private static List<String> plain(String values) {
        List<String> plain = new ArrayList<>();
        for (String value : values.split("\\\\")) {
            String text = value.replaceAll("\\s|\\p{Cntrl}", "").replaceAll("[^\\p{ASCII}]", "?");
            try {
                plain.add(Double.toString(Double.parseDouble(text)));
            } catch (NumberFormatException e) {
                plain.add(text);
            }
        }
        return plain;
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

    private List<String> readBack(String... arguments) throws IOException, InterruptedException {
        return script("read_back.py", arguments);
    }

    /** Runs a script that lies beside this class. */
    private List<String> script(String name, String... arguments) throws IOException, InterruptedException {
        Optional<String> python = python();
        assumeTrue(python.isPresent(), "Python with pydicom (Debian's python3-pydicom) is not installed.");
        Path script = folder.resolve(name);
        try (InputStream in = OutsideToolsTest.class.getResourceAsStream(name)) {
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
