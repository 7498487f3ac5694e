package org.glomera.evaluation.mask;

import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;

/**
 * A box of voxels of a grid, around what is looked at and one voxel further on every side, even where the image ends
 * there: so every voxel of interest has all its neighbours in the box.
 *
 * @param x0 index in the grid of the box's first voxel along x, from -1
 * @param y0 the same along y
 * @param z0 the same along z
 * @param nx number of voxels along x
 * @param ny number of voxels along y
 * @param nz number of voxels along z
 */
public record Box(int x0, int y0, int z0, int nx, int ny, int nz) {

    /** Refuses a box that is empty or larger than an array. */
    public Box {
        if (nx < 1 || ny < 1 || nz < 1 || (long) nx * ny > Integer.MAX_VALUE
                || (long) nx * ny * nz > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("A box of " + nx + " x " + ny + " x " + nz
                    + " voxels is empty or larger than an array can hold.");
        }
    }

    /** The smallest box around the kidneys of two label maps of one grid, with its margin; margin alone for none. */
    static Box around(LabelMap one, LabelMap other, Kidneys kidneys) {
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {-1, -1, -1};
        widen(low, high, one, kidneys);
        widen(low, high, other, kidneys);
        if (high[0] < 0) {
            return new Box(-1, -1, -1, 1, 1, 1);
        }
        return new Box(low[0] - 1, low[1] - 1, low[2] - 1, high[0] - low[0] + 3, high[1] - low[1] + 3,
                high[2] - low[2] + 3);
    }

    private static void widen(int[] low, int[] high, LabelMap map, Kidneys kidneys) {
        Grid grid = map.grid();
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                int from = grid.index(0, y, z);
                int first = LabelRow.first(map, kidneys, from, from + grid.nx());
                if (first >= 0) {
                    include(low, high, first - from, y, z);
                    include(low, high, LabelRow.last(map, kidneys, from, from + grid.nx()) - from, y, z);
                }
            }
        }
    }

    private static void include(int[] low, int[] high, int... voxel) {
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = Math.min(low[axis], voxel[axis]);
            high[axis] = Math.max(high[axis], voxel[axis]);
        }
    }

    /** Number of voxels. */
    public int voxelCount() {
        return nx * ny * nz;
    }

    /** The place in an array over the box, x fastest, of a voxel that counts from the box's first. */
    public int index(int x, int y, int z) {
        return (z * ny + y) * nx + x;
    }

    /** How far the neighbour along an axis (0 to 2) lies away in an array over the box. */
    int step(int axis) {
        return axis == 0 ? 1 : axis == 1 ? nx : nx * ny;
    }

    /** The kidneys of a label map cut out: their labels, 0 elsewhere. */
    byte[] cut(LabelMap map, Kidneys kidneys) {
        Grid grid = map.grid();
        byte[] cut = new byte[voxelCount()];
        for (int z = Math.max(0, -z0); z < Math.min(nz, grid.nz() - z0); z++) {
            for (int y = Math.max(0, -y0); y < Math.min(ny, grid.ny() - y0); y++) {
                for (int x = Math.max(0, -x0); x < Math.min(nx, grid.nx() - x0); x++) {
                    int label = map.at(x0 + x, y0 + y, z0 + z);
                    if (kidneys.hasLabel(label)) {
                        cut[index(x, y, z)] = (byte) label;
                    }
                }
            }
        }
        return cut;
    }
}
