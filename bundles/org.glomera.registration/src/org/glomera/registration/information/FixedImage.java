package org.glomera.registration.information;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Volume;

/** The image that stays, at one resolution, in bins of the histogram; read at any place by trilinear interpolation. */
final class FixedImage {

    /** What stands for a place without a value. */
    static final float OUTSIDE = -1;

    private final Grid grid;
    private final Affine3 patientToVoxel;
    private final float[] values;
    private final int row;
    private final int plane;

    /** Makes an image whose values are bins. */
    FixedImage(Volume bins) {
        grid = bins.grid();
        patientToVoxel = grid.voxelToPatientMm().inverse();
        values = bins.values();
        row = grid.nx();
        plane = grid.nx() * grid.ny();
    }

    /** From patient millimetres to the voxel indices that {@link #at} takes. */
    Affine3 patientToVoxel() {
        return patientToVoxel;
    }

    /** The value at voxel indices, {@link #OUTSIDE} beyond the outermost centres. */
    double at(double x, double y, double z) {
        if (!(x >= 0 && y >= 0 && z >= 0 && x <= grid.nx() - 1 && y <= grid.ny() - 1 && z <= grid.nz() - 1)) {
            return OUTSIDE;
        }
        int i = (int) x;
        int j = (int) y;
        int k = (int) z;
        double u = x - i;
        double v = y - j;
        double w = z - k;
        int at = k * plane + j * row + i;
        int dx = i + 1 < grid.nx() ? 1 : 0;
        int dy = j + 1 < grid.ny() ? row : 0;
        int dz = k + 1 < grid.nz() ? plane : 0;
        double front = line(at, dx, u) * (1 - v) + line(at + dy, dx, u) * v;
        double back = line(at + dz, dx, u) * (1 - v) + line(at + dz + dy, dx, u) * v;
        return front * (1 - w) + back * w;
    }

    private double line(int at, int dx, double u) {
        float first = values[at];
        return first + u * (values[at + dx] - first);
    }
}
