package org.glomera.image.components;

import java.util.List;
import java.util.Objects;

import org.glomera.core.geometry.Grid;

/**
 * The connected components of a mask. The array is not copied: whoever gets it does not write to it.
 *
 * @param grid where the voxels lie
 * @param labels 0 for background, else the component's label; x fastest
 * @param list the components, largest first (of equals the one whose first voxel comes first); component i has label
 *        i + 1
 */
public record Components(Grid grid, int[] labels, List<Component> list) {

    /** Refuses an array whose length is not the grid's voxel count. */
    public Components {
        Objects.requireNonNull(grid);
        list = List.copyOf(list);
        if (labels.length != grid.voxelCount()) {
            throw new IllegalArgumentException("The grid has " + grid.voxelCount() + " voxels, the array "
                    + labels.length + ".");
        }
    }
}
