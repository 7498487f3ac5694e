package org.glomera.ui.scene;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.glomera.chart.Palette;
import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.outside.Availability;
import org.glomera.pipeline.viewing.ViewedCaseReader;
import org.glomera.render.layers.CloudLayer;
import org.glomera.render.layers.SceneLayer;
import org.glomera.render.layers.SceneLayers;
import org.glomera.render.layers.SlicePlaneLayer;
import org.glomera.render.scene.Camera;
import org.glomera.render.scene.CloudItem;
import org.glomera.render.scene.PlaneItem;
import org.glomera.render.scene.RenderEngine;
import org.glomera.render.scene.StandardView;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.Plane;
import org.glomera.render.surface.MeshFormat;
import org.glomera.study.CaseFile;
import org.glomera.study.StudyFolder;
import org.glomera.ui.FileWriting;
import org.glomera.ui.viewer.SliceInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The 3D page with an engine that draws without a toolkit, driven by events. */
class ScenePageTest {

    /** Half a pixel to every side: where a point is painted is a whole number. */
    private static final double PIXEL_MM = 1;

    @TempDir
    Path folder;

    private final FakeEngine engine = new FakeEngine();
    private StudyFolder study;
    private Shell shell;
    private ScenePage page;

    @BeforeEach
    void writeStudy() throws Exception {
        study = SceneSamples.study(folder.resolve("study"));
    }

    @AfterEach
    void closeShell() {
        onUiThread(() -> {
            if (shell != null) {
                shell.dispose();
            }
            return null;
        });
    }

    private static SceneLayers layers(SceneLayers.Entry... more) {
        return new SceneLayers(Stream.concat(Stream.of(entry("cloud", CloudLayer::new), entry("slice",
                SlicePlaneLayer::new)), Stream.of(more)).toList());
    }

    private static SceneLayers.Entry entry(String id, Supplier<SceneLayer> layer) {
        return new SceneLayers.Entry(id, id, "A layer.", "org.glomera.test", layer::get);
    }

    private void open(Supplier<Optional<RenderEngine>> engines, SceneLayers layers) {
        onUiThread(() -> {
            shell = new Shell(PlatformUI.getWorkbench().getDisplay());
            shell.setLayout(new FillLayout());
            shell.setSize(1100, 700);
            page = new ScenePage(shell, engines, layers, new FileWriting(shell, words -> { }));
            shell.open();
            return null;
        });
    }

    private void open(String caseId) throws Exception {
        open(() -> Optional.of(engine), layers());
        show(caseId);
    }

    private void show(String caseId) throws Exception {
        onUiThread(() -> {
            page.open(new SliceInput(study.root(), caseId, ""));
            return null;
        });
        waitUntil(() -> page.model().content().images().caseId().equals(caseId) && page.isAtRest(),
                () -> page.sentences() + ", drawn: " + engine.drawn);
    }

    private void waitForPicture() throws Exception {
        waitUntil(page::isAtRest, () -> page.sentences());
    }

    private void change(java.util.function.UnaryOperator<SceneSettings> how) throws Exception {
        onUiThread(() -> {
            page.model().setSettings(how.apply(page.model().settings()));
            return null;
        });
        waitForPicture();
    }

    /** Where a pane shows a point, in the coordinates of mouse events. UI thread. */
    private Point place(int pane, Vector3 mm) {
        SceneCanvas canvas = page.canvas();
        Rectangle box = SceneOverlay.place(canvas.drawn(), pane, canvas.pictureWidth(), canvas.getSize().y);
        return SceneOverlay.place(canvas.drawn(), mm, box).orElseThrow();
    }

    /** The colour of the picture where a pane shows a point. */
    private int colour(int pane, Vector3 mm) {
        return onUiThread(() -> {
            Point at = place(pane, mm);
            double scale = page.canvas().pixelsPerPoint();
            return page.canvas().drawn().picture().rgb((int) (at.x * scale), (int) (at.y * scale));
        });
    }

    private void send(int type, int button, int x, int y, int count, int stateMask) {
        Event event = new Event();
        event.button = button;
        event.x = x;
        event.y = y;
        event.count = count;
        event.stateMask = stateMask;
        page.canvas().notifyListeners(type, event);
    }

    private void click(int pane, Vector3 mm) {
        onUiThread(() -> {
            Point at = place(pane, mm);
            send(SWT.MouseDown, 1, at.x, at.y, 1, 0);
            send(SWT.MouseUp, 1, at.x, at.y, 1, SWT.BUTTON1);
            return null;
        });
    }

