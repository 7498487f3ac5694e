package org.glomera.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.glomera.cli.terminal.ErrorLog;
import org.glomera.cli.terminal.Terminal;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.PipelineServices;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRegistration;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SPECT onto CT as a user asks for it, with the methods of the program. */
class RegisterTaskTest {

    private static final Grid CT = Grid.axial(40, 36, 20, new Vector3(4, 4.2, 6), new Vector3(-80, -75, 900));
    private static final Grid SPECT = Grid.axial(34, 34, 24, new Vector3(4.8, 4.8, 5), new Vector3(-80, -80, 898));
    private static final double NIFTI_MM = 1e-3;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private StudyFolder study;
    private Tasks tasks;

    @BeforeEach
    void makeCase() throws Exception {
        tasks = new Tasks(PipelineServices.ofPlugins(), new Terminal(new PrintStream(out, true),
                new PrintStream(err, true), false, 100), new ErrorLog(folder.resolve("errors.log")));
        study = StudyFolder.create(folder.resolve("study"), "Study");
        NiftiFiles.write(study.caseFile("p1", CaseFile.CT), ball(CT, Quantity.HOUNSFIELD, -1000, 50));
        NiftiFiles.write(study.caseFile("p1", CaseFile.SPECT), ball(SPECT, Quantity.ACTIVITY_CONCENTRATION, 0, 9000));
        study.writeCase(new CaseInfo("p1", "P-1", Acquisition.SPECT_CT, Role.TEST, List.of(CaseFile.CT, CaseFile.SPECT),
                List.of(), Map.of(), List.of()));
    }

    /** A long body of 45 x 35 mm half axes, and more in a part of it. */
    private static Volume ball(Grid grid, Quantity quantity, float outside, float inside) {
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            Vector3 p = grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), i / (grid.nx() * grid.ny()));
            boolean body = Math.hypot(p.x() / 45, p.y() / 35) < 1;
            boolean part = p.minus(new Vector3(15, 5, 950)).length() < 18;
            values[i] = part ? 2 * inside : body ? inside : outside;
        }
        return new Volume(grid, quantity, values);
    }

    private int run(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "register";
        all[1] = study.root().toString();
        System.arraycopy(options, 0, all, 2, options.length);
        return tasks.execute(all);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Grid spect() throws Exception {
        return NiftiFiles.readGrid(study.caseFile("p1", CaseFile.SPECT));
    }

    @Test
    void sixNumbers_moveTheSpect_andUndoMovesItBack() throws Exception {
        assertEquals(0, run("--shift", "3,-2,1.5", "--accept-warnings", "--dry-run"), this::said);
        assertTrue(spect().isSameAs(SPECT, NIFTI_MM));
        assertTrue(printed().contains("3.00, -2.00, 1.50") && printed().contains("Nothing was written."), printed());
        assertEquals(0, run("--shift", "3,-2,1.5", "--accept-warnings"), this::said);
        assertEquals(0, spect().centreMm().minus(SPECT.centreMm()).minus(new Vector3(3, -2, 1.5)).length(), NIFTI_MM);
        assertEquals(0, run("--undo"), this::said);
        assertTrue(spect().isSameAs(SPECT, NIFTI_MM));
    }

    @Test
    void json_holdsTheRegistration() throws Exception {
        assertEquals(0, run("--shift", "3,-2,1.5", "--accept-warnings", "--json"), this::said);
        Path file = folder.resolve("printed.json");
        Files.writeString(file, printed());
        CaseRegistration found = StudyJson.convert(StudyJson.readTree(file).get(0).get("registration"), "it",
                CaseRegistration.class);
        assertEquals(List.of(3.0, -2.0, 1.5), found.shiftMm());
        assertEquals(found, CaseRegistration.read(study, "p1").orElseThrow());
    }

    @Test
    void wrongWords_areNamed() throws Exception {
        assertEquals(ExitCode.CONFIGURATION.code(), run("--shift", "3,x,1"));
        assertTrue(said().contains("3,x,1"), said());
        assertEquals(ExitCode.CONFIGURATION.code(), run("--undo", "--shift", "1,2,3"));
        assertEquals(ExitCode.CONFIGURATION.code(), run("--method", "guessing"));
        assertTrue(said().contains("guessing"), said());
        assertEquals(ExitCode.INPUT.code(), run("--case", "p9", "--shift", "1,2,3"));
        assertTrue(spect().isSameAs(SPECT, NIFTI_MM));
    }
}
