package org.glomera.render.vtk.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.render.scene.Camera;
import org.glomera.render.scene.CloudItem;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.Mesh;
import org.glomera.render.scene.PlaneItem;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.scene.ScenePane;
import org.glomera.render.scene.ScenePicture;
import org.glomera.render.scene.SceneRenderer;
import org.glomera.render.scene.SceneView;
import org.glomera.render.scene.StandardView;
import org.glomera.render.scene.SurfaceItem;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.vtk.natives.VtkMessages;
import org.glomera.render.vtk.natives.VtkObjects;
import org.glomera.render.vtk.natives.VtkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import vtk.vtkObjectBase;
import vtk.vtkPolyDataMapper;

/** Renderers come and go, wait for each other and leave nothing behind. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RendererLifeTest {

    private static final Logger LOG = System.getLogger(RendererLifeTest.class.getName());
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-[0-9a-f]+ ");
    private static final Mesh MESH = Meshes.ellipsoid(new Vector3(0, 0, 0), 30, 20, 50, 60);
    private static final Camera CAMERA = Camera.of(StandardView.FRONT, MESH.extent());
    /**
     * What 150 rounds may leave behind outside Java's heap, in kilobytes. Each round holds a scene of some 2 MB and
     * windows of some 10 MB, so a leak of either would be 300 MB at least.
     */
    private static final long LEAK_KB = 100_000;
    /** What they may leave in Java's heap after its garbage was collected; a scene is some 1.5 MB there. */
    private static final long HEAP_LEAK_KB = 50_000;

    /** Memory of this process in kilobytes: what is resident without Java's heap, and what is used of that. */
    private record Memory(long nativeKb, long heapKb) {

        static Memory now() throws IOException {
            System.gc();
            return new Memory(residentKb(),
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024);
        }

        void assertFlatSince(Memory earlier, String what) {
            LOG.log(Logger.Level.INFO, "after 50 {0}: {1}; after 200: {2}", what, earlier, this);
            assertTrue(nativeKb - earlier.nativeKb < LEAK_KB, "grown from " + earlier + " to " + this);
            assertTrue(heapKb - earlier.heapKb < HEAP_LEAK_KB, "grown from " + earlier + " to " + this);
        }
    }

    private static SceneView view(List<SceneItem> items, int panes, boolean draft) {
        List<ScenePane> all = new ArrayList<>();
        for (int i = 0; i < panes; i++) {
            all.add(new ScenePane(items));
        }
        return new SceneView(all, 2, CAMERA, Optional.empty(), 0x102030, true, 240, 180, draft);
    }

    private static List<SceneItem> scene(int round) {
        Mesh mesh = new Mesh(MESH.pointsMm().clone(), MESH.triangles());
        float[] values = new float[mesh.pointCount()];
        Arrays.fill(values, round);
        Grid grid = Grid.axial(48, 48, 48, new Vector3(2, 2, 3), new Vector3(-47, -47, -70));
        float[] activity = new float[grid.voxelCount()];
        for (int i = 0; i < activity.length; i++) {
            activity[i] = i % 977;
        }
        return List.of(
                new SurfaceItem("kidney", "Kidney", mesh, 0xff8000, 0.5 + 0.5 * (round % 2),
                        Optional.of(new Colouring(values, -1, 300, ColourMap.VIRIDIS, "Distance", "mm"))),
                new CloudItem("spect", "SPECT", new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, activity), 100, 900,
                        ColourMap.HOT, 0.5),
                new PlaneItem("slice", 64, 64, new int[64 * 64], new Vector3(-60, 0, 60), new Vector3(120, 0, 0),
                        new Vector3(0, 0, -120), 1));
    }

    /**
     * What is resident of this process but for Java's heap, which grows by garbage as it likes. A heap of up to 30 GB
     * lies within the first 32 GB of addresses (compressed pointers); libraries and what they hold lie far above.
     */
    private static long residentKb() throws IOException {
        long sum = 0;
        boolean counts = false;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.lookingAt()) {
                counts = Long.parseUnsignedLong(mapping.group(1), 16) >= 1L << 35;
            } else if (counts && line.startsWith("Rss:")) {
                sum += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return sum;
    }

    private static int objects() throws Exception {
        return VtkSession.shared().call(() -> vtkObjectBase.JAVA_OBJECT_MANAGER.getSize());
    }

    @Test
    void twoHundredRenderers_openedAndClosed_leaveMemoryFlat() throws Exception {
        Displays.open().close();
        int objectsBefore = objects();
        Memory after50 = Memory.now();
        for (int round = 1; round <= 200; round++) {
            try (SceneRenderer renderer = Displays.open()) {
                List<SceneItem> items = scene(round);
                renderer.render(view(items, 1 + round % 4, true)).get();
                renderer.render(view(items, 1, false)).get();
            }
            if (round == 50) {
                after50 = Memory.now();
            }
        }
        assertEquals(objectsBefore, objects(), "VTK objects");
        Memory.now().assertFlatSince(after50, "renderers");
    }

    @Test
    void oneRenderer_whoseSceneChanges_keepsNothingOld() throws Exception {
        try (SceneRenderer renderer = Displays.open()) {
            renderer.render(view(scene(0), 2, false)).get();
            int objectsBefore = objects();
            Memory after50 = Memory.now();
            for (int round = 1; round <= 200; round++) {
                renderer.render(view(scene(round), 2, round % 2 == 0)).get();
                after50 = round == 50 ? Memory.now() : after50;
            }
            renderer.render(view(scene(0), 2, false)).get();
            assertEquals(objectsBefore, objects(), "VTK objects");
            Memory.now().assertFlatSince(after50, "scenes");
        }
    }

    @Test
    void twoRenderersOfTwoThreads_drawEachItsOwn() throws Exception {
        Displays.open().close();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int rgb : new int[] {0xff0000, 0x0000ff}) {
                results.add(threads.submit(() -> {
                    int right = 0;
                    try (SceneRenderer renderer = Displays.open()) {
                        SurfaceItem item = new SurfaceItem("kidney", "Kidney", MESH, rgb, 1, Optional.empty());
                        for (int i = 0; i < 25; i++) {
                            ScenePicture picture = renderer.render(view(List.of(item), 1, i % 2 == 0)).get();
                            right += (picture.rgb(60, 90) & 0xc000c0) == (rgb & 0xc000c0) ? 1 : 0;
                        }
                    }
                    return right;
                }));
            }
            assertEquals(25, results.get(0).get());
            assertEquals(25, results.get(1).get());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aPictureThatWasNotBegun_isOvertakenByTheNext() throws Exception {
        try (SceneRenderer renderer = Displays.open()) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            VtkSession.shared().submit(() -> {
                begun.countDown();
                return goOn.await(1, TimeUnit.MINUTES);
            });
            begun.await();
            CompletableFuture<ScenePicture> first = renderer.render(view(List.of(), 1, true));
            CompletableFuture<ScenePicture> second = renderer.render(view(List.of(), 1, true));
            CompletableFuture<ScenePicture> third = renderer.render(view(List.of(), 1, false));
            assertTrue(first.isCancelled() && second.isCancelled());
            assertFalse(third.isDone());
            goOn.countDown();
            assertEquals(240, third.get().width());
        }
    }

    @Test
    void afterClosing_nothingIsDrawnAndClosingAgainDoesNothing() throws Exception {
        SceneRenderer renderer = Displays.open();
        renderer.render(view(List.of(), 1, false)).get();
        renderer.close();
        renderer.close();
        assertTrue(renderer.render(view(List.of(), 1, false)).isCancelled());
        assertTrue(renderer.pick(1, 1).isCancelled());
    }

    @Test
    void beforeTheFirstPicture_nothingIsPicked() throws Exception {
        try (SceneRenderer renderer = Displays.open()) {
            assertEquals(Optional.empty(), renderer.pick(1, 1).get());
        }
    }

    @Test
    void whatVtkSays_goesToTheLogOnce() throws Exception {
        List<LogRecord> records = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                records.add(entry);
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        java.util.logging.Logger logger = java.util.logging.Logger.getLogger(VtkMessages.class.getName());
        logger.addHandler(handler);
        try {
            for (int i = 0; i < 3; i++) {
                VtkSession.shared().call(() -> {
                    try (VtkObjects objects = new VtkObjects()) {
                        // A mapper without an input: VTK answers with an error.
                        objects.own(new vtkPolyDataMapper()).Update();
                    }
                    return null;
                });
            }
        } finally {
            logger.removeHandler(handler);
        }
        assertEquals(1, records.size(), () -> records.stream().map(LogRecord::getMessage).toList().toString());
        assertTrue(records.get(0).getMessage().contains("vtkPolyDataMapper")
                || records.get(0).getMessage().contains("vtkCompositeDataPipeline"), records.get(0).getMessage());
    }
}
