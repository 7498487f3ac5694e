package org.glomera.ui.viewer;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.page;
import static org.glomera.ui.Workbench.select;
import static org.glomera.ui.Workbench.waitForLine;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.image.nifti.NiftiPlacement;
import org.glomera.pipeline.RegisterRequest.Keep;
import org.glomera.pipeline.RegisterRequest.Movement;
import org.glomera.pipeline.RegisterRequest.Undo;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.PlaneView;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseRegistration;
import org.glomera.study.MovedImage;
import org.glomera.study.RegistrationState;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Workbench;
import org.glomera.ui.studies.OpenStudies;
import org.glomera.ui.viewer.LeaveQuestion.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moving the SPECT over the CT by hand. */
class SpectMoveTest {

    private static final double NIFTI_MM = 1e-4;

    @TempDir
    Path folder;

    private StudyFolder study;

    @AfterEach
    void close() {
        onUiThread(() -> {
            if (page().getActiveEditor() instanceof SliceEditor viewer) {
                viewer.setQuestion((shell, caseId) -> Answer.DISCARD);
            }
            return null;
        });
        Workbench.closeEverything();
    }

    private void open() throws Exception {
        study = StudyFolder.create(folder.resolve("study"), "Study");
        ViewerSamples.write(study, "p1", CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT, CaseFile.KIDNEYS_SPECT);
        ViewerSamples.write(study, "p2", CaseFile.CT, CaseFile.SPECT);
        ViewerSamples.write(study, "p3", CaseFile.CT);
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("p1");
        onUiThread(() -> SliceEditor.open(page(), new SliceInput(study.root(), "p1", "")));
        waitUntil(() -> move().canMove(), () -> viewer().pane().sentences());
    }

    private static SliceEditor viewer() {
        return (SliceEditor) page().getActiveEditor();
    }

    private static SpectMove move() {
        return viewer().pane().move();
    }

    private static Volume shown() {
        return viewer().pane().model().images().spect().orElseThrow();
    }

    private static void send(Plane plane, int type, int button, int x, int y, int state) {
        Event event = new Event();
        event.button = button;
        event.x = x;
        event.y = y;
        event.count = 1;
        event.stateMask = state;
        viewer().pane().pane(plane).notifyListeners(type, event);
    }

    private static void drag(Plane plane, int[] from, int[] to, int state) {
        send(plane, SWT.MouseDown, 1, from[0], from[1], state);
        send(plane, SWT.MouseMove, 0, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2, state | SWT.BUTTON1);
        send(plane, SWT.MouseMove, 0, to[0], to[1], state | SWT.BUTTON1);
        send(plane, SWT.MouseUp, 1, to[0], to[1], state | SWT.BUTTON1);
    }

    private static void key(Plane plane, int code, int state) {
        Event event = new Event();
        event.keyCode = code;
        event.stateMask = state;
        viewer().pane().pane(plane).notifyListeners(SWT.KeyDown, event);
    }

    private static void assertNear(Vector3 expected, Vector3 actual, double tolerance) {
        assertEquals(0, expected.minus(actual).length(), tolerance, () -> expected + " and " + actual);
    }

    @Test
    void aDrag_shiftsTheSpectInThePlane_andNothingElse() throws Exception {
        open();
        onUiThread(() -> {
            Volume before = shown();
            Vector3 cross = viewer().pane().model().crossMm();
            key(Plane.AXIAL, 'v', 0);
            assertTrue(move().on());
            PlaneView view = viewer().pane().pane(Plane.AXIAL).view();
            int[] from = {(int) view.xPx(cross) + 15, (int) view.yPx(cross) + 12};
            drag(Plane.AXIAL, from, new int[] {from[0] + 20, from[1] - 10}, 0);
            Vector3 expected = new Vector3(20 * view.mmPerPixel(), -10 * view.mmPerPixel(), 0);
            assertNear(expected, move().movement().shiftMm(), 1e-9);
            assertNear(new Vector3(0, 0, 0), move().movement().rotationDegrees(), 1e-9);
            assertSame(before.values(), shown().values());
            assertNear(before.grid().patientMm(3, 4, 5).plus(expected), shown().grid().patientMm(3, 4, 5), NIFTI_MM);
            assertEquals(cross, viewer().pane().model().crossMm());
            assertEquals(view, viewer().pane().pane(Plane.AXIAL).view());
            assertTrue(viewer().isDirty());
            // what was drawn on the SPECT moves along
            Grid drawn = ((Delineation.Drawn) viewer().pane().model().images().delineations()
                    .get(1).content()).labels().grid();
            assertEquals(shown().grid(), drawn);
            return null;
        });
        assertTrue(NiftiFiles.readGrid(study.caseFile("p1", CaseFile.SPECT)).isSameAs(ViewerSamples.SPECT, NIFTI_MM));
    }

