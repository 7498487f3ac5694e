package org.glomera.render.vtk.surface;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;

/**
 * The voxels of one label, cut out of their grid with one empty voxel more on every side, so that a surface around them
 * is closed where the mask touches the grid's border.
 *
 * @param grid the grid that the voxels were cut out of
 * @param firstX index of the box's first voxel along x in that grid, -1 where the box begins outside
 * @param firstY the same along y
 * @param firstZ the same along z
 * @param nx number of voxels of the box along x
 * @param ny number of voxels along y
 * @param nz number of voxels along z
 * @param inside 1 for a voxel of the label, else 0; x fastest
 * @param count number of voxels of the label
 */
record MaskBox(Grid grid, int firstX, int firstY, int firstZ, int nx, int ny, int nz, byte[] inside, int count) {

    /** The whole of the largest CT; a larger box is no kidney and would fill the memory. */
    private static final long MOST_VOXELS = 300_000_000L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /**
     * Cuts a label out.
     *
     * @return empty when no voxel has the label
     * @throws GlomeraException when its box is too large
     */
    static Optional<MaskBox> of(LabelMap map, int label, IProgressMonitor monitor) throws GlomeraException {
        Grid grid = map.grid();
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {-1, -1, -1};
        for (int z = 0; z < grid.nz(); z++) {
            checkCanceled(monitor);
            for (int y = 0; y < grid.ny(); y++) {
                widen(map.labels(), grid.index(0, y, z), grid.nx(), (byte) label, y, z, low, high);
            }
        }
        if (high[0] < 0) {
            return Optional.empty();
        }
        int nx = high[0] - low[0] + 3;
        int ny = high[1] - low[1] + 3;
        int nz = high[2] - low[2] + 3;
        if ((long) nx * ny * nz > MOST_VOXELS) {
            throw new GlomeraException(Kind.RESOURCES, "The label " + label + " of this delineation reaches over "
                    + nx + " x " + ny + " x " + nz + " voxels, too many for a surface. Check the delineation.");
        }
        byte[] inside = new byte[nx * ny * nz];
        int count = copy(map, (byte) label, low, nx, ny, nz, inside);
        return Optional.of(new MaskBox(grid, low[0] - 1, low[1] - 1, low[2] - 1, nx, ny, nz, inside, count));
    }

    static void checkCanceled(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    private static void widen(byte[] labels, int row, int nx, byte label, int y, int z, int[] low, int[] high) {
        int first = first(labels, row, row + nx, label);
        if (first < 0) {
            return;
        }
        int last = row + nx - 1;
        while (labels[last] != label) {
            last--;
        }
        low[0] = Math.min(low[0], first - row);
        high[0] = Math.max(high[0], last - row);
        low[1] = Math.min(low[1], y);
        high[1] = Math.max(high[1], y);
        low[2] = Math.min(low[2], z);
        high[2] = z;
    }

    /** The first place of a label from {@code from} to before {@code end}, -1 if it is not there; skips background. */
    private static int first(byte[] labels, int from, int end, byte label) {
        int i = from;
        while (i < end) {
            if (i + Long.BYTES <= end && (long) LONGS.get(labels, i) == 0) {
                i += Long.BYTES;
            } else if (labels[i] == label) {
                return i;
            } else {
                i++;
            }
        }
        return -1;
    }

    private static int copy(LabelMap map, byte label, int[] low, int nx, int ny, int nz, byte[] inside) {
        int count = 0;
        for (int z = 1; z < nz - 1; z++) {
            for (int y = 1; y < ny - 1; y++) {
                int from = map.grid().index(low[0], low[1] + y - 1, low[2] + z - 1);
                int to = (z * ny + y) * nx + 1;
                for (int x = 0; x < nx - 2; x++) {
                    if (map.labels()[from + x] == label) {
                        inside[to + x] = 1;
                        count++;
                    }
                }
            }
        }
        return count;
    }

    /** Volume of the voxels in millilitres. */
    double volumeMl() {
        return count * grid.voxelVolumeMl();
    }

    /** Half of a voxel's longest diagonal in millimetres. */
    double halfDiagonalMm() {
        double longest = 0;
        for (int corner = 0; corner < 4; corner++) {
            longest = Math.max(longest, grid.voxelToPatientMm().applyToDirection(new Vector3(
                    0.5, (corner & 1) - 0.5, (corner >> 1) - 0.5)).length());
        }
        return longest;
    }

    /** Changes positions from indices of the box to patient millimetres, in place. */
    void toPatientMm(double[] points) {
        Affine3 map = grid.voxelToPatientMm();
        Vector3 a = map.column0();
        Vector3 b = map.column1();
        Vector3 c = map.column2();
        Vector3 first = grid.patientMm(firstX, firstY, firstZ);
        for (int i = 0; i < points.length; i += 3) {
            double x = points[i];
            double y = points[i + 1];
            double z = points[i + 2];
            points[i] = a.x() * x + b.x() * y + c.x() * z + first.x();
            points[i + 1] = a.y() * x + b.y() * y + c.y() * z + first.y();
            points[i + 2] = a.z() * x + b.z() * y + c.z() * z + first.z();
        }
    }
}
