package org.glomera.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.render.scene.Camera;
import org.glomera.render.scene.CloudItem;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.Mesh;
import org.glomera.render.scene.RenderEngine;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.scene.ScenePane;
import org.glomera.render.scene.SceneRenderer;
import org.glomera.render.scene.SceneView;
import org.glomera.render.scene.StandardView;
import org.glomera.render.scene.SurfaceItem;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.Extent;
import org.glomera.render.surface.SurfaceMaker;
import org.glomera.render.surface.SurfaceOptions;

/**
 * Times how fast the 3D view is drawn: the surfaces of two kidneys, manual and of two networks, made of masks on a CT of
 * 0.9766 x 0.9766 x 2 mm, and a SPECT of 128 x 128 x 128 voxels of 4.4 mm as a cloud, in one, two or four panes of a
 * picture of 800 x 600 pixels.
 */
public final class SceneBench {

    private static final int WIDTH_PX = 800;
    private static final int HEIGHT_PX = 600;
    private static final int NOT_COUNTED = 15;
    private static final int DRAGGED = 60;
    private static final int FULL = 10;
    private static final double DEGREES_A_PICTURE = 3;
    private static final int[] COLOURS = {0xf0e442, 0x0072b2, 0xd55e00};
    private static final double HALF = 0.5;

    /**
     * What was measured.
     *
     * @param what the scene
     * @param draggedMs the median time of a picture while something is dragged
     * @param slowestMs the slowest of 20 such pictures is at most this (95th percentile)
     * @param perSecond how many of them were drawn in a second on average
     * @param fullMs the median time of a picture in full
     */
    public record Result(String what, double draggedMs, double slowestMs, double perSecond, double fullMs) {
    }

    private final RenderEngine engine;
    /** The manual right and left kidney, then those of each network. */
    private final List<Mesh> meshes;
    private final Volume spect;

    /**
     * Makes the surfaces and the SPECT.
     *
     * @throws GlomeraException when the engine cannot make surfaces
     */
    public SceneBench(RenderEngine engine, IProgressMonitor monitor) throws GlomeraException {
        this.engine = engine;
        SurfaceMaker maker = engine.surfaces();
        SubMonitor progress = SubMonitor.convert(monitor, "Surfaces", 6);
        Grid ct = DrawnKidneys.grid(220, 90, 80, new Vector3(0.9766, 0.9766, 2));
        meshes = new ArrayList<>();
        for (LabelMap labels : List.of(DrawnKidneys.reference(ct, 0), DrawnKidneys.candidate(ct, 2),
                DrawnKidneys.candidate(ct, 5))) {
            for (Side side : Side.values()) {
                meshes.add(maker.surface(labels, side, SurfaceOptions.defaults(), progress.split(1)).orElseThrow()
                        .mesh());
            }
        }
        spect = spect();
    }

    private static Volume spect() {
        Grid grid = DrawnKidneys.grid(128, 128, 128, new Vector3(4.4, 4.4, 4.4));
        float[] values = new float[grid.voxelCount()];
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    Vector3 at = grid.patientMm(x, y, z);
                    double from = Math.pow((Math.abs(at.x()) - 60) / 30, 2) + Math.pow(at.y() / 28, 2)
                            + Math.pow(at.z() / 55, 2);
                    values[grid.index(x, y, z)] = (float) (3e5 * Math.exp(-from) + 4e3);
                }
            }
        }
        return new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values);
    }

    /** How many triangles the six surfaces have together. */
    public int triangles() {
        return meshes.stream().mapToInt(Mesh::triangleCount).sum();
    }

    /**
     * Drags the camera around a scene, then draws it in full.
     *
     * @param panes one shows all six surfaces; of two or four, each shows the manual ones and those of a network, whose
     *        vertices are coloured
     * @param opacity of the manual surfaces
     * @param cloud whether the SPECT is drawn too
     */
    public Result measure(int panes, double opacity, boolean cloud, IProgressMonitor monitor) throws GlomeraException {
        String what = panes + (panes == 1 ? " pane" : " panes") + (opacity < 1 ? ", half transparent" : "")
                + (cloud ? ", SPECT as a cloud" : "");
        SubMonitor progress = SubMonitor.convert(monitor, what, NOT_COUNTED + DRAGGED + FULL + 1);
        List<ScenePane> scene = new ArrayList<>();
        for (int pane = 0; pane < panes; pane++) {
            scene.add(pane(panes, pane, opacity, cloud));
        }
        try (SceneRenderer renderer = engine.open()) {
            times(renderer, scene, true, NOT_COUNTED, progress);
            double[] dragged = times(renderer, scene, true, DRAGGED, progress);
            double perSecond = 1000 * DRAGGED / Arrays.stream(dragged).sum();
            times(renderer, scene, false, 1, progress);
            double[] full = times(renderer, scene, false, FULL, progress);
            Arrays.sort(dragged);
            Arrays.sort(full);
            return new Result(what, dragged[DRAGGED / 2], dragged[DRAGGED * 95 / 100], perSecond, full[FULL / 2]);
        }
    }

    private ScenePane pane(int panes, int pane, double opacity, boolean cloud) {
        List<SceneItem> items = new ArrayList<>();
        for (int i = 0; i < meshes.size(); i++) {
            int who = i / 2;
            boolean manual = who == 0;
            if (manual || panes == 1 || who == 1 + pane % 2) {
                items.add(new SurfaceItem("surface" + i, "Kidney", meshes.get(i), COLOURS[who], manual ? opacity : 1,
                        manual || panes == 1 ? Optional.empty() : Optional.of(waves(meshes.get(i)))));
            }
        }
        if (cloud) {
            items.add(new CloudItem("spect", "SPECT", spect, 3e4, 3e5, ColourMap.INFERNO, HALF));
        }
        return new ScenePane(items);
    }

    private static Colouring waves(Mesh mesh) {
        float[] values = new float[mesh.pointCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (5 * Math.sin(mesh.pointsMm()[3 * i + 2] / 12));
        }
        return new Colouring(values, -5, 5, ColourMap.VIRIDIS, "Distance", "mm");
    }

    private double[] times(SceneRenderer renderer, List<ScenePane> scene, boolean draft, int count, SubMonitor progress)
            throws GlomeraException {
        int columns = scene.size() == 1 ? 1 : 2;
        Extent extent = meshes.stream().map(Mesh::extent).reduce(Extent::and).orElseThrow();
        double aspect = WIDTH_PX / (double) columns / (HEIGHT_PX / (scene.size() > 2 ? 2.0 : 1));
        Camera camera = Camera.of(StandardView.FRONT, extent).fit(extent, aspect);
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            progress.split(1);
            camera = camera.orbit(DEGREES_A_PICTURE, i % 20 < 10 ? 1 : -1);
            long start = System.nanoTime();
            draw(renderer, new SceneView(scene, columns, camera, Optional.empty(), 0, true, WIDTH_PX, HEIGHT_PX, draft));
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return times;
    }

    private static void draw(SceneRenderer renderer, SceneView view) throws GlomeraException {
        try {
            renderer.render(view).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GlomeraException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }
}