    @Test
    void shiftDragsAndTheRing_turnTheSpectAboutTheCrossHair() throws Exception {
        open();
        onUiThread(() -> {
            Vector3 cross = viewer().pane().model().crossMm();
            move().setOn(true);
            for (Plane plane : Plane.values()) {
                PlaneView view = viewer().pane().pane(plane).view();
                int x = (int) Math.round(view.xPx(cross));
                int y = (int) Math.round(view.yPx(cross));
                int ring = (int) Math.round(MoveGestures.ringPx(view));
                // a quarter from right of the cross-hair to below it, the first time by Shift, off the ring
                int far = plane == Plane.AXIAL ? ring / 2 : ring;
                Vector3 before = shown().grid().voxelToPatientMm().inverse().apply(cross.plus(plane.right().times(10)));
                drag(plane, new int[] {x + far, y}, new int[] {x, y + far}, plane == Plane.AXIAL ? SWT.SHIFT : 0);
                Vector3 after = shown().grid().patientMm(before.x(), before.y(), before.z());
                // pixels are whole, the cross-hair lies between them
                assertNear(cross.plus(plane.down().times(10)), after, 0.5);
                move().undo();
                assertTrue(move().movement().stays(), plane::title);
            }
            return null;
        });
    }

    @Test
    void arrowKeys_shiftByAMillimetre_withShiftByATenth() throws Exception {
        open();
        onUiThread(() -> {
            double z = viewer().pane().model().crossMm().z();
            key(Plane.AXIAL, SWT.ARROW_UP, 0);
            // the tool is off: the next slice
            assertNotEquals(z, viewer().pane().model().crossMm().z());
            move().setOn(true);
            key(Plane.AXIAL, SWT.ARROW_RIGHT, 0);
            key(Plane.AXIAL, SWT.ARROW_UP, SWT.SHIFT);
            key(Plane.CORONAL, SWT.ARROW_UP, 0);
            // right is the patient's left, up the front in the axial plane and the head in the coronal one
            assertNear(new Vector3(1, -0.1, 1), move().movement().shiftMm(), 1e-9);
            move().undo();
            assertNear(new Vector3(1, -0.1, 0), move().movement().shiftMm(), 1e-9);
            move().reset();
            assertFalse(viewer().isDirty());
            move().undo();
            assertTrue(viewer().isDirty());
            return null;
        });
    }

    /** As a method would find it: 3 mm to the left, 2 degrees about z, with a warning. */
    private CaseRegistration found() throws Exception {
        Path file = study.caseFile("p1", CaseFile.SPECT);
        Path drawn = study.caseFile("p1", CaseFile.KIDNEYS_SPECT);
        Grid grid = NiftiFiles.readGrid(file);
        double c = Math.cos(Math.toRadians(2));
        double s = Math.sin(Math.toRadians(2));
        Vector3 m = grid.centreMm();
        List<List<Double>> rows = List.of(List.of(c, -s, 0.0, m.x() - c * m.x() + s * m.y() + 3),
                List.of(s, c, 0.0, m.y() - s * m.x() - c * m.y()), List.of(0.0, 0.0, 1.0, 0.0));
        List<List<Double>> original = List.of(List.of(4.0, 0.0, 0.0, -38.0), List.of(0.0, 4.5, 0.0, -36.0),
                List.of(0.0, 0.0, 5.0, 885.0));
        return new CaseRegistration(RegistrationState.PROPOSED, "test", List.of(3.0, 0.0, 0.0), List.of(0.0, 0.0, 2.0),
                List.of(m.x(), m.y(), m.z()), rows, "likeness", 0.1, 0.2, Double.NaN, Double.NaN,
                List.of("They hardly overlap."), Instant.parse("2026-03-01T12:00:00Z"), "Glomera",
                List.of(new MovedImage(CaseFile.SPECT, List.of(20, 20, 14), original, NiftiPlacement.read(file)),
                        new MovedImage(CaseFile.KIDNEYS_SPECT, List.of(20, 20, 14), original,
                                NiftiPlacement.read(drawn))));
    }

