package org.glomera.ui.viewer;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.select;
import static org.glomera.ui.Workbench.waitForLine;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Event;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.viewing.ViewedCaseReader;
import org.glomera.render.slice.Mixing;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.PlaneView;
import org.glomera.render.slice.SlicePicture;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Commands;
import org.glomera.ui.Workbench;
import org.glomera.ui.studies.OpenStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The slice viewer in the workbench, driven by events. */
class SliceEditorTest {

    /** Millimetres: NIfTI keeps positions in single precision, and a pixel has a width. */
    private static final double NIFTI_MM = 1e-3;

    @TempDir
    Path folder;

    @AfterEach
    void closeEverything() {
        Workbench.closeEverything();
    }

    private StudyFolder study(CaseFile... files) throws Exception {
        StudyFolder study = StudyFolder.create(folder.resolve("study"), "Study");
        ViewerSamples.write(study, "p1", files);
        ViewerSamples.write(study, "p2", files);
        return study;
    }

    /** Opens case p1 with the command and waits until its planes are drawn. */
    private static void open(StudyFolder study) throws Exception {
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("p1");
        select(study.root() + "/TEST/p1");
        onUiThread(() -> {
            Commands.run(Commands.OPEN_IMAGES);
            return null;
        });
        waitUntil(() -> isShown("p1"), () -> "the active editor is " + Workbench.page().getActiveEditor());
    }

    private static SliceEditor viewer() {
        return (SliceEditor) Workbench.page().getActiveEditor();
    }

    private static PlanePane pane(Plane plane) {
        return viewer().pane().pane(plane);
    }

    private static boolean isShown(String caseId) {
        return Workbench.page().getActiveEditor() instanceof SliceEditor viewer
                && viewer.pane().model().images().caseId().equals(caseId) && isUpToDate(Plane.AXIAL)
                && isUpToDate(Plane.CORONAL) && isUpToDate(Plane.SAGITTAL);
    }

    /** Whether a pane shows the picture that its state asks for. */
    private static boolean isUpToDate(Plane plane) {
        return pane(plane).picture() != null && pane(plane).picture().view().equals(pane(plane).view());
    }

    private static void send(Plane plane, int type, int button, int x, int y, int count, int stateMask) {
        Event event = new Event();
        event.button = button;
        event.x = x;
        event.y = y;
        event.count = count;
        event.stateMask = stateMask;
        pane(plane).notifyListeners(type, event);
    }

    private static void click(Plane plane, int x, int y) {
        send(plane, SWT.MouseDown, 1, x, y, 1, 0);
        send(plane, SWT.MouseUp, 1, x, y, 1, SWT.BUTTON1);
    }

    @Test
    void aCase_opensOnItsRightKidney_inThreePlanes() throws Exception {
        open(study(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT));
        onUiThread(() -> {
            assertEquals(0, viewer().pane().model().crossMm().minus(new Vector3(-16.5, 8, 919.5)).length(), NIFTI_MM);
            assertEquals("p1", viewer().getTitle());
            assertEquals("", viewer().pane().sentences());
            return null;
        });
    }

    @Test
    void thePixelAtTheKidneysBorder_hasTheOutlinesColour() throws Exception {
        open(study(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT));
        onUiThread(() -> {
            // the right kidney begins at voxel 6: its face is at x = -30 + 6 * 1.5 - 0.75 = -21.75 mm
            PlaneView view = pane(Plane.AXIAL).view();
            SlicePicture picture = pane(Plane.AXIAL).picture();
            int y = (int) view.yPx(new Vector3(-21.75, 5, 919.5));
            int face = (int) Math.ceil(view.xPx(new Vector3(-21.75, 5, 919.5)) - 0.5);
            assertEquals(ViewedCaseReader.MANUAL_CT, picture.rgb(face, y));
            assertNotEquals(ViewedCaseReader.MANUAL_CT, picture.rgb(face - 1, y));
            assertNotEquals(ViewedCaseReader.MANUAL_CT, picture.rgb(face + 1, y));
            return null;
        });
    }

