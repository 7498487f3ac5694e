package org.glomera.image.components;

import java.util.Optional;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;

/**
 * The smallest box of a grid around the voxels at or above a threshold: kidneys fill a small part of a CT, and only
 * that part is worked on.
 *
 * @param whole the grid
 * @param grid the box as a grid of its own
 * @param mask 1 where the value reaches the threshold, on the box
 * @param x0 the box's first index along x in the whole grid
 * @param y0 the box's first index along y
 * @param z0 the box's first index along z
 */
record MaskBox(Grid whole, Grid grid, byte[] mask, int x0, int y0, int z0) {

    /** The box around the values that reach a threshold; empty when there are none. NaN does not reach it. */
    static Optional<MaskBox> around(Grid whole, float[] values, double threshold) {
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {-1, -1, -1};
        int at = 0;
        for (int z = 0; z < whole.nz(); z++) {
            for (int y = 0; y < whole.ny(); y++) {
                for (int x = 0; x < whole.nx(); x++) {
                    if (values[at++] >= threshold) {
                        include(low, high, x, y, z);
                    }
                }
            }
        }
        if (high[0] < 0) {
            return Optional.empty();
        }
        Affine3 m = whole.voxelToPatientMm();
        Grid grid = new Grid(high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1, new Affine3(m.column0(),
                m.column1(), m.column2(), whole.patientMm(low[0], low[1], low[2])));
        byte[] mask = new byte[grid.voxelCount()];
        for (int i = 0; i < mask.length; i++) {
            int from = whole.index(low[0] + i % grid.nx(), low[1] + i / grid.nx() % grid.ny(),
                    low[2] + i / grid.nx() / grid.ny());
            mask[i] = (byte) (values[from] >= threshold ? 1 : 0);
        }
        return Optional.of(new MaskBox(whole, grid, mask, low[0], low[1], low[2]));
    }

    private static void include(int[] low, int[] high, int... voxel) {
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = Math.min(low[axis], voxel[axis]);
            high[axis] = Math.max(high[axis], voxel[axis]);
        }
    }

    /** The place in the whole grid's array of a voxel of the box. */
    int wholeIndex(int index) {
        return whole.index(x0 + index % grid.nx(), y0 + index / grid.nx() % grid.ny(),
                z0 + index / grid.nx() / grid.ny());
    }

    /** Patient x in millimetres of a voxel of the box. */
    double patientX(int index) {
        Affine3 m = grid.voxelToPatientMm();
        return m.column0().x() * (index % grid.nx()) + m.column1().x() * (index / grid.nx() % grid.ny())
                + m.column2().x() * (index / grid.nx() / grid.ny()) + m.offset().x();
    }

    /** Values of the box put back into an array of the whole grid, with 0 around. */
    byte[] toWhole(byte[] values) {
        byte[] all = new byte[whole.voxelCount()];
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                System.arraycopy(values, grid.index(0, y, z), all, whole.index(x0, y0 + y, z0 + z), grid.nx());
            }
        }
        return all;
    }
}
