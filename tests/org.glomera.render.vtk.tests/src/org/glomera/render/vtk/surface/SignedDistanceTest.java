package org.glomera.render.vtk.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.Mesh;
import org.glomera.render.vtk.natives.VtkSession;
import org.junit.jupiter.api.Test;

import vtk.vtkCellArray;
import vtk.vtkDoubleArray;
import vtk.vtkFloatArray;
import vtk.vtkImplicitPolyDataDistance;
import vtk.vtkPoints;
import vtk.vtkPolyData;

/** Distances from vertices to a surface, against arithmetic, a slow reference and VTK's own. */
class SignedDistanceTest {

    private static final Vector3 MIDDLE = new Vector3(-80, 35, 1250);
    /** Coordinates are floats: at 1250 mm they are 1.2e-4 mm apart. */
    private static final double FLOAT_MM = 5e-4;

    private static float[] distances(Mesh of, Mesh to) throws Exception {
        return Bodies.maker().distancesMm(of, to, new NullProgressMonitor());
    }

    @Test
    void concentricSpheres_areAsFarApartAsTheirRadii() throws Exception {
        // a triangle of a sphere of 30 mm with 60 rings spans 3 degrees; between its corners it lies up to
        // 30 * (1 - cos(3 degrees / sqrt 2)) = 0.02 mm below the sphere
        Mesh reference = Bodies.sphere(MIDDLE, 30, 60);
        for (float outside : distances(Bodies.sphere(MIDDLE, 33.5, 20), reference)) {
            assertEquals(3.5, outside, 0.03);
        }
        for (float inside : distances(Bodies.sphere(MIDDLE, 28, 20), reference)) {
            assertEquals(-2, inside, 0.03);
        }
    }

    @Test
    void aBoxMovedBy4mm_isThatFarWhereItLeaves_andUpTo4mmInsideWhereItEnters() throws Exception {
        Mesh reference = Bodies.box(new Vector3(0, 0, 0), new Vector3(20, 30, 40));
        float[] distances = distances(Bodies.box(new Vector3(4, 5, 6), new Vector3(24, 25, 34)), reference);
        // corners at x = 4: inside, 4 mm from the face x = 0, which is nearest (5 from y, 6 from z); at x = 24 they are
        // 4 mm beyond the face x = 20
        for (int corner = 0; corner < 8; corner++) {
            assertEquals((corner & 1) == 0 ? -4 : 4, distances[corner], 1e-5);
        }
    }

    @Test
    void pointsBeyondAnEdgeAndACorner_areOutside() throws Exception {
        Mesh reference = Bodies.box(new Vector3(0, 0, 0), new Vector3(20, 30, 40));
        // from (-3, -4, 20) to the edge: 5; from (-1, -2, -2) to the corner: 3; from (23, 15, 44) to the edge: 5
        Mesh points = new Mesh(new float[] {-3, -4, 20, -1, -2, -2, 23, 15, 44}, new int[] {0, 1, 2});
        float[] distances = distances(points, reference);
        assertEquals(5, distances[0], 1e-5);
        assertEquals(3, distances[1], 1e-5);
        assertEquals(5, distances[2], 1e-5);
    }

    @Test
    void randomPoints_haveTheDistanceOfTheSlowReference() throws Exception {
        Mesh reference = lumpy();
        Mesh points = cloud(300);
        float[] distances = distances(points, reference);
        for (int i = 0; i < points.pointCount(); i++) {
            assertEquals(slow(points.point(i), reference), distances[i], FLOAT_MM, "point " + i);
        }
    }

    /** VTK's vtkImplicitPolyDataDistance as another hand; it uses the same pseudonormals. */
    @Test
    void randomPoints_haveTheDistanceOfVtk() throws Exception {
        Mesh reference = lumpy();
        Mesh points = cloud(2000);
        float[] distances = distances(points, reference);
        double[] vtk = VtkSession.shared().call(() -> vtkDistances(points, reference));
        for (int i = 0; i < vtk.length; i++) {
            assertEquals(vtk[i], distances[i], FLOAT_MM, "point " + i);
        }
    }

