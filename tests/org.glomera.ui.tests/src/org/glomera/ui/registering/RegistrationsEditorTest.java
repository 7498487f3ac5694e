package org.glomera.ui.registering;

import static org.glomera.ui.Workbench.explorerLines;
import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.page;
import static org.glomera.ui.Workbench.select;
import static org.glomera.ui.Workbench.waitForLine;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.XMLMemento;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.image.nifti.NiftiPlacement;
import org.glomera.pipeline.RegisterRequest.Accept;
import org.glomera.pipeline.RegisterRequest.Undo;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRegistration;
import org.glomera.study.MovedImage;
import org.glomera.study.RegistrationState;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Samples;
import org.glomera.ui.Workbench;
import org.glomera.ui.studies.OpenStudies;
import org.glomera.ui.viewer.SliceEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of registrations in the workbench. */
class RegistrationsEditorTest {

    private static final double NIFTI_MM = 1e-3;

    @TempDir
    Path folder;

    private StudyFolder study;

    @AfterEach
    void close() {
        Workbench.closeEverything();
    }

    private void addCase(String id) throws Exception {
        float[] values = new float[Samples.GRID.voxelCount()];
        Arrays.fill(values, 100);
        NiftiFiles.write(study.caseFile(id, CaseFile.CT), new Volume(Samples.GRID, Quantity.HOUNSFIELD, values));
        NiftiFiles.write(study.caseFile(id, CaseFile.SPECT), new Volume(Samples.GRID, Quantity.ACTIVITY_CONCENTRATION,
                values));
        study.writeCase(new CaseInfo(id, "P-" + id, Acquisition.SPECT_CT, Role.TEST, List.of(CaseFile.CT, CaseFile.SPECT),
                List.of(), Map.of(), List.of()));
    }

    /** 6 mm to the left and 8 mm to the head, with a warning. */
    private void propose(String id) throws GlomeraException {
        Path file = study.caseFile(id, CaseFile.SPECT);
        Grid grid = NiftiFiles.readGrid(file);
        List<List<Double>> original = new ArrayList<>();
        Vector3 x = grid.voxelToPatientMm().column0();
        Vector3 y = grid.voxelToPatientMm().column1();
        Vector3 z = grid.voxelToPatientMm().column2();
        Vector3 o = grid.voxelToPatientMm().offset();
        original.add(List.of(x.x(), y.x(), z.x(), o.x()));
        original.add(List.of(x.y(), y.y(), z.y(), o.y()));
        original.add(List.of(x.z(), y.z(), z.z(), o.z()));
        Vector3 middle = grid.centreMm();
        new CaseRegistration(RegistrationState.PROPOSED, "test", List.of(6.0, 0.0, 8.0), List.of(0.0, 0.0, 0.0),
                List.of(middle.x(), middle.y(), middle.z()), List.of(List.of(1.0, 0.0, 0.0, 6.0),
                        List.of(0.0, 1.0, 0.0, 0.0), List.of(0.0, 0.0, 1.0, 8.0)), "likeness", 0.1, 0.2, Double.NaN,
                Double.NaN, List.of("They hardly overlap."), Instant.parse("2026-03-01T12:00:00Z"), "Glomera",
                List.of(new MovedImage(CaseFile.SPECT, List.of(grid.nx(), grid.ny(), grid.nz()), original,
                        NiftiPlacement.read(file)))).write(study, id);
    }

    private RegistrationsEditor open() throws Exception {
        study = StudyFolder.create(folder.resolve("study"), "Study");
        addCase("p1");
        addCase("p2");
        propose("p1");
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("p1");
        RegistrationsEditor editor = (RegistrationsEditor) onUiThread(() -> page().openEditor(
                new RegistrationsInput(study.root()), RegistrationsEditor.ID));
        waitUntil(() -> editor.rows().size() == 2, () -> editor.rows().toString());
        return editor;
    }

    private static String state(RegistrationsEditor editor, int row) {
        return RegistrationColumn.STATE.text(editor.rows().get(row));
    }

    @Test
    void cases_areListedWithWhatWasProposed_andExplorerSaysSo() throws Exception {
        RegistrationsEditor editor = open();
        onUiThread(() -> {
            assertEquals("proposed", state(editor, 0));
            assertEquals("6.0, 0.0, 8.0", RegistrationColumn.SHIFT.text(editor.rows().get(0)));
            assertEquals("They hardly overlap.", RegistrationColumn.WARNINGS.text(editor.rows().get(0)));
            assertEquals("as imported", state(editor, 1));
            // 6 and 8 mm make 10
            assertTrue(explorerLines().stream().anyMatch(line -> line.contains("p1")
                    && line.contains("proposed 10.0\u00a0mm, 0.0\u00b0, 1 warning")), explorerLines().toString());
            return null;
        });
    }

    @Test
    void accepting_movesTheSpect_andUndoingMovesItBack() throws Exception {
        RegistrationsEditor editor = open();
        onUiThread(() -> {
            editor.select(List.of("p1"));
            return editor.run("Accepting", new Accept());
        });
        waitUntil(() -> state(editor, 0).equals("registered"), () -> editor.rows().toString());
        Grid moved = NiftiFiles.readGrid(study.caseFile("p1", CaseFile.SPECT));
        assertEquals(0, moved.centreMm().minus(Samples.GRID.centreMm()).minus(new Vector3(6, 0, 8)).length(), NIFTI_MM);
        assertTrue(NiftiFiles.readGrid(study.caseFile("p2", CaseFile.SPECT)).isSameAs(Samples.GRID, NIFTI_MM));
        select(study.root() + "/TEST/p1");
        waitUntil(() -> Workbench.properties().stream().anyMatch(line -> line.contains("SPECT onto CT: Moved by")
                && line.contains("10.0")), () -> Workbench.properties().toString());
        onUiThread(() -> {
            editor.select(List.of("p1"));
            return editor.run("Undoing", new Undo());
        });
        waitUntil(() -> state(editor, 0).equals("as imported"), () -> editor.rows().toString());
        assertTrue(NiftiFiles.readGrid(study.caseFile("p1", CaseFile.SPECT)).isSameAs(Samples.GRID, NIFTI_MM));
    }

    @Test
    void lookingAtAProposal_opensTheViewerWithTheSpectThere_andWritesNothing() throws Exception {
        RegistrationsEditor editor = open();
        onUiThread(() -> {
            editor.select(List.of("p1"));
            IStructuredSelection published = (IStructuredSelection) editor.getSite().getSelectionProvider().getSelection();
            assertEquals(1, published.size());
            editor.look();
            return null;
        });
        waitUntil(() -> page().getActiveEditor() instanceof SliceEditor viewer && viewer.isDirty(),
                () -> String.valueOf(page().getActiveEditor()));
        assertTrue(NiftiFiles.readGrid(study.caseFile("p1", CaseFile.SPECT)).isSameAs(Samples.GRID, NIFTI_MM));
        SliceEditor viewer = (SliceEditor) onUiThread(() -> page().getActiveEditor());
        onUiThread(() -> page().closeEditor(viewer, false));
        assertFalse(CaseRegistration.read(study, "p1").isPresent());
    }

    @Test
    void theInput_survivesARestart() {
        RegistrationsInput input = new RegistrationsInput(folder.toAbsolutePath());
        XMLMemento memento = XMLMemento.createWriteRoot("input");
        input.saveState(memento);
        assertEquals(input, new RegistrationsInputFactory().createElement(memento));
    }
}
