package org.glomera.network.graph;

/** The output of a layer: number of channels and of voxels along x, y and z. */
public record LayerShape(int channels, int nx, int ny, int nz) {

    /** Refuses numbers below 1. */
    public LayerShape {
        if (channels < 1 || nx < 1 || ny < 1 || nz < 1) {
            throw new IllegalArgumentException("A layer's output has at least one channel and voxel: " + channels
                    + " channels of " + nx + " x " + ny + " x " + nz + ".");
        }
    }

    /** Number of voxels of one channel. */
    public int voxelCount() {
        return Math.multiplyExact(Math.multiplyExact(nx, ny), nz);
    }

    /** Number of values of all channels. */
    public long valueCount() {
        return (long) channels * voxelCount();
    }

    LayerShape withChannels(int other) {
        return new LayerShape(other, nx, ny, nz);
    }

    boolean hasSizeOf(LayerShape other) {
        return nx == other.nx && ny == other.ny && nz == other.nz;
    }
}
