package org.glomera.ui.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.outside.Availability;
import org.glomera.core.volume.LabelMap;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.Mesh;
import org.glomera.render.scene.PaneBox;
import org.glomera.render.scene.Pick;
import org.glomera.render.scene.RenderEngine;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.scene.ScenePicture;
import org.glomera.render.scene.SceneRenderer;
import org.glomera.render.scene.SceneView;
import org.glomera.render.scene.SurfaceItem;
import org.glomera.render.surface.Fidelity;
import org.glomera.render.surface.KidneySurface;
import org.glomera.render.surface.MeshFormat;
import org.glomera.render.surface.SurfaceMaker;
import org.glomera.render.surface.SurfaceOptions;

/**
 * Draws without a toolkit: surfaces are the voxels' faces, unlit, in front of each other by a depth for each pixel;
 * clouds, planes and opacity are left out. Every vertex lies 2 mm outside its reference.
 */
final class FakeEngine implements RenderEngine, SurfaceMaker {

    /** What {@link #distancesMm} gives for every vertex. */
    static final float DISTANCE_MM = 2;

    /** Renderers that were opened and not closed. */
    final AtomicInteger open = new AtomicInteger();
    /** Pictures that were drawn. */
    final AtomicInteger drawn = new AtomicInteger();
    /** What {@link #display()} says; tests may take it away and give it back. */
    volatile Availability display = new Availability.Ready();
    /** The last view that was drawn. */
    volatile SceneView last;

    @Override
    public Availability libraries() {
        return new Availability.Ready();
    }

    @Override
    public Availability display() {
        return display;
    }

    @Override
    public SurfaceMaker surfaces() {
        return this;
    }

    @Override
    public SceneRenderer open() {
        open.incrementAndGet();
        return new Renderer();
    }

