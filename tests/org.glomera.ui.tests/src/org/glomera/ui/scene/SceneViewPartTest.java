package org.glomera.ui.scene;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.select;
import static org.glomera.ui.Workbench.waitForLine;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.outside.Availability;
import org.glomera.render.scene.RenderEngines;
import org.glomera.render.surface.MeshFormat;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Commands;
import org.glomera.ui.StudyPerspective;
import org.glomera.ui.Workbench;
import org.glomera.ui.explorer.StudyExplorer;
import org.glomera.ui.studies.OpenStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The 3D view in the workbench with the engine of the product. */
class SceneViewPartTest {

    private static final System.Logger LOG = System.getLogger(SceneViewPartTest.class.getName());

    /** How often the view is opened, docked, detached and closed; 200 takes some minutes. */
    private static final int ROUNDS = Integer.getInteger("glomera.soakRounds", 30);
    /** What a round may leave in the heap: a case of this study has about 300 kB of images and surfaces. */
    private static final long HEAP_KB_A_ROUND = 300;
    /** What the process may grow by in the second half of the rounds, in which the Java machine may still take memory. */
    private static final long PROCESS_KB = 64 << 10;

    @TempDir
    Path folder;

    private StudyFolder study;

    @BeforeEach
    void openStudy() throws Exception {
        Availability available = RenderEngines.first().orElseThrow().display();
        assertTrue(available.isReady(), available::toString);
        study = SceneSamples.study(folder.resolve("study"));
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("c1");
        select(study.root() + "/TEST/c1");
    }

    @AfterEach
    void closeEverything() {
        onUiThread(() -> {
            IViewPart view = Workbench.page().findView(SceneViewPart.ID);
            if (view != null) {
                Workbench.page().hideView(view);
            }
            return null;
        });
        Workbench.closeEverything();
    }

    private static ScenePage page() {
        IViewPart view = Workbench.page().findView(SceneViewPart.ID);
        return view == null ? null : ((SceneViewPart) view).page();
    }

    private static void waitFor(String caseId) throws Exception {
        waitUntil(() -> page() != null && page().model().content().images().caseId().equals(caseId)
                && page().isAtRest(), () -> page() == null ? "no view" : page().sentences());
    }

    private void showInScene() throws Exception {
        select(study.root() + "/TEST/c1");
        onUiThread(() -> {
            Commands.run(Commands.SHOW_IN_SCENE);
            return null;
        });
        waitFor("c1");
    }

    /** The colour of the picture where a pane shows a point. */
    private static int colour(int pane, Vector3 mm) {
        return onUiThread(() -> {
            SceneCanvas canvas = page().canvas();
            Rectangle box = SceneOverlay.place(canvas.drawn(), pane, canvas.pictureWidth(), canvas.getSize().y);
            Point at = SceneOverlay.place(canvas.drawn(), mm, box).orElseThrow();
            double scale = canvas.pixelsPerPoint();
            return canvas.drawn().picture().rgb((int) (at.x * scale), (int) (at.y * scale));
        });
    }

    private static boolean isGreener(int rgb) {
        return (rgb >> 8 & 0xff) > (rgb & 0xff) + 40;
    }

    @Test
    void showIn3D_opensTheViewOnTheSelectedCase_andDrawsItsKidneys() throws Exception {
        showInScene();
        assertEquals("c1 in 3D", onUiThread(() -> Workbench.page().findView(SceneViewPart.ID).getTitle()));
        // lit, but the yellow of people's delineation: much green, little blue
        assertTrue(isGreener(colour(0, SceneSamples.middle(Side.RIGHT))), "right kidney");
        assertTrue(isGreener(colour(0, SceneSamples.middle(Side.LEFT))), "left kidney");
        Vector3 right = SceneSamples.middle(Side.RIGHT);
        assertEquals(SceneItems.DARK, colour(0, new Vector3(0, right.y(), right.z())));
    }

    @Test
    void theView_followsTheSelection_untilItIsToldNotTo() throws Exception {
        showInScene();
        select(study.root() + "/TEST/c2");
        waitFor("c2");
        onUiThread(() -> {
            page().toolBar().setFollows(false);
            return null;
        });
        select(study.root() + "/TEST/c3");
        onUiThread(() -> {
            assertEquals("c2", page().input().orElseThrow().caseId());
            return null;
        });
    }

