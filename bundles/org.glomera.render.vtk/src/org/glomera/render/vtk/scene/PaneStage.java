package org.glomera.render.vtk.scene;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.Camera;
import org.glomera.render.scene.CloudItem;
import org.glomera.render.scene.LineItem;
import org.glomera.render.scene.PaneBox;
import org.glomera.render.scene.PlaneItem;
import org.glomera.render.scene.PointItem;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.scene.ScenePane;
import org.glomera.render.scene.SurfaceItem;
import org.glomera.render.vtk.natives.VtkObjects;

import vtk.vtkCamera;
import vtk.vtkPlane;
import vtk.vtkRenderWindow;
import vtk.vtkRenderer;

/** One pane of the picture: what it shows, and from where. Only for VTK's thread. */
final class PaneStage implements AutoCloseable {

    /** Layers of translucent surfaces that are told apart in a picture in full: six kidneys have twelve. */
    private static final int LAYERS = 8;
    private static final double NEAREST_TO_FARTHEST = 1e-4;

    private final VtkObjects objects = new VtkObjects();
    private final vtkRenderWindow window;
    private final MeshCache meshes;
    private final vtkRenderer renderer = objects.own(new vtkRenderer());
    private final vtkCamera camera = objects.own(new vtkCamera());
    private final Map<String, Shown> items = new LinkedHashMap<>();
    private OrientationCube cube;

    PaneStage(vtkRenderWindow window, MeshCache meshes) {
        this.window = window;
        this.meshes = meshes;
        renderer.SetActiveCamera(camera);
        renderer.SetMaximumNumberOfPeels(LAYERS);
        renderer.SetOcclusionRatio(0);
        renderer.SetNearClippingPlaneTolerance(NEAREST_TO_FARTHEST);
        window.AddRenderer(renderer);
    }

    /** Brings the items up to date. */
    void show(ScenePane pane, Shown.Manner manner, vtkPlane clip) {
        Map<String, SceneItem> wanted = new HashMap<>();
        pane.items().forEach(item -> wanted.put(item.id(), item));
        Set<String> gone = new HashSet<>(items.keySet());
        gone.removeIf(id -> wanted.containsKey(id) && items.get(id).canShow(wanted.get(id)));
        gone.forEach(this::remove);
        boolean translucent = false;
        for (SceneItem item : pane.items()) {
            items.computeIfAbsent(item.id(), id -> add(item)).update(item, manner, clip);
            translucent |= item instanceof SurfaceItem surface && surface.opacity() < 1
                    || item instanceof PlaneItem plane && plane.opacity() < 1;
        }
        // In full, translucent surfaces are peeled layer by layer; while something is dragged their order counts less.
        renderer.SetUseDepthPeeling(translucent && !manner.draft() ? 1 : 0);
        renderer.SetUseFXAA(!manner.draft());
    }

    /** Brings camera and place up to date. */
    void look(Camera seen, PaneBox box, int width, int height, int backgroundRgb, boolean showOrientation) {
        renderer.SetViewport(box.x() / (double) width, (height - box.y() - box.height()) / (double) height,
                (box.x() + box.width()) / (double) width, (height - box.y()) / (double) height);
        renderer.SetBackground(Shown.part(backgroundRgb, 16), Shown.part(backgroundRgb, 8),
                Shown.part(backgroundRgb, 0));
        Vector3 position = seen.positionMm();
        Vector3 focus = seen.focalMm();
        camera.SetPosition(position.x(), position.y(), position.z());
        camera.SetFocalPoint(focus.x(), focus.y(), focus.z());
        camera.SetViewUp(seen.up().x(), seen.up().y(), seen.up().z());
        camera.SetViewAngle(seen.viewAngleDeg());
        camera.SetParallelProjection(seen.parallel() ? 1 : 0);
        camera.SetParallelScale(seen.heightMm() / 2);
        renderer.ResetCameraClippingRange();
        if (showOrientation && cube == null) {
            cube = new OrientationCube(window);
        } else if (!showOrientation && cube != null) {
            cube.close();
            cube = null;
        }
        if (cube != null) {
            cube.update(seen, box, width, height);
        }
    }

    private Shown add(SceneItem item) {
        Shown shown = made(item);
        renderer.AddViewProp(shown.prop());
        return shown;
    }

    private Shown made(SceneItem item) {
        if (item instanceof SurfaceItem surface) {
            return new ShownSurface(meshes, surface);
        }
        if (item instanceof CloudItem) {
            return new ShownCloud();
        }
        if (item instanceof PlaneItem) {
            return new ShownPlane();
        }
        return item instanceof LineItem line ? new ShownSolid(line) : new ShownSolid((PointItem) item);
    }

    private void remove(String id) {
        try (Shown shown = items.remove(id)) {
            renderer.RemoveViewProp(shown.prop());
            shown.release(window);
        }
    }

    @Override
    public void close() {
        Set.copyOf(items.keySet()).forEach(this::remove);
        if (cube != null) {
            cube.close();
        }
        window.RemoveRenderer(renderer);
        objects.close();
    }
}