    @Override
    public Optional<KidneySurface> surface(LabelMap labels, Side side, SurfaceOptions options,
            IProgressMonitor monitor) {
        Grid grid = labels.grid();
        List<Float> points = new ArrayList<>();
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    if (labels.at(x, y, z) == side.label()) {
                        addFaces(labels, side.label(), x, y, z, points);
                    }
                }
            }
        }
        if (points.isEmpty()) {
            return Optional.empty();
        }
        float[] coordinates = new float[points.size()];
        int[] triangles = new int[points.size() / 12 * 6];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = points.get(i);
        }
        for (int face = 0; face < triangles.length / 6; face++) {
            int[] corners = {0, 1, 2, 0, 2, 3};
            for (int i = 0; i < 6; i++) {
                triangles[6 * face + i] = 4 * face + corners[i];
            }
        }
        Mesh mesh = new Mesh(coordinates, triangles);
        double ml = labels.volumeMl(side);
        return Optional.of(new KidneySurface(side, mesh, options.equals(SurfaceOptions.none())
                ? new Fidelity(0, 0, ml, ml, triangles.length, triangles.length)
                : new Fidelity(0.4, 0.1, ml, 0.99 * ml, triangles.length, triangles.length / 2)));
    }

    private static void addFaces(LabelMap labels, int label, int x, int y, int z, List<Float> points) {
        Grid grid = labels.grid();
        for (int axis = 0; axis < 3; axis++) {
            for (int end = -1; end <= 1; end += 2) {
                int[] next = {x, y, z};
                next[axis] += end;
                if (grid.contains(next[0], next[1], next[2]) && labels.at(next[0], next[1], next[2]) == label) {
                    continue;
                }
                for (int corner = 0; corner < 4; corner++) {
                    double[] at = {x, y, z};
                    at[axis] += 0.5 * end;
                    at[(axis + 1) % 3] += corner == 0 || corner == 3 ? -0.5 : 0.5;
                    at[(axis + 2) % 3] += corner < 2 ? -0.5 : 0.5;
                    Vector3 mm = grid.patientMm(at[0], at[1], at[2]);
                    points.add((float) mm.x());
                    points.add((float) mm.y());
                    points.add((float) mm.z());
                }
            }
        }
    }

    @Override
    public float[] distancesMm(Mesh of, Mesh to, IProgressMonitor monitor) {
        float[] values = new float[of.pointCount()];
        Arrays.fill(values, DISTANCE_MM);
        return values;
    }

    @Override
    public void write(Path file, Mesh mesh, Optional<Colouring> colouring, MeshFormat format) throws GlomeraException {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, format + " " + mesh.triangleCount() + " " + colouring.isPresent());
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "'" + file + "' could not be written.", e);
        }
    }

    private final class Renderer implements SceneRenderer {

        private boolean isClosed;
        private SceneView view;
        private Raster raster;

        @Override
        public CompletableFuture<ScenePicture> render(SceneView wanted) {
            return CompletableFuture.supplyAsync(() -> {
                Raster made = new Raster(wanted);
                view = wanted;
                raster = made;
                last = wanted;
                drawn.incrementAndGet();
                return new ScenePicture(wanted.width(), wanted.height(), made.argb);
            });
        }

        @Override
        public CompletableFuture<Optional<Pick>> pick(int x, int y) {
            SurfaceItem item = raster.items[y * view.width() + x];
            if (item == null) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            return CompletableFuture.completedFuture(Optional.of(new Pick(view.paneAt(x, y).orElseThrow(), item.id(),
                    raster.points[y * view.width() + x], item.colouring().isPresent() ? DISTANCE_MM : Double.NaN)));
        }

        @Override
        public void close() {
            if (!isClosed) {
                isClosed = true;
                open.decrementAndGet();
            }
        }
    }

    /** The pixels of a picture, what is seen at each, and where. */
    private static final class Raster {

        final int[] argb;
        final SurfaceItem[] items;
        final Vector3[] points;
        private final double[] depths;
        private final SceneView view;

        Raster(SceneView view) {
            this.view = view;
            int size = view.width() * view.height();
            argb = new int[size];
            Arrays.fill(argb, 0xff000000 | view.backgroundRgb());
            items = new SurfaceItem[size];
            points = new Vector3[size];
            depths = new double[size];
            Arrays.fill(depths, Double.MAX_VALUE);
            for (int pane = 0; pane < view.panes().size(); pane++) {
                for (SceneItem item : view.panes().get(pane).items()) {
                    if (item instanceof SurfaceItem surface) {
                        draw(surface, view.box(pane));
                    }
                }
            }
        }

        private void draw(SurfaceItem item, PaneBox box) {
            Mesh mesh = item.mesh();
            Vector3[] at = new Vector3[mesh.pointCount()];
            for (int i = 0; i < at.length; i++) {
                at[i] = view.camera().project(mesh.point(i), box.width(), box.height());
            }
            for (int i = 0; i < mesh.triangles().length; i += 3) {
                int a = mesh.triangles()[i];
                int b = mesh.triangles()[i + 1];
                int c = mesh.triangles()[i + 2];
                fill(item, box, at[a], at[b], at[c], mesh.point(a), mesh.point(b), mesh.point(c));
            }
        }

        private void fill(SurfaceItem item, PaneBox box, Vector3 a, Vector3 b, Vector3 c, Vector3 pa, Vector3 pb,
                Vector3 pc) {
            double area = (b.x() - a.x()) * (c.y() - a.y()) - (c.x() - a.x()) * (b.y() - a.y());
            if (Math.abs(area) < 1e-9) {
                return;
            }
            int x0 = (int) Math.max(0, Math.floor(Math.min(a.x(), Math.min(b.x(), c.x()))));
            int x1 = (int) Math.min(box.width() - 1, Math.ceil(Math.max(a.x(), Math.max(b.x(), c.x()))));
            int y0 = (int) Math.max(0, Math.floor(Math.min(a.y(), Math.min(b.y(), c.y()))));
            int y1 = (int) Math.min(box.height() - 1, Math.ceil(Math.max(a.y(), Math.max(b.y(), c.y()))));
            for (int y = y0; y <= y1; y++) {
                for (int x = x0; x <= x1; x++) {
                    double u = ((b.x() - x - 0.5) * (c.y() - y - 0.5) - (c.x() - x - 0.5) * (b.y() - y - 0.5)) / area;
                    double v = ((c.x() - x - 0.5) * (a.y() - y - 0.5) - (a.x() - x - 0.5) * (c.y() - y - 0.5)) / area;
                    double w = 1 - u - v;
                    if (u >= -1e-9 && v >= -1e-9 && w >= -1e-9) {
                        put(item, (box.y() + y) * view.width() + box.x() + x, u * a.z() + v * b.z() + w * c.z(),
                                pa.times(u).plus(pb.times(v)).plus(pc.times(w)));
                    }
                }
            }
        }

        private void put(SurfaceItem item, int pixel, double depth, Vector3 mm) {
            if (depth < depths[pixel] && (view.clip().isEmpty() || view.clip().get().keeps(mm))) {
                depths[pixel] = depth;
                items[pixel] = item;
                points[pixel] = mm;
                argb[pixel] = 0xff000000 | item.colouring().map(each -> each.map().at(each.place(DISTANCE_MM)))
                        .orElse(item.rgb());
            }
        }
    }
}
