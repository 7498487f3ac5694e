package org.glomera.pipeline.viewing;

import java.util.Optional;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.render.slice.Extent;

/**
 * Cuts the part out of a volume that a box in the patient touches, with one voxel more on each side, so that what is
 * interpolated within the box stays the same. On an oblique grid the part is larger than the box.
 *
 * @param x first voxel along x
 * @param y first voxel along y
 * @param z first voxel along z
 * @param grid the part's own grid
 */
record SlabCut(int x, int y, int z, Grid grid) {

    /** The part of a grid; empty when the box lies beside it. */
    static Optional<SlabCut> of(Grid grid, Extent box) {
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        Affine3 toVoxel = grid.voxelToPatientMm().inverse();
        for (int corner = 0; corner < 8; corner++) {
            Vector3 voxel = toVoxel.apply((corner & 1) == 0 ? box.lowMm().x() : box.highMm().x(),
                    (corner & 2) == 0 ? box.lowMm().y() : box.highMm().y(),
                    (corner & 4) == 0 ? box.lowMm().z() : box.highMm().z());
            double[] at = {voxel.x(), voxel.y(), voxel.z()};
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], at[axis]);
                high[axis] = Math.max(high[axis], at[axis]);
            }
        }
        int[] sizes = {grid.nx(), grid.ny(), grid.nz()};
        int[] first = new int[3];
        int[] count = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            first[axis] = (int) Math.max(0, Math.floor(low[axis]) - 1);
            count[axis] = (int) Math.min(sizes[axis], Math.ceil(high[axis]) + 2) - first[axis];
            if (count[axis] < 1) {
                return Optional.empty();
            }
        }
        Affine3 whole = grid.voxelToPatientMm();
        return Optional.of(new SlabCut(first[0], first[1], first[2], new Grid(count[0], count[1], count[2],
                new Affine3(whole.column0(), whole.column1(), whole.column2(),
                        grid.patientMm(first[0], first[1], first[2])))));
    }

    /** The part of a volume on the grid that this was made for. */
    Volume of(Volume volume) {
        float[] values = new float[grid.voxelCount()];
        for (int k = 0; k < grid.nz(); k++) {
            for (int j = 0; j < grid.ny(); j++) {
                System.arraycopy(volume.values(), volume.grid().index(x, y + j, z + k), values, grid.index(0, j, k),
                        grid.nx());
            }
        }
        return new Volume(grid, volume.quantity(), values);
    }

    /** The part of a label map on the grid that this was made for. */
    LabelMap of(LabelMap map) {
        byte[] labels = new byte[grid.voxelCount()];
        for (int k = 0; k < grid.nz(); k++) {
            for (int j = 0; j < grid.ny(); j++) {
                System.arraycopy(map.labels(), map.grid().index(x, y + j, z + k), labels, grid.index(0, j, k),
                        grid.nx());
            }
        }
        return new LabelMap(grid, labels);
    }
}