    @Test
    void theColoursOfDistance_tellWhereTheNetworkIsOutside() throws Exception {
        showInScene();
        // "moved" lies one voxel of 3 mm to the patient's left: its left face is 3 mm outside
        List<float[]> values = onUiThread(() -> page().model().content().surface("run/moved/left")
                .flatMap(each -> page().model().content().distancesMm(each, "")).stream().toList());
        assertEquals(1, values.size());
        double largest = 0;
        double least = 0;
        for (float value : values.get(0)) {
            largest = Math.max(largest, value);
            least = Math.min(least, value);
        }
        // smoothing moves both surfaces by less than a third of a voxel
        assertEquals(3, largest, 1);
        assertEquals(-3, least, 1);
    }

    @Test
    void exportedSurfaces_areThere() throws Exception {
        showInScene();
        for (MeshFormat format : MeshFormat.values()) {
            Path target = folder.resolve(format.extension());
            Job job = onUiThread(() -> page().takeAlong().surfaces(page().engine().orElseThrow().work().store().maker(),
                    format, target));
            job.join();
            try (Stream<Path> files = Files.list(target)) {
                assertEquals(5, files.filter(each -> each.toString().endsWith("." + format.extension())).count());
            }
        }
    }

    @Test
    void thePerspective_hasExplorerAndTheViewLarge() throws Exception {
        onUiThread(() -> PlatformUI.getWorkbench().showPerspective(ScenePerspective.ID,
                PlatformUI.getWorkbench().getWorkbenchWindows()[0]));
        try {
            waitFor("c1");
            onUiThread(() -> {
                IWorkbenchPage page = Workbench.page();
                assertNotNull(page.findView(StudyExplorer.ID));
                int whole = page.getWorkbenchWindow().getShell().getClientArea().width;
                assertTrue(page().getSize().x > 0.6 * whole, page().getSize().x + " of " + whole);
                return null;
            });
        } finally {
            onUiThread(() -> PlatformUI.getWorkbench().showPerspective(StudyPerspective.ID,
                    PlatformUI.getWorkbench().getWorkbenchWindows()[0]));
        }
    }

    @Test
    void openedDockedDetachedAndClosedManyTimes_theProgramLivesAndItsMemoryIsFlat() throws Exception {
        long[] heapKb = new long[ROUNDS];
        long[] residentKb = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            showInScene();
            if (round % 2 == 1) {
                detachAndDock();
            }
            onUiThread(() -> {
                Workbench.page().hideView(Workbench.page().findView(SceneViewPart.ID));
                return null;
            });
            heapKb[round] = heapKb();
            residentKb[round] = residentKb();
        }
        LOG.log(System.Logger.Level.INFO, "3D soak, {0} rounds: heap {1} kB, process {2} kB", ROUNDS,
                Arrays.toString(heapKb), Arrays.toString(residentKb));
        int middle = ROUNDS / 2;
        long heapGrowthKb = (heapKb[ROUNDS - 1] - heapKb[middle]) / Math.max(1, ROUNDS - 1 - middle);
        assertTrue(heapGrowthKb < HEAP_KB_A_ROUND, "the heap grows by " + heapGrowthKb + " kB a round");
        long growthKb = residentKb[ROUNDS - 1] - residentKb[middle];
        assertTrue(growthKb < PROCESS_KB, "in the second half the process grew by " + growthKb + " kB");
        assertTrue(Workbench.<Boolean>onUiThread(() -> Workbench.page().findView(SceneViewPart.ID) == null));
    }

    private static void detachAndDock() throws Exception {
        onUiThread(() -> {
            EModelService models = Workbench.page().getWorkbenchWindow().getService(EModelService.class);
            MPart part = Workbench.page().findView(SceneViewPart.ID).getSite().getService(MPart.class);
            models.detach(part.getCurSharedRef() == null ? part : part.getCurSharedRef(), 100, 100, 700, 500);
            return null;
        });
        waitUntil(() -> page().isAtRest(), () -> page().sentences());
    }

    private static long heapKb() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 10;
    }

    /** The resident size of this process as Linux counts it. */
    private static long residentKb() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong).findFirst().orElseThrow();
        }
    }
}
