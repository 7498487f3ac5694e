package org.glomera.render.vtk.scene;

import java.util.Objects;

import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.scene.SurfaceItem;
import org.glomera.render.vtk.natives.VtkObjects;

import vtk.vtkActor;
import vtk.vtkPlane;
import vtk.vtkPolyData;
import vtk.vtkPolyDataMapper;
import vtk.vtkProp;
import vtk.vtkProperty;
import vtk.vtkRenderWindow;
import vtk.vtkUnsignedCharArray;

/** A surface in one pane. */
final class ShownSurface extends Shown {

    private static final double AMBIENT = 0.25;
    private static final double SPECULAR = 0.15;
    private static final double SPECULAR_POWER = 25;
    /** How much of its colour the inside has, where a surface is cut open. */
    private static final double INSIDE = 0.55;

    private final VtkObjects objects = new VtkObjects();
    private final MeshCache meshes;
    private final vtkActor actor = objects.own(new vtkActor());
    private final vtkProperty property = objects.own(actor.GetProperty());
    private final vtkProperty inside = objects.own(new vtkProperty());
    private final Form fine = new Form();
    private final Form coarse = new Form();
    private SurfaceItem shown;

    ShownSurface(MeshCache meshes, SurfaceItem first) {
        this.meshes = meshes;
        this.shown = first;
        property.SetAmbient(AMBIENT);
        property.SetDiffuse(1 - AMBIENT);
        property.SetSpecularPower(SPECULAR_POWER);
    }

    /** The surface as it is, or coarser: triangles, their colours and what draws them. */
    private final class Form {
        private vtkPolyData surface;
        private vtkPolyDataMapper mapper;
        private SurfaceItem coloured;
        private boolean clipped;

        /** Makes what is missing. */
        vtkPolyDataMapper ready(SurfaceItem item, boolean isClipped, vtkPlane clip) {
            if (surface == null) {
                Geometry geometry = this == coarse ? meshes.coarse(item.mesh()) : meshes.fine(item.mesh());
                surface = objects.own(geometry.surface());
                mapper = objects.own(new vtkPolyDataMapper());
                mapper.SetInputData(surface);
                mapper.SetColorModeToDirectScalars();
            }
            if (coloured == null || !sameColours(coloured, item)) {
                colour(item);
                coloured = item;
            }
            if (clipped != isClipped) {
                clipped = isClipped;
                if (isClipped) {
                    mapper.AddClippingPlane(clip);
                } else {
                    mapper.RemoveAllClippingPlanes();
                }
            }
            return mapper;
        }

        private void colour(SurfaceItem item) {
            mapper.SetScalarVisibility(item.colouring().isPresent() ? 1 : 0);
            if (item.colouring().isPresent()) {
                Colouring colouring = item.colouring().get();
                float[] values = this == coarse ? meshes.coarseMesh(item.mesh()).mean(colouring.values())
                        : colouring.values();
                try (VtkObjects temporary = new VtkObjects()) {
                    vtkUnsignedCharArray colours = temporary.own(new vtkUnsignedCharArray());
                    colours.SetNumberOfComponents(3);
                    colours.SetJavaArray(rgb(colouring, values, item.rgb()));
                    temporary.own(surface.GetPointData()).SetScalars(colours);
                }
                surface.Modified();
            }
        }
    }

    private static boolean sameColours(SurfaceItem one, SurfaceItem other) {
        return one.colouring().equals(other.colouring())
                && (one.colouring().isEmpty() || one.rgb() == other.rgb());
    }

    private static byte[] rgb(Colouring colouring, float[] values, int without) {
        byte[] bytes = new byte[3 * values.length];
        for (int i = 0; i < values.length; i++) {
            int place = colouring.place(values[i]);
            int rgb = place < 0 ? without : colouring.map().at(place);
            bytes[3 * i] = (byte) (rgb >> 16);
            bytes[3 * i + 1] = (byte) (rgb >> 8);
            bytes[3 * i + 2] = (byte) rgb;
        }
        return bytes;
    }

    @Override
    vtkProp prop() {
        return actor;
    }

    @Override
    boolean canShow(SceneItem item) {
        return item instanceof SurfaceItem surface && Objects.equals(surface.mesh(), shown.mesh());
    }

    @Override
    void update(SceneItem item, Manner manner, vtkPlane clip) {
        shown = (SurfaceItem) item;
        actor.SetMapper((manner.coarse() ? coarse : fine).ready(shown, manner.clipped(), clip));
        actor.SetVisibility(shown.opacity() > 0 ? 1 : 0);
        property.SetOpacity(shown.opacity());
        property.SetColor(part(shown.rgb(), 16), part(shown.rgb(), 8), part(shown.rgb(), 0));
        // Colours that are to be read off a scale have no highlights.
        property.SetSpecular(shown.colouring().isPresent() ? 0 : SPECULAR);
        if (manner.clipped()) {
            inside.DeepCopy(property);
            inside.SetSpecular(0);
            inside.SetColor(INSIDE * part(shown.rgb(), 16), INSIDE * part(shown.rgb(), 8), INSIDE * part(shown.rgb(), 0));
        }
        actor.SetBackfaceProperty(manner.clipped() ? inside : null);
    }

    @Override
    void release(vtkRenderWindow window) {
        super.release(window);
        for (Form form : new Form[] {fine, coarse}) {
            if (form.mapper != null) {
                form.mapper.ReleaseGraphicsResources(window);
            }
        }
    }

    @Override
    public void close() {
        objects.close();
    }
}