    @Test
    void wheelAndKeys_goThroughTheSlices() throws Exception {
        open(study(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT));
        onUiThread(() -> {
            send(Plane.AXIAL, SWT.MouseVerticalWheel, 0, 10, 10, 3, 0);
            assertEquals(919.5 + 3.25, viewer().pane().model().crossMm().z(), NIFTI_MM);
            Event down = new Event();
            down.keyCode = SWT.ARROW_DOWN;
            pane(Plane.CORONAL).notifyListeners(SWT.KeyDown, down);
            assertEquals(8 - 2, viewer().pane().model().crossMm().y(), NIFTI_MM);
            Event page = new Event();
            page.keyCode = SWT.PAGE_UP;
            pane(Plane.AXIAL).notifyListeners(SWT.KeyDown, page);
            // slices 0 to 11; the last is at 900 + 11 * 3.25
            assertEquals(935.75, viewer().pane().model().crossMm().z(), NIFTI_MM);
            return null;
        });
    }

    @Test
    void aClick_movesTheCrossHairInAllPlanes() throws Exception {
        open(study(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT));
        Vector3 wanted = onUiThread(() -> {
            PlaneView view = pane(Plane.AXIAL).view();
            int x = view.widthPx() / 2 + 20;
            int y = view.heightPx() / 2 - 13;
            click(Plane.AXIAL, x, y);
            return view.patientMm(x + 0.5, y + 0.5);
        });
        waitUntil(() -> isUpToDate(Plane.CORONAL) && isUpToDate(Plane.SAGITTAL), () -> "not drawn");
        onUiThread(() -> {
            assertEquals(0, viewer().pane().model().crossMm().minus(wanted).length(), 1e-9);
            assertEquals(wanted.y(), pane(Plane.CORONAL).picture().view().centreMm().y(), 1e-9);
            assertEquals(wanted.x(), pane(Plane.SAGITTAL).picture().view().centreMm().x(), 1e-9);
            return null;
        });
    }

    @Test
    void showing_aPointFromElsewhere_movesTheCrossHair_alsoOfACaseThatIsStillRead() throws Exception {
        StudyFolder study = study(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT);
        open(study);
        Vector3 point = new Vector3(-12, 9, 910);
        onUiThread(() -> {
            viewer().show(point);
            assertEquals(point, viewer().pane().model().crossMm());
            SliceEditor same = SliceEditor.open(Workbench.page(), new SliceInput(study.root(), "p2", ""));
            assertSame(viewer(), same);
            same.show(point);
            return null;
        });
        waitUntil(() -> isShown("p2"), () -> "p2 is not shown");
        assertEquals(point, onUiThread(() -> viewer().pane().model().crossMm()));
        onUiThread(() -> {
            viewer().show(new Vector3(1e6, 9, 910));
            // the SPECT reaches furthest to the left: -38 + 19.5 * 4
            assertEquals(40, viewer().pane().model().crossMm().x(), NIFTI_MM);
            return null;
        });
    }

    @Test
    void drags_panAndChangeTheWindow_andTheWheelWithCtrlMagnifies() throws Exception {
        open(study(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT));
        onUiThread(() -> {
            Vector3 cross = viewer().pane().model().crossMm();
            Vector3 there = pane(Plane.AXIAL).view().patientMm(60, 50);
            send(Plane.AXIAL, SWT.MouseDown, 1, 60, 50, 1, 0);
            send(Plane.AXIAL, SWT.MouseMove, 0, 75, 45, 0, SWT.BUTTON1);
            send(Plane.AXIAL, SWT.MouseUp, 1, 75, 45, 1, SWT.BUTTON1);
            assertEquals(0, pane(Plane.AXIAL).view().patientMm(75, 45).minus(there).length(), 1e-9);
            assertEquals(cross, viewer().pane().model().crossMm());
            send(Plane.AXIAL, SWT.MouseDown, 3, 60, 50, 1, 0);
            send(Plane.AXIAL, SWT.MouseMove, 0, 70, 55, 0, SWT.BUTTON3);
            // 2 HU a pixel: width 400 + 20, centre 40 + 10
            assertEquals(420, viewer().pane().model().ctWindow().width());
            assertEquals(50, viewer().pane().model().ctWindow().centre());
            double before = pane(Plane.AXIAL).view().mmPerPixel();
            send(Plane.AXIAL, SWT.MouseVerticalWheel, 0, 40, 40, 3, SWT.CTRL);
            assertEquals(before / 1.15, pane(Plane.AXIAL).view().mmPerPixel(), 1e-9);
            return null;
        });
    }

