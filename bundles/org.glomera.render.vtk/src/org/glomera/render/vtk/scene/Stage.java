package org.glomera.render.vtk.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.render.scene.Mesh;
import org.glomera.render.scene.Pick;
import org.glomera.render.scene.ScenePane;
import org.glomera.render.scene.ScenePicture;
import org.glomera.render.scene.SceneView;
import org.glomera.render.scene.SurfaceItem;
import org.glomera.render.vtk.natives.VtkObjects;

import vtk.vtkPlane;
import vtk.vtkRenderWindow;
import vtk.vtkUnsignedCharArray;

/**
 * One renderer's window, which is never seen, and what it keeps between two pictures. Only for VTK's thread.
 */
final class Stage implements AutoCloseable {

    /** Up to so many triangles in all panes, surfaces are drawn in full even while something is dragged. */
    private static final int TRIANGLES_AT_EASE = 40_000;

    private final VtkObjects objects = new VtkObjects();
    private final vtkRenderWindow window = objects.own(new vtkRenderWindow());
    private final vtkPlane clip = objects.own(new vtkPlane());
    private final MeshCache meshes = new MeshCache();
    private final List<PaneStage> panes = new ArrayList<>();
    private final DraftPace pace = new DraftPace();
    private SceneView last;

    Stage() {
        window.SetOffScreenRendering(1);
        // Several samples a pixel cost the processor as much as so many pictures; edges are smoothed afterwards instead.
        window.SetMultiSamples(0);
        window.SetNumberOfLayers(2);
    }

    /** Draws a picture. */
    ScenePicture draw(SceneView view) throws GlomeraException {
        long start = System.nanoTime();
        int width = view.draft() ? pace.shrunk(view.width()) : view.width();
        int height = view.draft() ? pace.shrunk(view.height()) : view.height();
        window.SetSize(width, height);
        arrange(view);
        for (int i = 0; i < panes.size(); i++) {
            panes.get(i).look(view.camera(), view.box(i), view.width(), view.height(), view.backgroundRgb(),
                    view.showOrientation());
        }
        window.Render();
        ScenePicture drawn = read(width, height);
        if (view.draft()) {
            drawn = Enlarging.to(drawn, view.width(), view.height());
            pace.took((System.nanoTime() - start) / 1e6);
        }
        fillEmptyPlaces(view, drawn);
        last = view;
        return drawn;
    }

    /** What is at a pixel of the last picture. */
    Optional<Pick> pick(int x, int y) {
        return last == null ? Optional.empty() : Picker.pick(last, x, y);
    }

    private void arrange(SceneView view) {
        while (panes.size() > view.panes().size()) {
            panes.remove(panes.size() - 1).close();
        }
        while (panes.size() < view.panes().size()) {
            panes.add(new PaneStage(window, meshes));
        }
        view.clip().ifPresent(now -> {
            clip.SetOrigin(now.pointMm().x(), now.pointMm().y(), now.pointMm().z());
            double length = now.normal().length();
            clip.SetNormal(now.normal().x() / length, now.normal().y() / length, now.normal().z() / length);
        });
        Shown.Manner manner = new Shown.Manner(view.clip().isPresent(), view.draft(),
                view.draft() && triangles(view) > TRIANGLES_AT_EASE);
        Set<Mesh> shown = new HashSet<>();
        for (int i = 0; i < panes.size(); i++) {
            ScenePane pane = view.panes().get(i);
            panes.get(i).show(pane, manner, clip);
            surfaces(pane).forEach(surface -> shown.add(surface.mesh()));
        }
        meshes.keepOnly(shown);
    }

    private static List<SurfaceItem> surfaces(ScenePane pane) {
        return pane.items().stream().filter(SurfaceItem.class::isInstance).map(SurfaceItem.class::cast).toList();
    }

    private static long triangles(SceneView view) {
        return view.panes().stream().flatMap(pane -> surfaces(pane).stream())
                .mapToLong(surface -> surface.mesh().triangleCount()).sum();
    }

    /** The picture that was drawn; VTK's first row is the lowest. */
    private ScenePicture read(int width, int height) throws GlomeraException {
        byte[] rgb;
        try (VtkObjects temporary = new VtkObjects()) {
            vtkUnsignedCharArray pixels = temporary.own(new vtkUnsignedCharArray());
            window.GetPixelData(0, 0, width - 1, height - 1, 0, pixels, 0);
            rgb = pixels.GetJavaArray();
        }
        if (rgb == null || rgb.length != 3 * width * height) {
            throw new GlomeraException(Kind.RESOURCES, "The picture of the 3D view, " + width + " by " + height
                    + " pixels, could not be drawn. Make the view smaller, or close other programs.");
        }
        int[] argb = new int[width * height];
        int from = 0;
        for (int y = height - 1; y >= 0; y--) {
            for (int to = y * width; to < (y + 1) * width; to++, from += 3) {
                argb[to] = 0xff000000 | (rgb[from] & 0xff) << 16 | (rgb[from + 1] & 0xff) << 8 | rgb[from + 2] & 0xff;
            }
        }
        return new ScenePicture(width, height, argb);
    }

    private static void fillEmptyPlaces(SceneView view, ScenePicture picture) {
        int places = view.columns() * view.rows();
        if (view.panes().size() < places) {
            // Places without a pane are the last of the last row.
            int x = view.width() * (view.panes().size() % view.columns()) / view.columns();
            int y = view.height() * (view.rows() - 1) / view.rows();
            for (; y < view.height(); y++) {
                Arrays.fill(picture.argb(), y * view.width() + x, (y + 1) * view.width(),
                        0xff000000 | view.backgroundRgb());
            }
        }
    }

    @Override
    public void close() {
        panes.forEach(PaneStage::close);
        panes.clear();
        meshes.close();
        // Frees the OpenGL context and the connection to the display now.
        window.Finalize();
        objects.close();
    }
}
