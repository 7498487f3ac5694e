package org.glomera.render.slice;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * Where a picture's pixels lie on a grid: the voxel coordinate of a pixel's centre is {@code origin + x * across +
 * y * along}, for each of the grid's three indices.
 *
 * @param grid the grid
 * @param origin voxel coordinates of the centre of pixel (0, 0)
 * @param across change of the voxel coordinates from a pixel to the one on its right
 * @param along change of the voxel coordinates from a pixel to the one below it
 * @param xAxis the one index that changes across the picture, or -1 when the grid is oblique to the picture
 * @param yAxis the one index that changes along the picture, or -1
 */
record GridPixels(Grid grid, double[] origin, double[] across, double[] along, int xAxis, int yAxis) {

    /** How far a voxel coordinate may drift over the whole picture and still count as not changing; see Resampler. */
    private static final double TOLERANCE_VOXELS = 1e-3;

    /** Lays a view, made larger by a margin on each side, over a grid. */
    static GridPixels of(Grid grid, PlaneView view, int marginPx) {
        Affine3 toVoxel = grid.voxelToPatientMm().inverse();
        Vector3 first = toVoxel.apply(view.patientMm(0.5 - marginPx, 0.5 - marginPx));
        Vector3 right = toVoxel.applyToDirection(view.plane().right().times(view.mmPerPixel()));
        Vector3 down = toVoxel.applyToDirection(view.plane().down().times(view.mmPerPixel()));
        double[] across = {right.x(), right.y(), right.z()};
        double[] along = {down.x(), down.y(), down.z()};
        int xAxis = onlyChanging(across, view.widthPx() + 2 * marginPx);
        int yAxis = onlyChanging(along, view.heightPx() + 2 * marginPx);
        boolean parallel = xAxis >= 0 && yAxis >= 0 && xAxis != yAxis;
        return new GridPixels(grid, new double[] {first.x(), first.y(), first.z()}, across, along,
                parallel ? xAxis : -1, parallel ? yAxis : -1);
    }

    private static int onlyChanging(double[] step, int pixels) {
        int found = -1;
        for (int axis = 0; axis < step.length; axis++) {
            if (Math.abs(step[axis]) * pixels > TOLERANCE_VOXELS) {
                if (found >= 0) {
                    return -1;
                }
                found = axis;
            }
        }
        return found;
    }

    /** Whether two of the grid's axes run along the picture's, so that rows and columns can be looked up. */
    boolean isParallel() {
        return xAxis >= 0;
    }

    /** The index that is the same in the whole picture, of a parallel grid. */
    int depthAxis() {
        return 3 - xAxis - yAxis;
    }

    /** The number of voxels along an axis. */
    int size(int axis) {
        return axis == 0 ? grid.nx() : axis == 1 ? grid.ny() : grid.nz();
    }

    /** The distance in the array between neighbours along an axis. */
    int stride(int axis) {
        return axis == 0 ? 1 : axis == 1 ? grid.nx() : grid.nx() * grid.ny();
    }

    /** The taps of all columns of a picture, of a parallel grid. */
    Taps columns(int count) {
        return Taps.of(origin[xAxis], across[xAxis], count, size(xAxis));
    }

    /** The taps of all rows of a picture, of a parallel grid. */
    Taps rows(int count) {
        return Taps.of(origin[yAxis], along[yAxis], count, size(yAxis));
    }

    /** The one tap across the picture, of a parallel grid. */
    Taps depth() {
        return Taps.of(origin[depthAxis()], 0, 1, size(depthAxis()));
    }
}
