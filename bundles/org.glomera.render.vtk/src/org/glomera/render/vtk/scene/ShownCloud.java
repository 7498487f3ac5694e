package org.glomera.render.vtk.scene;

import org.glomera.core.geometry.Affine3;
import org.glomera.render.scene.CloudItem;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.vtk.natives.VtkObjects;

import vtk.vtkColorTransferFunction;
import vtk.vtkImageData;
import vtk.vtkMatrix4x4;
import vtk.vtkOpenGLGPUVolumeRayCastMapper;
import vtk.vtkPiecewiseFunction;
import vtk.vtkPlane;
import vtk.vtkProp;
import vtk.vtkUnsignedCharArray;
import vtk.vtkVolume;
import vtk.vtkVolumeProperty;

/**
 * A cloud in one pane, by ray casting in OpenGL. VTK's own caster for processors is faster, but draws the cloud beside
 * its place as soon as the pane holds a solid surface too (VTK 9.1). Only the part of the volume that is not
 * transparent is given to VTK, with a voxel around it, as numbers from 0 (at {@code low} and below) to 255.
 */
final class ShownCloud extends Shown {

    /** How long the way through a cloud of the highest value is that lets 1 - opacity of the light through. */
    static final double DENSITY_LENGTH_MM = 10;
    /** Pixels from ray to ray and voxels from sample to sample, in full and while something is dragged. */
    private static final float FULL_PIXELS_A_RAY = 1.5f;
    private static final float DRAFT_PIXELS_A_RAY = 3;
    private static final double FULL_STEP = 0.75;
    private static final double DRAFT_STEP = 1;

    private final VtkObjects objects = new VtkObjects();
    private final vtkVolume volume = objects.own(new vtkVolume());
    private final vtkOpenGLGPUVolumeRayCastMapper mapper = objects.own(new vtkOpenGLGPUVolumeRayCastMapper());
    private final vtkImageData image = objects.own(new vtkImageData());
    private final vtkMatrix4x4 matrix = objects.own(new vtkMatrix4x4());
    private final vtkColorTransferFunction colours = objects.own(new vtkColorTransferFunction());
    private final vtkPiecewiseFunction opacities = objects.own(new vtkPiecewiseFunction());
    private CloudItem shown;
    private boolean empty;
    private boolean clipped;
    private double voxelMm;

    ShownCloud() {
        vtkVolumeProperty property = objects.own(volume.GetProperty());
        property.SetColor(colours);
        property.SetScalarOpacity(opacities);
        property.SetInterpolationTypeToLinear();
        property.SetScalarOpacityUnitDistance(DENSITY_LENGTH_MM);
        property.ShadeOff();
        mapper.SetInputData(image);
        mapper.SetAutoAdjustSampleDistances(0);
        mapper.SetLockSampleDistanceToInputSpacing(0);
        volume.SetMapper(mapper);
        volume.SetUserMatrix(matrix);
    }

    @Override
    vtkProp prop() {
        return volume;
    }

    @Override
    boolean canShow(SceneItem item) {
        return item instanceof CloudItem;
    }

    @Override
    void update(SceneItem item, Manner manner, vtkPlane clip) {
        CloudItem cloud = (CloudItem) item;
        if (shown == null || shown.volume() != cloud.volume() || shown.low() != cloud.low()
                || shown.high() != cloud.high()) {
            fill(cloud);
        }
        if (shown == null || shown.map() != cloud.map() || shown.opacity() != cloud.opacity()) {
            colour(cloud);
        }
        shown = cloud;
        if (clipped != manner.clipped()) {
            clipped = manner.clipped();
            if (clipped) {
                mapper.AddClippingPlane(clip);
            } else {
                mapper.RemoveAllClippingPlanes();
            }
        }
        mapper.SetImageSampleDistance(manner.draft() ? DRAFT_PIXELS_A_RAY : FULL_PIXELS_A_RAY);
        mapper.SetSampleDistance((float) (voxelMm * (manner.draft() ? DRAFT_STEP : FULL_STEP)));
        volume.SetVisibility(empty || cloud.opacity() == 0 ? 0 : 1);
    }

    private void colour(CloudItem cloud) {
        colours.RemoveAllPoints();
        for (int place = 0; place < 256; place++) {
            int rgb = cloud.map().at(place);
            colours.AddRGBPoint(place, part(rgb, 16), part(rgb, 8), part(rgb, 0));
        }
        opacities.RemoveAllPoints();
        opacities.AddPoint(0, 0);
        opacities.AddPoint(255, cloud.opacity());
    }

    private void fill(CloudItem cloud) {
        CloudVoxels voxels = CloudVoxels.of(cloud);
        empty = voxels.isEmpty();
        if (empty) {
            return;
        }
        try (VtkObjects temporary = new VtkObjects()) {
            vtkUnsignedCharArray array = temporary.own(new vtkUnsignedCharArray());
            array.SetJavaArray(voxels.values());
            image.SetDimensions(voxels.nx(), voxels.ny(), voxels.nz());
            temporary.own(image.GetPointData()).SetScalars(array);
            image.Modified();
        }
        place(voxels.toPatientMm());
    }

    /**
     * Ray casting measures lengths before the matrix is applied, so spacing is the image's and the matrix only turns and
     * shifts: any grid is drawn at its place, oblique or not.
     */
    private void place(Affine3 map) {
        double x = map.column0().length();
        double y = map.column1().length();
        double z = map.column2().length();
        image.SetSpacing(x, y, z);
        matrix.DeepCopy(new double[] {map.column0().x() / x, map.column1().x() / y, map.column2().x() / z,
            map.offset().x(), map.column0().y() / x, map.column1().y() / y, map.column2().y() / z, map.offset().y(),
            map.column0().z() / x, map.column1().z() / y, map.column2().z() / z, map.offset().z(), 0, 0, 0, 1});
        voxelMm = Math.min(x, Math.min(y, z));
    }

    @Override
    public void close() {
        objects.close();
    }
}