    @Test
    void aCancelledMonitor_endsTheMeasuring() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> Bodies.maker().distancesMm(lumpy(), lumpy(), monitor));
    }

    @Test
    void theReferenceItself_isNowhereFar() throws Exception {
        for (float distance : distances(lumpy(), lumpy())) {
            assertTrue(Math.abs(distance) < 1e-6, "distance " + distance);
        }
    }

    /** A sphere with bumps and hollows, so that nearest points are on faces, edges and corners of both kinds. */
    private static Mesh lumpy() {
        Mesh sphere = Bodies.sphere(MIDDLE, 1, 14);
        float[] points = sphere.pointsMm().clone();
        Random random = new Random(7);
        for (int i = 0; i < sphere.pointCount(); i++) {
            Vector3 bumped = MIDDLE.plus(sphere.point(i).minus(MIDDLE).times(25 + 4 * random.nextDouble()));
            points[3 * i] = (float) bumped.x();
            points[3 * i + 1] = (float) bumped.y();
            points[3 * i + 2] = (float) bumped.z();
        }
        return new Mesh(points, sphere.triangles());
    }

    private static Mesh cloud(int count) {
        Random random = new Random(11);
        float[] points = new float[3 * count];
        for (int i = 0; i < count; i++) {
            points[3 * i] = (float) (MIDDLE.x() + 70 * (random.nextDouble() - 0.5));
            points[3 * i + 1] = (float) (MIDDLE.y() + 70 * (random.nextDouble() - 0.5));
            points[3 * i + 2] = (float) (MIDDLE.z() + 70 * (random.nextDouble() - 0.5));
        }
        return new Mesh(points, new int[] {0, 1, 2});
    }

    /**
     * The nearest point by trying every triangle with its three edges, and the side by the solid angle that the surface
     * has around the point (A. van Oosterom, J. Strackee, IEEE TBME 30, 1983): 4 pi inside, 0 outside.
     */
    private static double slow(Vector3 p, Mesh mesh) {
        double nearest = Double.MAX_VALUE;
        double angle = 0;
        for (int t = 0; t < mesh.triangles().length; t += 3) {
            Vector3 a = mesh.point(mesh.triangles()[t]).minus(p);
            Vector3 b = mesh.point(mesh.triangles()[t + 1]).minus(p);
            Vector3 c = mesh.point(mesh.triangles()[t + 2]).minus(p);
            nearest = Math.min(nearest, Math.min(toEdge(a, b), Math.min(toEdge(b, c), toEdge(c, a))));
            Vector3 normal = b.minus(a).cross(c.minus(a));
            Vector3 foot = normal.times(normal.dot(a) / normal.dot(normal));
            if (normal.dot(b.minus(a).cross(foot.minus(a))) >= 0 && normal.dot(c.minus(b).cross(foot.minus(b))) >= 0
                    && normal.dot(a.minus(c).cross(foot.minus(c))) >= 0) {
                nearest = Math.min(nearest, foot.length());
            }
            double la = a.length();
            double lb = b.length();
            double lc = c.length();
            angle += 2 * Math.atan2(a.dot(b.cross(c)), la * lb * lc + a.dot(b) * lc + b.dot(c) * la + c.dot(a) * lb);
        }
        return angle > 2 * Math.PI ? -nearest : nearest;
    }

    /** From the origin to a piece of a line. */
    private static double toEdge(Vector3 from, Vector3 to) {
        Vector3 along = to.minus(from);
        double share = Math.max(0, Math.min(1, -from.dot(along) / along.dot(along)));
        return from.plus(along.times(share)).length();
    }

    private static double[] vtkDistances(Mesh of, Mesh to) {
        vtkFloatArray coordinates = new vtkFloatArray();
        coordinates.SetNumberOfComponents(3);
        coordinates.SetJavaArray(to.pointsMm());
        vtkPoints points = new vtkPoints();
        points.SetData(coordinates);
        vtkCellArray cells = new vtkCellArray();
        for (int t = 0; t < to.triangles().length; t += 3) {
            cells.InsertNextCell(3);
            for (int corner = 0; corner < 3; corner++) {
                cells.InsertCellPoint(to.triangles()[t + corner]);
            }
        }
        vtkPolyData surface = new vtkPolyData();
        surface.SetPoints(points);
        surface.SetPolys(cells);
        vtkImplicitPolyDataDistance distance = new vtkImplicitPolyDataDistance();
        distance.SetInput(surface);
        vtkFloatArray wanted = new vtkFloatArray();
        wanted.SetNumberOfComponents(3);
        wanted.SetJavaArray(of.pointsMm());
        vtkDoubleArray found = new vtkDoubleArray();
        distance.FunctionValue(wanted, found);
        double[] values = found.GetJavaArray();
        for (vtk.vtkObjectBase each : new vtk.vtkObjectBase[] {found, wanted, distance, surface, cells, points,
            coordinates}) {
            each.Delete();
        }
        return values;
    }
}
