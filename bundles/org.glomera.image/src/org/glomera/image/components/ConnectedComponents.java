package org.glomera.image.components;

import org.glomera.core.geometry.Grid;

/** Finds the connected components of a mask. */
public final class ConnectedComponents {

    private ConnectedComponents() {
    }

    /**
     * The components of a mask.
     *
     * @param mask one byte a voxel, x fastest; 0 is background, anything else belongs to the mask
     */
    public static Components label(Grid grid, byte[] mask, Connectivity connectivity) {
        throw new UnsupportedOperationException();
    }
}