    @Test
    void whatAMethodFound_isShownWithItsWarnings_andWrittenOnlyWhenItIsApplied() throws Exception {
        open();
        byte[] before = Files.readAllBytes(study.caseFile("p1", CaseFile.SPECT));
        CaseRegistration found = found();
        onUiThread(() -> {
            move().setOn(true);
            move().show(found);
            assertTrue(viewer().pane().movePanel().says().contains("They hardly overlap."));
            assertTrue(viewer().pane().movePanel().says().contains("0.1000 \u2192 0.2000"));
            assertTrue(move().action() instanceof Keep);
            return null;
        });
        assertArrayEquals(before, Files.readAllBytes(study.caseFile("p1", CaseFile.SPECT)));
        onUiThread(() -> viewer().pane().jobs().apply());
        waitUntil(() -> !viewer().isDirty() && move().found().isPresent(), () -> viewer().pane().movePanel().says());
        assertEquals(RegistrationState.APPLIED, CaseRegistration.read(study, "p1").orElseThrow().state());
        onUiThread(() -> {
            assertTrue(move().on());
            assertNear(new Vector3(3, 0, 0), move().movement().shiftMm(), 1e-9);
            assertTrue(shown().grid().isSameAs(NiftiFiles.readGrid(study.caseFile("p1", CaseFile.SPECT)), NIFTI_MM));
            move().reset();
            assertTrue(move().action() instanceof Undo);
            viewer().doSave(new NullProgressMonitor());
            return null;
        });
        assertArrayEquals(before, Files.readAllBytes(study.caseFile("p1", CaseFile.SPECT)));
        assertEquals(Optional.empty(), CaseRegistration.read(study, "p1"));
        waitUntil(() -> !viewer().isDirty(), () -> "dirty");
    }

    @Test
    void leaving_asksWhatBecomesOfMovesThatAreNotApplied() throws Exception {
        open();
        AtomicInteger asked = new AtomicInteger();
        SliceEditor viewer = onUiThread(SpectMoveTest::viewer);
        onUiThread(() -> {
            move().setOn(true);
            move().set(new Movement(new Vector3(5, 0, 0), new Vector3(0, 0, 0)));
            viewer.setQuestion((shell, caseId) -> {
                asked.incrementAndGet();
                return Answer.STAY;
            });
            return null;
        });
        select(study.root() + "/TEST/p2");
        waitUntil(() -> asked.get() == 1, () -> "not asked");
        assertEquals("p1", onUiThread(viewer::getTitle));
        assertFalse(onUiThread(() -> viewer.pane().toolBar().follows()));
        assertFalse(onUiThread(() -> page().closeEditor(viewer, true)));
        onUiThread(() -> {
            viewer.setQuestion((shell, caseId) -> Answer.DISCARD);
            return page().closeEditor(viewer, true);
        });
        assertFalse(onUiThread(() -> page().isPartVisible(viewer)));
        assertEquals(Optional.empty(), CaseRegistration.read(study, "p1"));
    }

    @Test
    void aCaseWithoutSpect_hasNothingToMove() throws Exception {
        open();
        select(study.root() + "/TEST/p3");
        waitUntil(() -> viewer().pane().model().images().caseId().equals("p3"), () -> viewer().pane().sentences());
        onUiThread(() -> {
            key(Plane.AXIAL, 'v', 0);
            assertFalse(move().on());
            assertFalse(viewer().isDirty());
            return null;
        });
    }
}
