package org.glomera.network;

/**
 * How large a network is.
 *
 * @param filters number of filters of the first convolutions; they double from level to level
 * @param levels number of poolings, each of which halves the three sizes
 * @param inputNx number of input voxels along x, a multiple of 2<sup>levels</sup>
 * @param inputNy number of input voxels along y, a multiple of 2<sup>levels</sup>
 * @param inputNz number of input voxels along z, a multiple of 2<sup>levels</sup>
 */
public record ArchitectureParameters(int filters, int levels, int inputNx, int inputNy, int inputNz) {

    /** More filters than this, or more levels, are a mistake in a file. */
    private static final int MOST_FILTERS = 512;
    private static final int MOST_LEVELS = 6;
    private static final int LARGEST_SIZE = 1024;

    /** Refuses sizes that are not multiples of 2<sup>levels</sup>, and numbers beyond what any machine calculates. */
    public ArchitectureParameters {
        if (filters < 1 || filters > MOST_FILTERS) {
            throw new IllegalArgumentException("A network has 1 to " + MOST_FILTERS + " filters, not " + filters + ".");
        }
        if (levels < 1 || levels > MOST_LEVELS) {
            throw new IllegalArgumentException("A network has 1 to " + MOST_LEVELS + " levels, not " + levels + ".");
        }
        requireSize("x", inputNx, levels);
        requireSize("y", inputNy, levels);
        requireSize("z", inputNz, levels);
    }

    private static void requireSize(String axis, int size, int levels) {
        if (size < 1 || size > LARGEST_SIZE || size % (1 << levels) != 0) {
            throw new IllegalArgumentException("The input size along " + axis + " is a multiple of " + (1 << levels)
                    + " (2 to the number of levels) up to " + LARGEST_SIZE + ", not " + size + ".");
        }
    }

    /** Number of input voxels. */
    public int voxelCount() {
        return inputNx * inputNy * inputNz;
    }
}
