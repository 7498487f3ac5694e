package org.glomera.evaluation.mask;

/** Voxels ordered by the column along z in which they lie. */
final class Columns {

    private final int nx;
    private final int ny;
    private final int[] first;
    private final int[] order;

    Columns(int nx, int ny, int[] voxels) {
        this.nx = nx;
        this.ny = ny;
        int columns = nx * ny;
        first = new int[columns + 1];
        for (int voxel : voxels) {
            first[voxel % columns + 1]++;
        }
        for (int i = 0; i < columns; i++) {
            first[i + 1] += first[i];
        }
        order = new int[voxels.length];
        int[] next = first.clone();
        for (int i = 0; i < voxels.length; i++) {
            order[next[voxels[i] % columns]++] = i;
        }
    }

    /** Where the voxels of a column, which is y times nx plus x, begin; they end where those of the next begin. */
    int first(int column) {
        return first[column];
    }

    /** Which voxel of those that were given stands at a place of the order. */
    int voxel(int place) {
        return order[place];
    }

    boolean has(int column) {
        return first[column] < first[column + 1];
    }

    /** Whether a column from x0 to before x1 has a voxel, at any y. */
    boolean hasAny(int x0, int x1) {
        for (int y = 0; y < ny; y++) {
            if (first[y * nx + x0] < first[y * nx + x1]) {
                return true;
            }
        }
        return false;
    }
}
