package org.glomera.render.vtk.surface;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.render.surface.Fidelity;

/**
 * Holds a drawn surface against the voxels' surface. Distances are taken in both directions, at the vertices and at the
 * middle of each triangle of the drawn surface and of each voxel face: from there to the nearest point of the other
 * surface. The mean weights each triangle or face by its area, half with the distance at its middle, half with the mean
 * of those at its corners.
 */
final class FidelityCheck {

    private static final int BETWEEN_QUESTIONS = 1 << 12;
    private static final double MM3_PER_ML = 1000;

    private final IProgressMonitor monitor;
    private final double[] normal = new double[3];
    private final double[] middle = new double[3];
    private double largest;

    private FidelityCheck(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    static Fidelity of(Shape drawn, Shape voxels, MaskBox box, int trianglesBefore, IProgressMonitor monitor) {
        FidelityCheck check = new FidelityCheck(monitor);
        double there = check.mean(drawn, 1, new TriangleTree(voxels));
        double back = check.mean(voxels, 2, new TriangleTree(drawn));
        return new Fidelity(check.largest, Math.min(check.largest, (there + back) / 2), box.volumeMl(),
                drawn.volumeMm3() / MM3_PER_ML, trianglesBefore, drawn.triangleCount());
    }

    /**
     * The mean distance of one surface to another.
     *
     * @param step 1 for triangles, 2 for faces of two triangles whose first two corners are the ends of the diagonal
     */
    private double mean(Shape from, int step, TriangleTree to) {
        TriangleTree.Hit hit = new TriangleTree.Hit();
        double[] atVertices = atVertices(from, to, hit);
        int[] triangles = from.triangles();
        double sum = 0;
        double area = 0;
        for (int t = 0; t < from.triangleCount(); t += step) {
            checkCanceled(t);
            middle(from, 3 * t, step == 1 ? 3 : 2);
            to.nearest(middle[0], middle[1], middle[2], hit);
            largest = Math.max(largest, hit.distance());
            from.normal(t, normal);
            double weight = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
            sum += weight * (hit.distance() / 2 + (atVertices[triangles[3 * t]] + atVertices[triangles[3 * t + 1]]
                    + atVertices[triangles[3 * t + 2]]) / 6);
            area += weight;
        }
        return area > 0 ? sum / area : 0;
    }

    /** The middle of some corners, from one on. */
    private void middle(Shape shape, int corner, int count) {
        for (int axis = 0; axis < 3; axis++) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += shape.points()[3 * shape.triangles()[corner + i] + axis];
            }
            middle[axis] = sum / count;
        }
    }

    private double[] atVertices(Shape from, TriangleTree to, TriangleTree.Hit hit) {
        double[] points = from.points();
        double[] distances = new double[from.pointCount()];
        for (int i = 0; i < distances.length; i++) {
            checkCanceled(i);
            to.nearest(points[3 * i], points[3 * i + 1], points[3 * i + 2], hit);
            distances[i] = hit.distance();
            largest = Math.max(largest, distances[i]);
        }
        return distances;
    }

    private void checkCanceled(int number) {
        if (number % BETWEEN_QUESTIONS == 0) {
            MaskBox.checkCanceled(monitor);
        }
    }
}
