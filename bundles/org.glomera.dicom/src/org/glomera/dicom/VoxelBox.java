package org.glomera.dicom;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/** A box of voxel indices, both ends included; empty when an upper end is below the lower one. */
record VoxelBox(int x0, int x1, int y0, int y1, int z0, int z1) {

    /** No voxel. */
    static final VoxelBox EMPTY = new VoxelBox(0, -1, 0, -1, 0, -1);

    /** Whether a place is farther outside a grid than the grid is wide. */
    static boolean isFar(Vector3 voxel, Grid grid) {
        return isFar(voxel.x(), grid.nx()) || isFar(voxel.y(), grid.ny()) || isFar(voxel.z(), grid.nz());
    }

    private static boolean isFar(double index, int size) {
        return !(index >= -size - 2 && index <= 2.0 * size + 2);
    }

    int nx() {
        return x1 - x0 + 1;
    }

    int ny() {
        return y1 - y0 + 1;
    }

    long voxels() {
        return (long) nx() * ny() * (z1 - z0 + 1);
    }

    /** The box that holds a place, too. */
    VoxelBox with(Vector3 voxel) {
        int lowX = (int) Math.floor(voxel.x());
        int lowY = (int) Math.floor(voxel.y());
        int lowZ = (int) Math.floor(voxel.z());
        int highX = (int) Math.ceil(voxel.x());
        int highY = (int) Math.ceil(voxel.y());
        int highZ = (int) Math.ceil(voxel.z());
        if (x1 < x0) {
            return new VoxelBox(lowX, highX, lowY, highY, lowZ, highZ);
        }
        return new VoxelBox(Math.min(x0, lowX), Math.max(x1, highX), Math.min(y0, lowY), Math.max(y1, highY),
                Math.min(z0, lowZ), Math.max(z1, highZ));
    }
}
