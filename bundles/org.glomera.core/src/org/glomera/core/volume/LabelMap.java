package org.glomera.core.volume;

import java.util.Objects;

import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;

/**
 * A delineation on a grid: 0 is background, {@link Side#label()} the right and the left kidney, other labels as their
 * source defines them. The array is not copied: whoever makes a label map hands the array over and leaves it alone
 * from then on; whoever gets one does not write to it.
 *
 * @param grid where the voxels lie
 * @param labels one label a voxel, x fastest, 0 to 255 as unsigned bytes
 */
public record LabelMap(Grid grid, byte[] labels) {

    /** Refuses an array whose length is not the grid's voxel count. */
    public LabelMap {
        Objects.requireNonNull(grid);
        if (labels.length != grid.voxelCount()) {
            throw new IllegalArgumentException("The grid has " + grid.voxelCount() + " voxels, the array "
                    + labels.length + ".");
        }
    }

    /** The label of voxel (x, y, z), 0 to 255. */
    public int at(int x, int y, int z) {
        return labels[grid.index(x, y, z)] & 0xff;
    }

    /** Number of voxels with a label. */
    public int count(int label) {
        int count = 0;
        for (byte value : labels) {
            if ((value & 0xff) == label) {
                count++;
            }
        }
        return count;
    }

    /** Number of voxels of one kidney. */
    public int count(Side side) {
        return count(side.label());
    }

    /** Number of voxels of one kidney or of both. */
    public int count(Kidneys kidneys) {
        return kidneys.sides().stream().mapToInt(this::count).sum();
    }

    /** Volume of one kidney or of both in millilitres: voxels times voxel volume. */
    public double volumeMl(Kidneys kidneys) {
        return count(kidneys) * grid.voxelVolumeMl();
    }

    /** Volume of one kidney in millilitres: voxels times voxel volume. */
    public double volumeMl(Side side) {
        return count(side) * grid.voxelVolumeMl();
    }
}