    @Test
    void measuring_drawsALengthInMillimetresOnItsSlice() throws Exception {
        open(study(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT));
        onUiThread(() -> {
            ViewerModel model = viewer().pane().model();
            Vector3 cross = model.crossMm();
            key(Plane.AXIAL, 'm');
            PlaneView view = pane(Plane.AXIAL).view();
            send(Plane.AXIAL, SWT.MouseDown, 1, 40, 50, 1, 0);
            send(Plane.AXIAL, SWT.MouseMove, 0, 60, 50, 0, SWT.BUTTON1);
            send(Plane.AXIAL, SWT.MouseMove, 0, 70, 90, 0, SWT.BUTTON1);
            send(Plane.AXIAL, SWT.MouseUp, 1, 70, 90, 1, SWT.BUTTON1);
            // 30 pixels to the right and 40 down are 50 pixels
            assertEquals(50 * view.mmPerPixel(), model.distances().get(0).lengthMm(), 1e-9);
            assertEquals(cross, model.crossMm());
            assertEquals(view, pane(Plane.AXIAL).view());
            // a click still moves the cross-hair and measures nothing
            click(Plane.AXIAL, 45, 45);
            assertEquals(1, model.distances().size());
            assertNotEquals(cross, model.crossMm());
            return null;
        });
        waitUntil(() -> isUpToDate(Plane.AXIAL), () -> "not drawn");
        onUiThread(() -> {
            ViewerModel model = viewer().pane().model();
            assertEquals(255, middleOfTheLength() & 0xff);
            key(Plane.AXIAL, SWT.ARROW_UP);
            key(Plane.AXIAL, SWT.ESC);
            assertFalse(model.measuring());
            key(Plane.AXIAL, SWT.ARROW_DOWN);
            key(Plane.AXIAL, SWT.DEL);
            assertEquals(0, model.distances().size());
            return null;
        });
    }

    /** The colour in the middle of the length from (40, 50) to (70, 90) in the axial plane, as it is saved. */
    private static int middleOfTheLength() {
        ImageData seen = viewer().pane().snapshot();
        int pixel = seen.getPixel(55, 70);
        return seen.palette.getRGB(pixel).red << 16 | seen.palette.getRGB(pixel).green << 8
                | seen.palette.getRGB(pixel).blue;
    }

    private static void key(Plane plane, int code) {
        Event event = new Event();
        event.keyCode = code;
        pane(plane).notifyListeners(SWT.KeyDown, event);
    }

