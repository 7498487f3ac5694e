package org.glomera.render.vtk.scene;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.CloudItem;

/**
 * The part of a cloud's volume that is not transparent, with one voxel around it so that it ends in the open, on a
 * right-handed grid of at least two voxels a side.
 *
 * @param nx voxels along x, 0 when nothing is to be seen
 * @param ny voxels along y
 * @param nz voxels along z
 * @param values 0 at {@code low} and below and for NaN, 255 at {@code high} and above, as unsigned bytes, x fastest
 * @param toPatientMm from these voxels' indices to patient millimetres
 */
record CloudVoxels(int nx, int ny, int nz, byte[] values, Affine3 toPatientMm) {

    /** Whether nothing is to be seen. */
    boolean isEmpty() {
        return nx == 0;
    }

    static CloudVoxels of(CloudItem cloud) {
        Grid grid = cloud.volume().grid();
        int[] box = box(cloud);
        if (box[0] > box[3]) {
            return new CloudVoxels(0, 0, 0, new byte[0], grid.voxelToPatientMm());
        }
        int nx = box[3] - box[0] + 3;
        int ny = box[4] - box[1] + 3;
        int nz = box[5] - box[2] + 3;
        // Ray casting tells front from back by the handedness, so a left-handed grid is mirrored along x.
        boolean mirrored = grid.voxelToPatientMm().determinant() < 0;
        byte[] values = new byte[Math.multiplyExact(Math.multiplyExact(nx, ny), nz)];
        for (int z = box[2]; z <= box[5]; z++) {
            for (int y = box[1]; y <= box[4]; y++) {
                int row = ((z - box[2] + 1) * ny + y - box[1] + 1) * nx;
                for (int x = box[0]; x <= box[3]; x++) {
                    int column = x - box[0] + 1;
                    values[row + (mirrored ? nx - 1 - column : column)] = level(cloud, cloud.volume().at(x, y, z));
                }
            }
        }
        Affine3 map = grid.voxelToPatientMm();
        Vector3 first = grid.patientMm(mirrored ? box[3] + 1 : box[0] - 1, box[1] - 1, box[2] - 1);
        Vector3 alongX = mirrored ? map.column0().times(-1) : map.column0();
        return new CloudVoxels(nx, ny, nz, values, new Affine3(alongX, map.column1(), map.column2(), first));
    }

    private static byte level(CloudItem cloud, float value) {
        double share = (value - cloud.low()) / (cloud.high() - cloud.low());
        // NaN is not above 0.
        return (byte) (share > 0 ? Math.min(255, Math.round(255 * share)) : 0);
    }

    /** The first and the last index along each axis with a value above {@code low}; swapped when there is none. */
    private static int[] box(CloudItem cloud) {
        Grid grid = cloud.volume().grid();
        int[] box = {grid.nx(), grid.ny(), grid.nz(), -1, -1, -1};
        float[] values = cloud.volume().values();
        int i = 0;
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++, i++) {
                    if (values[i] > cloud.low()) {
                        box[0] = Math.min(box[0], x);
                        box[1] = Math.min(box[1], y);
                        box[2] = Math.min(box[2], z);
                        box[3] = Math.max(box[3], x);
                        box[4] = Math.max(box[4], y);
                        box[5] = Math.max(box[5], z);
                    }
                }
            }
        }
        return box;
    }
}
