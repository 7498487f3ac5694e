package org.glomera.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/** The contours of a structure in voxel indices of a grid, by plane. */
final class StructurePlanes {

    /** How far the points of one contour may spread across slices, in slices, and still be parallel to them. */
    private static final double PARALLEL_SLICES = 0.2;
    /** Planes closer than this, in slices, are one plane: files round coordinates. */
    private static final double SAME_PLANE_SLICES = 0.02;
    /** How far a contour may reach beyond the outer faces of the image, in voxels, along each index. */
    private static final double OUTSIDE_VOXELS = 0.5;

    private final StructureSet set;
    private final Structure structure;
    private final Grid grid;
    private final TreeMap<Double, List<double[][]>> planes = new TreeMap<>();

    /**
     * Sorts the contours of a structure.
     *
     * @throws GlomeraException when one lies outside the grid or oblique to its slices
     */
    StructurePlanes(StructureSet set, Structure structure, Grid grid) throws GlomeraException {
        this.set = set;
        this.structure = structure;
        this.grid = grid;
        Affine3 toVoxel = grid.voxelToPatientMm().inverse();
        for (Contour contour : structure.contours()) {
            add(contour, toVoxel);
        }
    }

    private void add(Contour contour, Affine3 toVoxel) throws GlomeraException {
        int count = contour.pointsMm().size();
        double[][] xy = new double[2][count];
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            Vector3 pointMm = contour.pointsMm().get(i);
            Vector3 voxel = toVoxel.apply(pointMm);
            requireInside(voxel, pointMm);
            xy[0][i] = voxel.x();
            xy[1][i] = voxel.y();
            lowest = Math.min(lowest, voxel.z());
            highest = Math.max(highest, voxel.z());
        }
        if (highest - lowest > PARALLEL_SLICES) {
            throw ContourRasteriser.problem(set, structure, String.format(Locale.ROOT, "has a contour that runs across "
                    + "%.1f slices of the image. Draw it on the image's own slices", highest - lowest));
        }
        double plane = (lowest + highest) / 2;
        Double known = planes.floorKey(plane + SAME_PLANE_SLICES);
        boolean same = known != null && known >= plane - SAME_PLANE_SLICES;
        planes.computeIfAbsent(same ? known : Double.valueOf(plane), key -> new ArrayList<>()).add(xy);
    }

    private void requireInside(Vector3 voxel, Vector3 pointMm) throws GlomeraException {
        if (!isWithin(voxel.x(), grid.nx()) || !isWithin(voxel.y(), grid.ny()) || !isWithin(voxel.z(), grid.nz())) {
            throw ContourRasteriser.problem(set, structure, String.format(Locale.ROOT, "reaches outside the image, to "
                    + "(%.1f, %.1f, %.1f) mm. Check that the structure set belongs to this image and that the image "
                    + "covers the whole structure", pointMm.x(), pointMm.y(), pointMm.z()));
        }
    }

    private static boolean isWithin(double index, int size) {
        return index >= -0.5 - OUTSIDE_VOXELS && index <= size - 0.5 + OUTSIDE_VOXELS;
    }

    /** The voxels whose centre lies inside, x fastest. */
    boolean[] mask() {
        boolean[] mask = new boolean[grid.voxelCount()];
        double halfSlab = Math.max(1, smallestPlaneDistance()) / 2;
        for (int z = 0; z < grid.nz(); z++) {
            Map.Entry<Double, List<double[][]>> plane = nearest(z);
            if (plane != null && plane.getKey() - z <= halfSlab && z - plane.getKey() < halfSlab) {
                EvenOdd.fill(plane.getValue(), grid.nx(), grid.ny(), mask, z * grid.nx() * grid.ny());
            }
        }
        return mask;
    }

    private double smallestPlaneDistance() {
        double smallest = Double.POSITIVE_INFINITY;
        Double before = null;
        for (Double plane : planes.keySet()) {
            smallest = before == null ? smallest : Math.min(smallest, plane - before);
            before = plane;
        }
        return Double.isInfinite(smallest) ? 1 : smallest;
    }

    private Map.Entry<Double, List<double[][]>> nearest(int z) {
        Map.Entry<Double, List<double[][]>> below = planes.floorEntry((double) z);
        Map.Entry<Double, List<double[][]>> above = planes.higherEntry((double) z);
        if (below == null || above == null) {
            return below == null ? above : below;
        }
        return z - below.getKey() < above.getKey() - z ? below : above;
    }
}
