package org.glomera.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.glomera.cli.terminal.ErrorLog;
import org.glomera.cli.terminal.Terminal;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.PipelineServices;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Surfaces of a case as a user asks for them, with the engine of the program. */
class SurfacesTaskTest {

    /** Anisotropic on purpose. */
    private static final Grid GRID = Grid.axial(50, 40, 20, new Vector3(2, 2.5, 4), new Vector3(-49, -49, 800));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path root;
    private Tasks tasks;

    @BeforeEach
    void makeCase() throws Exception {
        tasks = new Tasks(PipelineServices.ofPlugins(), new Terminal(new PrintStream(out, true),
                new PrintStream(err, true), false, 100), new ErrorLog(folder.resolve("errors.log")));
        root = folder.resolve("study");
        StudyFolder study = StudyFolder.create(root, "Study");
        Files.createDirectories(study.caseFolder("p1"));
        NiftiFiles.write(study.caseFile("p1", CaseFile.KIDNEYS_CT), balls(18, true));
        NiftiFiles.write(study.caseFile("p1", CaseFile.KIDNEYS_SPECT), balls(14, false));
        study.writeCase(new CaseInfo("p1", "P-1", Acquisition.SPECT_CT, Role.TEST,
                List.of(CaseFile.KIDNEYS_CT, CaseFile.KIDNEYS_SPECT), List.of(), Map.of(), List.of()));
    }

    /** A ball of so many millimetres in the middle of each half, or of the right one alone. */
    private static LabelMap balls(double radiusMm, boolean both) {
        byte[] labels = new byte[GRID.voxelCount()];
        for (int i = 0; i < labels.length; i++) {
            Vector3 point = GRID.patientMm(i % 50, i / 50 % 40, i / 2000);
            for (Side side : both ? Side.values() : new Side[] {Side.RIGHT}) {
                Vector3 middle = new Vector3(side == Side.RIGHT ? -25 : 25, 0, 838);
                if (point.minus(middle).length() <= radiusMm) {
                    labels[i] = (byte) side.label();
                }
            }
        }
        return new LabelMap(GRID, labels);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void surfaces_areWrittenForEachDelineationAndSide_withATable() throws Exception {
        Path files = folder.resolve("files");
        assertEquals(0, tasks.execute("surfaces", root.toString(), "p1", "--out", files.toString(), "--format", "vtp"),
                this::said);
        try (Stream<Path> written = Files.list(files)) {
            assertEquals(List.of("p1-kidneys_ct-left.vtp", "p1-kidneys_ct-right.vtp", "p1-kidneys_spect-right.vtp",
                    "surfaces.csv"), written.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertFalse(Files.readString(files.resolve("p1-kidneys_ct-right.vtp")).contains("distance_mm"));
        assertTrue(Files.readString(files.resolve("p1-kidneys_spect-right.vtp")).contains("distance_mm"));
        List<String> rows = Files.readAllLines(files.resolve("surfaces.csv"));
        assertEquals(4, rows.size());
        String[] last = rows.get(3).split(",");
        assertEquals("p1-kidneys_spect-right.vtp", last[0]);
        // 4/3 pi 14^3 = 11494 mm^3; whole voxels of 20 mm^3
        assertEquals(11.49, Double.parseDouble(last[3]), 0.3);
        // balls of 14 and 18 mm with one middle are 4 mm apart everywhere; voxels leave a quarter of their edges
        assertEquals(4, Double.parseDouble(last[8]), 0.4);
        assertTrue(Double.parseDouble(last[9]) >= Double.parseDouble(last[8]), rows.get(3));
        assertTrue(Double.parseDouble(last[10]) >= Double.parseDouble(last[9]), rows.get(3));
        assertTrue(printed().contains("3 surfaces and surfaces.csv in " + files), printed());
        assertTrue(printed().contains("Manual on SPECT"), printed());
    }

    @Test
    void theReference_mayBeChosen_andHasNoDistanceItself() {
        assertEquals(0, tasks.execute("surfaces", root.toString(), "p1", "--reference", "kidneys_spect"), this::said);
        List<String> rows = printed().lines().filter(line -> line.startsWith("Manual")).toList();
        assertEquals(3, rows.size(), printed());
        // columns: title (3 words), side, two volumes, two distances to the voxels, then those to the reference
        assertEquals(11, rows.get(0).split("\\s+").length, rows.get(0));
        assertEquals(8, rows.get(1).split("\\s+").length, rows.get(1));
        assertEquals(8, rows.get(2).split("\\s+").length, rows.get(2));
    }

    @Test
    void unknownWords_areNamedWithThoseThatAreThere() {
        assertEquals(ExitCode.CONFIGURATION.code(), tasks.execute("surfaces", root.toString(), "p1", "--reference",
                "run/none"));
        assertTrue(said().contains("'run/none'") && said().contains("kidneys_ct, kidneys_spect"), said());
        assertEquals(ExitCode.CONFIGURATION.code(), tasks.execute("surfaces", root.toString(), "p1", "--format",
                "obj"));
        assertTrue(said().contains("stl, ply and vtp"), said());
        assertEquals(ExitCode.INPUT.code(), tasks.execute("surfaces", root.toString(), "p2"));
        assertTrue(said().contains("p2"), said());
    }

    @Test
    void bench_measuresEverySize() {
        assertEquals(0, tasks.execute("bench", "help", "surfaces"));
        assertTrue(printed().contains("--repeats"), printed());
    }
}
