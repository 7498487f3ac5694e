package org.glomera.render.vtk.surface;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.render.surface.Fidelity;

/**
 * Holds a drawn surface against the voxels' surface. Distances are taken in both directions, at the vertices and at the
 * centres of the triangles: from the drawn surface to the nearest point of the voxels' surface and the other way round.
 * The mean weights each triangle by its area, half with the distance at its centre, half with the mean of those at its
 * corners.
 */
final class FidelityCheck {

    private static final int BETWEEN_QUESTIONS = 1 << 12;

    private double largest;
    private double mean;

    private FidelityCheck() {
    }

    static Fidelity of(Shape drawn, Shape voxels, MaskBox box, int trianglesBefore, IProgressMonitor monitor) {
        FidelityCheck check = new FidelityCheck();
        check.add(drawn, new TriangleTree(voxels), monitor);
        double there = check.mean;
        check.add(voxels, new TriangleTree(drawn), monitor);
        return new Fidelity(check.largest, Math.min(check.largest, (there + check.mean) / 2), box.volumeMl(),
                drawn.volumeMm3() / 1000, trianglesBefore, drawn.triangleCount());
    }

    private void add(Shape from, TriangleTree to, IProgressMonitor monitor) {
        TriangleTree.Hit hit = new TriangleTree.Hit();
        double[] points = from.points();
        double[] atVertices = new double[from.pointCount()];
        for (int i = 0; i < atVertices.length; i++) {
            if (i % BETWEEN_QUESTIONS == 0) {
                MaskBox.checkCanceled(monitor);
            }
            to.nearest(points[3 * i], points[3 * i + 1], points[3 * i + 2], hit);
            atVertices[i] = hit.distance();
            largest = Math.max(largest, atVertices[i]);
        }
        double sum = 0;
        double area = 0;
        double[] normal = new double[3];
        for (int t = 0; t < from.triangleCount(); t++) {
            if (t % BETWEEN_QUESTIONS == 0) {
                MaskBox.checkCanceled(monitor);
            }
            int a = from.triangles()[3 * t];
            int b = from.triangles()[3 * t + 1];
            int c = from.triangles()[3 * t + 2];
            to.nearest((points[3 * a] + points[3 * b] + points[3 * c]) / 3,
                    (points[3 * a + 1] + points[3 * b + 1] + points[3 * c + 1]) / 3,
                    (points[3 * a + 2] + points[3 * b + 2] + points[3 * c + 2]) / 3, hit);
            largest = Math.max(largest, hit.distance());
            from.normal(t, normal);
            double weight = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
            sum += weight * (hit.distance() / 2 + (atVertices[a] + atVertices[b] + atVertices[c]) / 6);
            area += weight;
        }
        mean = area > 0 ? sum / area : 0;
    }
}
