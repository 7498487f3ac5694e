package org.glomera.render.vtk.surface;

import java.util.Arrays;

import org.glomera.render.surface.SurfaceOptions;
import org.glomera.render.vtk.natives.VtkObjects;

import vtk.vtkCellArray;
import vtk.vtkFloatArray;
import vtk.vtkFlyingEdges3D;
import vtk.vtkImageData;
import vtk.vtkPolyData;
import vtk.vtkUnsignedCharArray;
import vtk.vtkWindowedSincPolyDataFilter;

/**
 * The surface half way between the voxels inside and outside a mask, as VTK finds it, and the same surface smoothed.
 * Its vertices are the centres of the voxel faces between inside and outside. Positions are indices of the mask's box.
 *
 * @param points x, y, z of each vertex
 * @param smoothed the vertices in the same order after smoothing; the same array where nothing is smoothed
 * @param triangles three vertex numbers a triangle, counter-clockwise seen from outside in a right-handed grid
 */
record Contour(double[] points, double[] smoothed, int[] triangles) {

    private static final double HALF_WAY = 0.5;

    /** Contours a mask. Only for VTK's thread. */
    static Contour of(MaskBox box, SurfaceOptions options) {
        try (VtkObjects objects = new VtkObjects()) {
            vtkFlyingEdges3D contour = objects.own(new vtkFlyingEdges3D());
            contour.SetInputData(image(box, objects));
            contour.ComputeNormalsOff();
            contour.ComputeGradientsOff();
            contour.ComputeScalarsOff();
            contour.SetValue(0, HALF_WAY);
            contour.Update();
            vtkPolyData surface = objects.own(contour.GetOutput());
            double[] points = points(surface, objects);
            int[] triangles = triangles(surface, objects);
            if (options.smoothingIterations() == 0) {
                return new Contour(points, points, triangles);
            }
            vtkWindowedSincPolyDataFilter smoothing = objects.own(new vtkWindowedSincPolyDataFilter());
            smoothing.SetInputData(surface);
            smoothing.SetNumberOfIterations(options.smoothingIterations());
            smoothing.SetPassBand(options.passBand());
            smoothing.BoundarySmoothingOff();
            smoothing.FeatureEdgeSmoothingOff();
            smoothing.NonManifoldSmoothingOn();
            smoothing.NormalizeCoordinatesOn();
            smoothing.Update();
            return new Contour(points, points(objects.own(smoothing.GetOutput()), objects), triangles);
        }
    }

    /**
     * The centre of the cell between eight voxel centres that each triangle lies in: the corner where the eight voxels
     * meet. Before any change of {@link #points()}.
     */
    double[] cells() {
        double[] cells = new double[triangles.length];
        for (int t = 0; t < triangles.length; t += 3) {
            for (int axis = 0; axis < 3; axis++) {
                double sum = points[3 * triangles[t] + axis] + points[3 * triangles[t + 1] + axis]
                        + points[3 * triangles[t + 2] + axis];
                cells[t + axis] = Math.floor(sum / 3) + HALF_WAY;
            }
        }
        return cells;
    }

    private static vtkImageData image(MaskBox box, VtkObjects objects) {
        vtkUnsignedCharArray values = objects.own(new vtkUnsignedCharArray());
        values.SetJavaArray(box.inside());
        vtkImageData image = objects.own(new vtkImageData());
        image.SetDimensions(box.nx(), box.ny(), box.nz());
        objects.own(image.GetPointData()).SetScalars(values);
        return image;
    }

    /** The array may be longer than the vertices. */
    private static double[] points(vtkPolyData surface, VtkObjects objects) {
        vtkFloatArray array = (vtkFloatArray) objects.own(objects.own(surface.GetPoints()).GetData());
        float[] floats = array.GetJavaArray();
        double[] points = new double[Math.toIntExact(3 * surface.GetNumberOfPoints())];
        for (int i = 0; i < points.length; i++) {
            points[i] = floats[i];
        }
        return points;
    }

    private static int[] triangles(vtkPolyData surface, VtkObjects objects) {
        vtkCellArray cells = objects.own(surface.GetPolys());
        cells.ConvertTo32BitStorage();
        int[] corners = objects.own(cells.GetConnectivityArray32()).GetJavaArray();
        int length = Math.toIntExact(3 * surface.GetNumberOfPolys());
        return corners.length == length ? corners : Arrays.copyOf(corners, length);
    }
}