    private void press(int key) {
        Event event = new Event();
        event.keyCode = key;
        page.canvas().notifyListeners(SWT.KeyDown, event);
    }

    @Test
    void firstPicture_hasPeopleAndNetworksSideBySide_fromTheFront() throws Exception {
        open("c1");
        // people's delineation, "moved" and "half"; "none" has no surface
        assertEquals(3, engine.last.panes().size());
        assertEquals(List.of("kidneys_ct/right", "kidneys_ct/left"),
                engine.last.panes().get(0).items().stream().map(each -> each.id()).toList());
        assertEquals(0, engine.last.camera().forward().plus(StandardView.FRONT.from()).length(), 1e-9);
        onUiThread(() -> {
            int right = place(0, SceneSamples.middle(Side.RIGHT)).x;
            int left = place(0, SceneSamples.middle(Side.LEFT)).x;
            assertTrue(right < left, "the patient's right kidney is on the picture's left: " + right + ", " + left);
            return null;
        });
    }

    @Test
    void aPixelInsideTheKidney_hasTheNetworksColour_orThatOfItsDistance() throws Exception {
        open("c1");
        assertEquals(ViewedCaseReader.MANUAL_CT, colour(0, SceneSamples.middle(Side.RIGHT)));
        // +2 mm in -5..5: place 256 * 7 / 10 = 179
        assertEquals(ColourMap.BLUE_RED.at(179), colour(1, SceneSamples.middle(Side.RIGHT)));
        onUiThread(() -> {
            press('d');
            return null;
        });
        waitForPicture();
        assertEquals(Palette.of(page.model().content().delineations().stream()
                .filter(each -> each.id().startsWith("run/")).map(each -> each.id()).toList().indexOf("run/moved")),
                colour(1 + indexOfPane("run/moved"), SceneSamples.middle(Side.RIGHT)));
        assertEquals(SceneItems.DARK, colour(1, new Vector3(0, 0, SceneSamples.middle(Side.RIGHT).z())));
    }

    /** The place of a network among the panes of networks. */
    private int indexOfPane(String delineation) {
        return PanePlan.of(page.model().content(), page.model().settings()).stream()
                .map(plan -> plan.delineations().get(0).id()).filter(id -> id.startsWith("run/")).toList()
                .indexOf(delineation);
    }

    @Test
    void aHiddenSurface_isNotDrawn_andABoxInTheTreeBringsItBack() throws Exception {
        open("c1");
        change(settings -> settings.withArrangement(Arrangement.TOGETHER).withDistances(settings.distances()
                .withShown(false)));
        assertEquals(1, engine.last.panes().size());
        int before = engine.last.panes().get(0).items().size();
        onUiThread(() -> {
            TreeItem first = page.controls().tree().control().getItem(0);
            assertEquals("Manual on CT", first.getText());
            first.setChecked(false);
            Event event = new Event();
            event.item = first;
            event.detail = SWT.CHECK;
            page.controls().tree().control().notifyListeners(SWT.Selection, event);
            return null;
        });
        waitForPicture();
        assertEquals(before - 2, engine.last.panes().get(0).items().size());
        change(settings -> settings.withShown("kidneys_ct/right", true));
        assertEquals(before - 1, engine.last.panes().get(0).items().size());
        assertTrue(onUiThread(() -> page.controls().tree().control().getItem(0).getGrayed()));
    }