    @Test
    void aVolumeOfOneSlice_isShownInAllPlanes() throws Exception {
        StudyFolder study = StudyFolder.create(folder.resolve("study"), "Study");
        ViewerSamples.write(study, "p1", CaseFile.CT);
        Grid one = Grid.axial(40, 30, 1, new Vector3(1.5, 2, 3.25), new Vector3(-30, -20, 900));
        float[] values = new float[one.voxelCount()];
        Arrays.fill(values, 240);
        byte[] labels = new byte[one.voxelCount()];
        for (int i = 0; i < 10; i++) {
            labels[one.index(10 + i, 15, 0)] = (byte) Side.RIGHT.label();
        }
        NiftiFiles.write(study.caseFile("p1", CaseFile.CT), new Volume(one, Quantity.HOUNSFIELD, values));
        NiftiFiles.write(study.caseFile("p1", CaseFile.KIDNEYS_CT), new LabelMap(one, labels));
        study.writeCase(new CaseInfo("p1", "P-p1", Acquisition.SPECT_CT, Role.TEST, List.of(CaseFile.CT,
                CaseFile.KIDNEYS_CT), List.of(), Map.of(), List.of()));
        open(study);
        waitUntil(() -> isUpToDate(Plane.CORONAL) && isUpToDate(Plane.SAGITTAL), () -> "not drawn");
        onUiThread(() -> {
            for (Plane plane : Plane.values()) {
                // 240 HU is the upper end of the window of soft tissue: white
                assertTrue(Arrays.stream(pane(plane).picture().argb()).anyMatch(pixel -> pixel == 0xffffffff),
                        plane::title);
                assertTrue(Arrays.stream(pane(plane).picture().argb())
                        .anyMatch(pixel -> (pixel & 0xffffff) == ViewedCaseReader.MANUAL_CT), plane::title);
            }
            key(Plane.AXIAL, SWT.ARROW_UP);
            assertEquals(900, viewer().pane().model().crossMm().z(), NIFTI_MM);
            assertTrue(viewer().pane().readOut().contains("CT 240"), viewer().pane().readOut());
            return null;
        });
    }

    @Test
    void aDoubleClick_showsOnePlaneAlone_andTheCrossHairStaysWhereTheFirstClickSetIt() throws Exception {
        open(study(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT));
        onUiThread(() -> {
            Vector3 wanted = pane(Plane.CORONAL).view().patientMm(50.5, 60.5);
            click(Plane.CORONAL, 50, 60);
            send(Plane.CORONAL, SWT.MouseDown, 1, 50, 60, 2, 0);
            send(Plane.CORONAL, SWT.MouseDoubleClick, 1, 50, 60, 2, 0);
            send(Plane.CORONAL, SWT.MouseUp, 1, 50, 60, 2, SWT.BUTTON1);
            assertEquals(wanted, viewer().pane().model().crossMm());
            assertTrue(pane(Plane.CORONAL).isVisible());
            assertFalse(pane(Plane.AXIAL).isVisible());
            send(Plane.CORONAL, SWT.MouseDoubleClick, 1, 50, 60, 2, 0);
            assertTrue(pane(Plane.AXIAL).isVisible());
            return null;
        });
    }

    @Test
    void flicker_showsCtAndSpectByTurns() throws Exception {
        open(study(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT));
        onUiThread(() -> {
            viewer().pane().model().setShow(Show.FLICKER);
            return null;
        });
        Mixing ct = new Mixing.Lower();
        Mixing spect = new Mixing.Upper();
        waitUntil(() -> mixing().equals(spect), () -> mixing().toString());
        waitUntil(() -> mixing().equals(ct), () -> mixing().toString());
    }

    private static Mixing mixing() {
        return viewer().pane().model().scene(pane(Plane.AXIAL).view(), 1).mixing();
    }

    @Test
    void theCurtain_beginsAtTheCrossHair_andItsLineCanBeDragged() throws Exception {
        open(study(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT));
        onUiThread(() -> {
            ViewerModel model = viewer().pane().model();
            model.setShow(Show.CURTAIN);
            PlaneView view = pane(Plane.AXIAL).view();
            int line = model.curtain(view).firstUpperPx(view.widthPx());
            assertEquals(view.xPx(model.crossMm()), line, 0.5);
            send(Plane.AXIAL, SWT.MouseDown, 1, line, 20, 1, 0);
            send(Plane.AXIAL, SWT.MouseMove, 0, line + 30, 20, 0, SWT.BUTTON1);
            send(Plane.AXIAL, SWT.MouseUp, 1, line + 30, 20, 1, SWT.BUTTON1);
            assertEquals(line + 30, model.curtain(view).firstUpperPx(view.widthPx()));
            // the same place in the patient: the line moves in the coronal plane too, and not in the sagittal one
            PlaneView coronal = pane(Plane.CORONAL).view();
            assertEquals(coronal.xPx(view.patientMm(line + 30, 0)),
                    model.curtain(coronal).firstUpperPx(coronal.widthPx()), 0.5);
            PlaneView sagittal = pane(Plane.SAGITTAL).view();
            assertEquals(sagittal.xPx(model.crossMm()), model.curtain(sagittal).firstUpperPx(sagittal.widthPx()), 0.5);
            return null;
        });
    }

