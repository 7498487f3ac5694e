package org.glomera.render.vtk.scene;

import org.glomera.render.scene.Mesh;
import org.glomera.render.vtk.natives.VtkObjects;

import vtk.vtkCellArray;
import vtk.vtkFloatArray;
import vtk.vtkIntArray;
import vtk.vtkPoints;
import vtk.vtkPolyData;

/** A mesh as VTK holds it, with normals; shared by every pane that shows it. Only for VTK's thread. */
final class Geometry implements AutoCloseable {

    private final VtkObjects objects = new VtkObjects();
    private final vtkPolyData data;

    Geometry(Mesh mesh) {
        vtkFloatArray coordinates = objects.own(new vtkFloatArray());
        coordinates.SetNumberOfComponents(3);
        coordinates.SetJavaArray(mesh.pointsMm());
        vtkPoints points = objects.own(new vtkPoints());
        points.SetData(coordinates);
        vtkIntArray corners = objects.own(new vtkIntArray());
        corners.SetJavaArray(mesh.triangles());
        vtkCellArray triangles = objects.own(new vtkCellArray());
        triangles.SetData(3, corners);
        vtkFloatArray normals = objects.own(new vtkFloatArray());
        normals.SetNumberOfComponents(3);
        normals.SetJavaArray(Normals.of(mesh));
        data = objects.own(new vtkPolyData());
        data.SetPoints(points);
        data.SetPolys(triangles);
        objects.own(data.GetPointData()).SetNormals(normals);
    }

    /** A surface of its own over the shared arrays, for colours of its own; the caller owns it. */
    vtkPolyData surface() {
        vtkPolyData copy = new vtkPolyData();
        copy.ShallowCopy(data);
        return copy;
    }

    @Override
    public void close() {
        objects.close();
    }
}
