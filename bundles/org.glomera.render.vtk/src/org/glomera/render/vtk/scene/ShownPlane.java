package org.glomera.render.vtk.scene;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.PlaneItem;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.vtk.natives.VtkObjects;

import vtk.vtkActor;
import vtk.vtkImageData;
import vtk.vtkPlane;
import vtk.vtkPlaneSource;
import vtk.vtkPolyDataMapper;
import vtk.vtkProp;
import vtk.vtkProperty;
import vtk.vtkTexture;
import vtk.vtkUnsignedCharArray;

/** A picture in space in one pane. */
final class ShownPlane extends Shown {

    private final VtkObjects objects = new VtkObjects();
    private final vtkPlaneSource source = objects.own(new vtkPlaneSource());
    private final vtkImageData image = objects.own(new vtkImageData());
    private final vtkActor actor = objects.own(new vtkActor());
    private final vtkProperty property = objects.own(actor.GetProperty());
    private int[] pixels;
    private int columns;

    ShownPlane() {
        vtkPolyDataMapper mapper = objects.own(new vtkPolyDataMapper());
        mapper.SetInputConnection(objects.own(source.GetOutputPort()));
        vtkTexture texture = objects.own(new vtkTexture());
        texture.SetInputData(image);
        texture.InterpolateOn();
        texture.SetColorModeToDirectScalars();
        texture.RepeatOff();
        texture.EdgeClampOn();
        actor.SetMapper(mapper);
        actor.SetTexture(texture);
        property.LightingOff();
    }

    @Override
    vtkProp prop() {
        return actor;
    }

    @Override
    boolean canShow(SceneItem item) {
        return item instanceof PlaneItem;
    }

    @Override
    void update(SceneItem item, Manner manner, vtkPlane clip) {
        PlaneItem plane = (PlaneItem) item;
        if (pixels != plane.argb() || columns != plane.widthPx()) {
            pixels = plane.argb();
            columns = plane.widthPx();
            fill(plane);
        }
        Vector3 origin = plane.originMm();
        Vector3 right = origin.plus(plane.rightMm());
        Vector3 down = origin.plus(plane.downMm());
        source.SetOrigin(origin.x(), origin.y(), origin.z());
        source.SetPoint1(right.x(), right.y(), right.z());
        source.SetPoint2(down.x(), down.y(), down.z());
        property.SetOpacity(plane.opacity());
        actor.SetVisibility(plane.opacity() > 0 ? 1 : 0);
    }

    /** The first row lies at the origin, where the texture's second coordinate is 0, so rows keep their order. */
    private void fill(PlaneItem plane) {
        byte[] rgba = new byte[4 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            rgba[4 * i] = (byte) (pixels[i] >> 16);
            rgba[4 * i + 1] = (byte) (pixels[i] >> 8);
            rgba[4 * i + 2] = (byte) pixels[i];
            rgba[4 * i + 3] = (byte) (pixels[i] >>> 24);
        }
        try (VtkObjects temporary = new VtkObjects()) {
            vtkUnsignedCharArray array = temporary.own(new vtkUnsignedCharArray());
            array.SetNumberOfComponents(4);
            array.SetJavaArray(rgba);
            image.SetDimensions(plane.widthPx(), plane.heightPx(), 1);
            temporary.own(image.GetPointData()).SetScalars(array);
            image.Modified();
        }
    }

    @Override
    public void close() {
        objects.close();
    }
}