    @Test
    void theViewer_followsTheSelectionOfACase() throws Exception {
        StudyFolder study = study(CaseFile.CT, CaseFile.KIDNEYS_CT);
        open(study);
        SliceEditor viewer = onUiThread(SliceEditorTest::viewer);
        select(study.root() + "/TEST/p2");
        waitUntil(() -> viewer.pane().model().images().caseId().equals("p2"), () -> viewer.getTitle());
        assertEquals("p2", onUiThread(viewer::getTitle));
    }

    @Test
    void aCaseWithoutSpect_andAVanishedFile_areSaid_andTheRestIsShown() throws Exception {
        StudyFolder study = study(CaseFile.CT, CaseFile.KIDNEYS_CT);
        Files.delete(study.caseFile("p2", CaseFile.CT));
        open(study);
        assertEquals("This case has no SPECT image.", onUiThread(() -> viewer().pane().sentences()));
        SliceEditor viewer = onUiThread(SliceEditorTest::viewer);
        select(study.root() + "/TEST/p2");
        waitUntil(() -> viewer.pane().sentences().contains("ct.nii.gz"), () -> viewer.pane().sentences());
        // the delineation is drawn although its image is gone
        waitUntil(() -> Arrays.stream(viewer.pane().pane(Plane.AXIAL).picture().argb())
                .anyMatch(pixel -> (pixel & 0xffffff) == ViewedCaseReader.MANUAL_CT), () -> "no outline");
    }

    @Test
    void aCaseWithoutAnyImage_saysSo_andClosingLetsTheImagesGo() throws Exception {
        StudyFolder study = study(CaseFile.CT, CaseFile.SPECT);
        Files.delete(study.caseFile("p2", CaseFile.CT));
        Files.delete(study.caseFile("p2", CaseFile.SPECT));
        open(study);
        SliceEditor viewer = onUiThread(SliceEditorTest::viewer);
        select(study.root() + "/TEST/p2");
        waitUntil(() -> viewer.pane().sentences().contains("spect.nii.gz"), () -> viewer.pane().sentences());
        select(study.root() + "/TEST/p1");
        waitUntil(() -> viewer.pane().model().images().caseId().equals("p1"), () -> viewer.pane().sentences());
        ViewerModel model = onUiThread(() -> viewer.pane().model());
        onUiThread(() -> Workbench.page().closeEditor(viewer, false));
        assertTrue(onUiThread(() -> model.images().isEmpty()));
    }

    @Test
    void aSavedPicture_showsThePlanesAsTheyAreSeen() throws Exception {
        open(study(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT));
        Path file = folder.resolve("picture.png");
        Job job = onUiThread(() -> viewer().savePicture(file));
        job.join();
        ImageData saved = new ImageData(file.toString());
        onUiThread(() -> {
            PlaneView view = pane(Plane.AXIAL).view();
            int x = (int) Math.ceil(view.xPx(new Vector3(-21.75, 5, 919.5)) - 0.5);
            int y = (int) view.yPx(new Vector3(-21.75, 5, 919.5));
            int pixel = saved.getPixel(x, y);
            assertEquals(ViewedCaseReader.MANUAL_CT, saved.palette.getRGB(pixel).red << 16
                    | saved.palette.getRGB(pixel).green << 8 | saved.palette.getRGB(pixel).blue);
            return null;
        });
    }
}
