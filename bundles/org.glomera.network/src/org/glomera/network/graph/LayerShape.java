package org.glomera.network.graph;

/** The output of a layer: number of channels and of voxels along x, y and z. */
public record LayerShape(int channels, int nx, int ny, int nz) {

    /** Refuses numbers below 1, and channels of more voxels than an array holds. */
    public LayerShape {
        if (channels < 1 || nx < 1 || ny < 1 || nz < 1) {
            throw new IllegalArgumentException("A layer's output has at least one channel and voxel: " + channels
                    + " channels of " + nx + " x " + ny + " x " + nz + ".");
        }
        if ((long) nx * ny > Integer.MAX_VALUE || (long) nx * ny * nz > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A channel of " + nx + " x " + ny + " x " + nz
                    + " voxels is larger than any that can be calculated.");
        }
    }

    /** Number of voxels of one channel. */
    public int voxelCount() {
        return nx * ny * nz;
    }

    /** Number of values of all channels. */
    public long valueCount() {
        return (long) channels * voxelCount();
    }

    LayerShape withChannels(int other) {
        return new LayerShape(other, nx, ny, nz);
    }

    /** Each size divided; what is left over is for the caller to refuse, see {@link #divisible}. */
    LayerShape divided(int factor) {
        return new LayerShape(channels, nx / factor, ny / factor, nz / factor);
    }

    boolean divisible(int factor) {
        return nx % factor == 0 && ny % factor == 0 && nz % factor == 0;
    }

    /** Whether the voxels are as many along each axis. */
    public boolean hasSizeOf(LayerShape other) {
        return nx == other.nx && ny == other.ny && nz == other.nz;
    }
}
