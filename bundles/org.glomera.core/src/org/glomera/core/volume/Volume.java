package org.glomera.core.volume;

import java.util.Objects;

import org.glomera.core.geometry.Grid;

/**
 * An image on a grid. The array is not copied: whoever makes a volume hands the array over and leaves it alone from
 * then on; whoever gets a volume does not write to it.
 *
 * @param grid where the voxels lie
 * @param quantity what the values are
 * @param values one value a voxel, x fastest; NaN stands for a voxel without a value
 */
public record Volume(Grid grid, Quantity quantity, float[] values) {

    /** Refuses an array whose length is not the grid's voxel count. */
    public Volume {
        Objects.requireNonNull(grid);
        Objects.requireNonNull(quantity);
        if (values.length != grid.voxelCount()) {
            throw new IllegalArgumentException("The grid has " + grid.voxelCount() + " voxels, the array "
                    + values.length + ".");
        }
    }

    /** The value of voxel (x, y, z). */
    public float at(int x, int y, int z) {
        return values[grid.index(x, y, z)];
    }

    /** Number of values that are not finite (NaN or infinite). */
    public int nonFiniteCount() {
        int count = 0;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                count++;
            }
        }
        return count;
    }
}
