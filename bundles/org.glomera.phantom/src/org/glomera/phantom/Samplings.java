package org.glomera.phantom;

/** What the samplings of CT and SPECT have in common. */
final class Samplings {

    private static final int LARGEST_SIZE = 1024;
    private static final double LARGEST_SPACING_MM = 50;

    private Samplings() {
    }

    static void requireGrid(String what, int nx, int ny, int nz, double sx, double sy, double sz) {
        for (int n : new int[] {nx, ny, nz}) {
            if (n < 8 || n > LARGEST_SIZE) {
                throw new IllegalArgumentException(what + " has 8 to " + LARGEST_SIZE + " voxels a side; this has " + nx
                        + " x " + ny + " x " + nz + ".");
            }
        }
        for (double s : new double[] {sx, sy, sz}) {
            if (!(s > 0 && s <= LARGEST_SPACING_MM)) {
                throw new IllegalArgumentException(what + " has a spacing of 0 to " + LARGEST_SPACING_MM
                        + " mm; this has " + sx + " x " + sy + " x " + sz + ".");
            }
        }
    }
}