    @Test
    void anEmptyMask_aMissingKidney_andALostFile_areSaidInTheirPlace() throws Exception {
        open("c1");
        onUiThread(() -> {
            List<String> lines = lines();
            assertTrue(lines.contains("Network none | empty | "), lines.toString());
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("Network half | 26.2 | empty")),
                    lines.toString());
            return null;
        });
        show("c3");
        onUiThread(() -> {
            assertTrue(lines().contains("Network moved | none | "), lines().toString());
            assertEquals("This case has no SPECT image.", page.sentences());
            return null;
        });
    }

    private List<String> lines() {
        return Stream.of(page.controls().tree().control().getItems())
                .map(item -> item.getText(0) + " | " + item.getText(1) + " | " + item.getText(2)).toList();
    }

    @Test
    void aCaseWhoseImagesAreGone_stillShowsItsSurfaces() throws Exception {
        Files.delete(study.caseFile("c2", CaseFile.CT));
        Files.delete(study.caseFile("c2", CaseFile.SPECT));
        open("c2");
        assertTrue(onUiThread(page::sentences).contains("ct.nii.gz"), onUiThread(page::sentences));
        assertEquals(ViewedCaseReader.MANUAL_CT, colour(0, SceneSamples.middle(Side.LEFT)));
    }

    @Test
    void aDrag_turnsTheScene_inDraftsFirst_withShiftItMoves_theWheelMagnifies() throws Exception {
        open("c1");
        Camera first = onUiThread(() -> page.model().camera());
        onUiThread(() -> {
            send(SWT.MouseDown, 1, 100, 100, 1, 0);
            send(SWT.MouseMove, 0, 160, 100, 0, SWT.BUTTON1);
            // to the right: the patient turns to the right of the picture, so the camera goes to the patient's right
            assertTrue(page.model().camera().positionMm().x() < first.positionMm().x());
            assertEquals(first.distanceMm(), page.model().camera().distanceMm(), 1e-6);
            return null;
        });
        waitUntil(() -> page.canvas().drawn().view().draft(), () -> "no draft was drawn");
        onUiThread(() -> {
            send(SWT.MouseUp, 1, 160, 100, 1, SWT.BUTTON1);
            return null;
        });
        waitForPicture();
        onUiThread(() -> {
            assertFalse(page.canvas().drawn().view().draft());
            Camera turned = page.model().camera();
            send(SWT.MouseDown, 1, 100, 100, 1, SWT.SHIFT);
            send(SWT.MouseMove, 0, 100, 150, 0, SWT.BUTTON1 | SWT.SHIFT);
            send(SWT.MouseUp, 1, 100, 150, 1, SWT.BUTTON1);
            assertNotEquals(turned.focalMm(), page.model().camera().focalMm());
            assertEquals(0, turned.forward().minus(page.model().camera().forward()).length(), 1e-9);
            Camera panned = page.model().camera();
            send(SWT.MouseVerticalWheel, 0, 100, 100, 3, 0);
            assertEquals(panned.distanceMm() / 1.12, page.model().camera().distanceMm(), 1e-6);
            return null;
        });
        waitForPicture();
    }

    @Test
    void keys_lookFromTheSidesOfThePatient() throws Exception {
        open("c1");
        onUiThread(() -> {
            press('p');
            assertEquals(0, page.model().camera().forward().minus(new Vector3(0, -1, 0)).length(), 1e-9);
            press('h');
            assertEquals(0, page.model().camera().forward().minus(new Vector3(0, 0, -1)).length(), 1e-9);
            press('l');
            assertEquals(0, page.model().camera().forward().minus(new Vector3(-1, 0, 0)).length(), 1e-9);
            return null;
        });
    }

    @Test
    void aClick_saysPositionDistanceActivityAndHounsfieldUnits() throws Exception {
        open("c1");
        Vector3 middle = SceneSamples.front(Side.RIGHT);
        click(1, middle);
        waitUntil(() -> page.model().pick().isPresent(), () -> "nothing was hit");
        onUiThread(() -> {
            // the front face of the box begins half a voxel before row 4: -28 + 3.5 * 4 = -14 mm
            assertEquals(-14, page.model().pick().get().pointMm().y(), 1e-3);
            assertEquals(middle.x(), page.model().pick().get().pointMm().x(), 2 * PIXEL_MM);
            String words = page.readOut();
            assertTrue(words.contains("right kidney"), words);
            assertTrue(words.contains("+2.0 mm to Manual on CT"), words);
            assertTrue(words.contains("SPECT 5,000\u00a0Bq/ml"), words);
            assertTrue(words.contains("CT 30\u00a0HU"), words);
            press(SWT.ESC);
            assertTrue(page.model().pick().isEmpty());
            return null;
        });
    }

    @Test
    void twoClicksWhileMeasuring_giveTheDistance_andEscEndsIt() throws Exception {
        open("c1");
        onUiThread(() -> {
            press('m');
            return null;
        });
        click(0, SceneSamples.front(Side.RIGHT));
        waitUntil(() -> page.model().measured().size() == 1, () -> "no first point");
        click(0, SceneSamples.front(Side.LEFT));
        waitUntil(() -> page.model().measured().size() == 2, () -> "no second point");
        onUiThread(() -> {
            // 28 voxels of 3 mm, both on the front faces
            double mm = page.model().measured().get(1).minus(page.model().measured().get(0)).length();
            assertEquals(84, mm, 3 * PIXEL_MM);
            assertTrue(page.readOut().endsWith(String.format("%.1f mm", mm)), page.readOut());
            press(SWT.ESC);
            assertTrue(page.model().measured().isEmpty());
            assertTrue(page.model().isMeasuring());
            press(SWT.ESC);
            assertFalse(page.model().isMeasuring());
            return null;
        });
    }

    @Test
    void cloudAndSlice_areDrawnInEveryPane_theCutKeepsTheOtherSide() throws Exception {
        open("c1");
        change(settings -> settings.withCloud(settings.cloud().withShown(true)).withSlice(settings.slice()
                .withShown(true).withPlane(Plane.AXIAL)));
        engine.last.panes().forEach(pane -> {
            CloudItem cloud = pane.items().stream().filter(CloudItem.class::isInstance).map(CloudItem.class::cast)
                    .findFirst().orElseThrow();
            assertEquals(0.15 * SceneSamples.ACTIVITY, cloud.low(), 1e-6);
            assertEquals(0.8 * SceneSamples.ACTIVITY, cloud.high(), 1e-6);
            PlaneItem slice = pane.items().stream().filter(PlaneItem.class::isInstance).map(PlaneItem.class::cast)
                    .findFirst().orElseThrow();
            // the middle of the kidneys: slices 6 to 17 have their middle at 11.5, which is rounded up to slice 12
            assertEquals(939, slice.originMm().z(), 1e-3);
        });
        assertTrue(engine.last.clip().isEmpty());
        change(settings -> settings.withClip(settings.clip().withShown(true).withFrom(StandardView.HEAD)
                .withDepth(0.25)));
        // the kidneys reach from 900 + 5.5 * 3.25 to 900 + 17.5 * 3.25 = 956.875 mm; a quarter of 39 mm is cut away
        assertEquals(956.875 - 9.75, engine.last.clip().get().pointMm().z(), 1e-3);
        assertTrue(engine.last.clip().get().keeps(new Vector3(0, 0, 920)));
        assertFalse(engine.last.clip().get().keeps(new Vector3(0, 0, 955)));
    }

    @Test
    void smoothing_isSaidInWords_andCanBeSwitchedOff() throws Exception {
        open("c1");
        assertEquals("The drawn surfaces depart at most 0.4\u00a0mm, on average 0.1\u00a0mm, from the voxels' surface; their"
                + " volume differs by at most 1.0\u00a0%.", onUiThread(() -> page.controls().fidelity()));
        change(settings -> settings.withSmooth(false));
        waitUntil(() -> page.controls().fidelity().contains("at most 0.0\u00a0mm"), () -> page.controls().fidelity());
    }

    @Test
    void anotherReference_isMeasuredAndColoured() throws Exception {
        open("c1");
        change(settings -> settings.withDistances(settings.distances().withReference("run/moved")));
        waitForPicture();
        // now people's surfaces have distances too, and the reference has none
        assertEquals(ColourMap.BLUE_RED.at(179), colour(0, SceneSamples.middle(Side.RIGHT)));
        assertEquals(Optional.empty(), onUiThread(() -> page.model().content().surface("run/moved/right")
                .flatMap(each -> SceneItems.colouring(each, page.model().state()))));
    }

    @Test
    void aMissingDisplay_isSaid_withWhatToInstall_andTryingAgainHelps() throws Exception {
        engine.display = new Availability.Missing("There is no display.", "Start it in a desktop.");
        open(() -> Optional.of(engine), layers());
        onUiThread(() -> {
            page.open(new SliceInput(study.root(), "c1", ""));
            return null;
        });
        waitUntil(() -> page.mayTryAgain(), () -> page.sentences());
        String words = onUiThread(page::sentences);
        assertTrue(words.contains("There is no display.") && words.contains("Start it in a desktop."), words);
        engine.display = new Availability.Ready();
        onUiThread(() -> {
            page.tryAgain();
            return null;
        });
        waitForPicture();
        assertEquals(ViewedCaseReader.MANUAL_CT, colour(0, SceneSamples.middle(Side.RIGHT)));
    }

    @Test
    void withoutAnEngine_thePageSaysWhatToInstall() throws Exception {
        open(Optional::empty, layers());
        waitUntil(() -> page.mayTryAgain(), () -> page.sentences());
        assertTrue(onUiThread(page::sentences).contains("Install"), onUiThread(page::sentences));
    }

    @Test
    void aCaseThatIsNotThere_isSaid() throws Exception {
        open(() -> Optional.of(engine), layers());
        onUiThread(() -> {
            page.open(new SliceInput(study.root(), "c9", ""));
            return null;
        });
        waitUntil(() -> page.mayTryAgain(), () -> page.sentences());
        assertTrue(onUiThread(page::sentences).contains("c9"), onUiThread(page::sentences));
    }

    @Test
    void aLayerThatFails_isSaid_andTheRestIsDrawn() throws Exception {
        open(() -> Optional.of(engine), layers(entry("broken", () -> (scene, settings, monitor) -> {
            throw new IllegalStateException("broken on purpose");
        })));
        show("c1");
        waitUntil(() -> page.sentences().contains("broken"), () -> page.sentences());
        assertEquals(ViewedCaseReader.MANUAL_CT, colour(0, SceneSamples.middle(Side.RIGHT)));
    }

    @Test
    void closing_givesTheRendererBack() throws Exception {
        open("c1");
        assertEquals(1, engine.open.get());
        onUiThread(() -> {
            shell.dispose();
            return null;
        });
        assertEquals(0, engine.open.get());
    }

    @Test
    void aSavedPicture_showsWhatIsSeen_withTheWordsOverIt() throws Exception {
        open("c1");
        Path file = folder.resolve("picture.png");
        Job job = onUiThread(() -> page.takeAlong().savePicture(file));
        job.join();
        ImageData saved = new ImageData(file.toString());
        onUiThread(() -> {
            assertEquals(page.canvas().getSize().x, saved.width);
            Point at = place(0, SceneSamples.middle(Side.RIGHT));
            assertEquals(new RGB(0xf0, 0xe4, 0x42), saved.palette.getRGB(saved.getPixel(at.x, at.y)));
            boolean hasTitle = false;
            for (int x = 0; x < 200; x++) {
                RGB rgb = saved.palette.getRGB(saved.getPixel(x, 20));
                hasTitle |= rgb.red > 200 && rgb.green > 200 && rgb.blue > 200;
            }
            assertTrue(hasTitle, "no light pixel of the title");
            return null;
        });
    }

    @Test
    void aTurntable_isASeriesOfPictures_andACancelledOneLeavesNone() throws Exception {
        open("c1");
        Path turn = folder.resolve("turn");
        Job job = onUiThread(() -> page.takeAlong().turntable(engine, page.items(), new Turntable.Wish(4, 320, 200),
                turn));
        job.join();
        try (Stream<Path> files = Files.list(turn)) {
            assertEquals(List.of("c1_000.png", "c1_001.png", "c1_002.png", "c1_003.png"),
                    files.map(each -> each.getFileName().toString()).sorted().toList());
        }
        assertEquals(320, new ImageData(turn.resolve("c1_002.png").toString()).width);
        // the third of four pictures is seen from the back
        assertEquals(0, engine.last.camera().forward().minus(new Vector3(-1, 0, 0)).length(), 1e-6);
        Path broken = folder.resolve("broken");
        Job cancelled = onUiThread(() -> page.takeAlong().turntable(engine, page.items(),
                new Turntable.Wish(Turntable.MOST_PICTURES, 320, 200), broken));
        while (!Files.exists(broken.resolve("c1_001.png"))) {
            Thread.sleep(5);
        }
        cancelled.cancel();
        cancelled.join();
        try (Stream<Path> files = Files.list(broken)) {
            assertEquals(0, files.count());
        }
        assertEquals(1, engine.open.get());
    }

    @Test
    void surfaces_areExported_aFileEach() throws Exception {
        open("c1");
        Path target = folder.resolve("surfaces");
        Job job = onUiThread(() -> page.takeAlong().surfaces(engine, MeshFormat.PLY, target));
        job.join();
        try (Stream<Path> files = Files.list(target)) {
            assertEquals(List.of("c1_half_right.ply", "c1_kidneys_ct_left.ply", "c1_kidneys_ct_right.ply",
                    "c1_moved_left.ply", "c1_moved_right.ply"),
                    files.map(each -> each.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.readString(target.resolve("c1_moved_left.ply")).endsWith("true"), "its distances are written");
        assertTrue(Files.readString(target.resolve("c1_kidneys_ct_left.ply")).endsWith("false"));
    }
}
