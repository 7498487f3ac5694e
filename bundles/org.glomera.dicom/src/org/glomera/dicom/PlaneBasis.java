package org.glomera.dicom;

import java.util.List;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * Coordinates of parallel planes: the first two within a plane, the third the height along the planes.
 *
 * @param toPlane from patient millimetres
 * @param slice how thick a slice of the image is, in heights
 * @param heightMm how many millimetres a height of 1 is
 */
record PlaneBasis(Affine3 toPlane, double slice, double heightMm) {

    /** The image's voxel indices: heights are slices. */
    static PlaneBasis ofSlices(Grid grid) {
        Vector3 normal = unit(grid.voxelToPatientMm().column0().cross(grid.voxelToPatientMm().column1()));
        return new PlaneBasis(grid.voxelToPatientMm().inverse(), 1,
                Math.abs(normal.dot(grid.voxelToPatientMm().column2())));
    }

    /** Millimetres within the plane of the largest contour and along its normal. */
    static PlaneBasis ofContours(List<Contour> contours, Grid grid) {
        Vector3 area = new Vector3(0, 0, 0);
        for (Contour contour : contours) {
            Vector3 own = area(contour);
            area = own.length() > area.length() ? own : area;
        }
        if (!(area.length() > 0)) {
            return ofSlices(grid);
        }
        Vector3 normal = unit(area);
        Vector3 u = unit(Math.abs(normal.x()) < 0.7 ? new Vector3(1, 0, 0).cross(normal)
                : new Vector3(0, 1, 0).cross(normal));
        Affine3 fromPlane = new Affine3(u, normal.cross(u), normal, new Vector3(0, 0, 0));
        Affine3 voxels = grid.voxelToPatientMm();
        double slice = Math.max(Math.abs(normal.dot(voxels.column0())), Math.max(Math.abs(normal.dot(voxels.column1())),
                Math.abs(normal.dot(voxels.column2()))));
        return new PlaneBasis(fromPlane.inverse(), slice, 1);
    }

    /** Twice the area of a contour, at right angles to it: Newell's sum. */
    private static Vector3 area(Contour contour) {
        Vector3 first = contour.pointsMm().get(0);
        Vector3 sum = new Vector3(0, 0, 0);
        for (int i = 1; i + 1 < contour.pointsMm().size(); i++) {
            sum = sum.plus(contour.pointsMm().get(i).minus(first).cross(contour.pointsMm().get(i + 1).minus(first)));
        }
        return sum;
    }

    /** How far a contour's points lie from one plane, in heights from the lowest to the highest. */
    double spread(Contour contour) {
        double[] ends = ends(contour);
        return ends[1] - ends[0];
    }

    /** The height of a contour: half-way between its lowest and its highest point. */
    double height(Contour contour) {
        double[] ends = ends(contour);
        return (ends[0] + ends[1]) / 2;
    }

    private double[] ends(Contour contour) {
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Vector3 point : contour.pointsMm()) {
            double height = toPlane.apply(point).z();
            ends[0] = Math.min(ends[0], height);
            ends[1] = Math.max(ends[1], height);
        }
        return ends;
    }

    private static Vector3 unit(Vector3 vector) {
        return vector.times(1 / vector.length());
    }
}
