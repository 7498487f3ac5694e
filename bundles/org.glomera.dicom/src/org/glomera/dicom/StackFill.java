package org.glomera.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.progress.SideBySide;

/**
 * Brings the values of slices onto the grid of their layout: in place where each plane is a slice, else by linear
 * interpolation within and between slices, in double precision. A voxel's value reaches half a voxel beyond the
 * outermost centres of a slice; further out there is none.
 */
final class StackFill {

    private final StackLayout layout;
    private final float[] slices;
    private final float outside;
    private final int columns;
    private final int rows;

    private StackFill(StackLayout layout, float[] slices, float outside) {
        this.layout = layout;
        this.slices = slices;
        this.outside = outside;
        this.columns = layout.sliceColumns();
        this.rows = layout.sliceRows();
    }

    /**
     * The values on the grid.
     *
     * @param slices the slices in the order of the layout's places; given away, it may be the result
     * @param outside the value of voxels that no slice shows
     */
    static float[] fill(StackLayout layout, float[] slices, float outside, IProgressMonitor monitor)
            throws GlomeraException {
        List<SliceSpacing.Plane> planes = layout.planes();
        boolean plain = layout.shifts().upright() && planes.size() * (long) layout.voxelsPerSlice() == slices.length
                && planes.stream().allMatch(plane -> plane.below() == plane.above());
        if (plain) {
            permute(slices, planes.stream().mapToInt(SliceSpacing.Plane::below).toArray(), layout.voxelsPerSlice());
            return slices;
        }
        float[] values = new float[layout.grid().voxelCount()];
        StackFill fill = new StackFill(layout, slices, outside);
        SideBySide.all(IntStream.range(0, planes.size()).boxed().toList(), monitor, (z, asked) -> {
            fill.plane(z, values);
            return z;
        });
        return values;
    }

    /** Puts slice {@code order[z]} at place z, with room for one slice more. */
    static void permute(float[] slices, int[] order, int count) {
        float[] spare = new float[count];
        boolean[] done = new boolean[order.length];
        for (int start = 0; start < order.length; start++) {
            if (done[start] || order[start] == start) {
                continue;
            }
            System.arraycopy(slices, start * count, spare, 0, count);
            int z = start;
            while (order[z] != start) {
                System.arraycopy(slices, order[z] * count, slices, z * count, count);
                done[z] = true;
                z = order[z];
            }
            System.arraycopy(spare, 0, slices, z * count, count);
            done[z] = true;
        }
    }

    private void plane(int z, float[] values) {
        SliceSpacing.Plane plane = layout.planes().get(z);
        int nx = layout.grid().nx();
        int ny = layout.grid().ny();
        if (layout.shifts().upright()) {
            between(plane, values, z * nx * ny);
            return;
        }
        double[] below = new double[nx];
        double[] above = new double[nx];
        for (int y = 0; y < ny; y++) {
            row(plane.below(), y, below);
            row(plane.above(), y, above);
            for (int x = 0; x < nx; x++) {
                double value = plane.weight() == 0 ? below[x]
                        : below[x] + plane.weight() * (above[x] - below[x]);
                values[(z * ny + y) * nx + x] = Double.isNaN(value) ? outside : (float) value;
            }
        }
    }

    private void between(SliceSpacing.Plane plane, float[] values, int offset) {
        int count = layout.voxelsPerSlice();
        int below = plane.below() * count;
        int above = plane.above() * count;
        if (plane.weight() == 0) {
            System.arraycopy(slices, below, values, offset, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            double low = slices[below + i];
            values[offset + i] = (float) (low + plane.weight() * (slices[above + i] - low));
        }
    }

    /** One row of the grid from a shifted slice; NaN where the slice does not reach. */
    private void row(int slice, int y, double[] target) {
        double sourceY = y + layout.shifts().firstRow() - layout.shifts().rowShifts()[slice];
        if (sourceY < -0.5 || sourceY > rows - 0.5) {
            Arrays.fill(target, Double.NaN);
            return;
        }
        double insideY = Math.max(0, Math.min(rows - 1, sourceY));
        int y0 = (int) Math.min(insideY, Math.max(0, rows - 2));
        double wy = insideY - y0;
        int row0 = (slice * rows + y0) * columns;
        int row1 = wy == 0 ? row0 : row0 + columns;
        for (int x = 0; x < target.length; x++) {
            double sourceX = x + layout.shifts().firstColumn() - layout.shifts().columnShifts()[slice];
            if (sourceX < -0.5 || sourceX > columns - 0.5) {
                target[x] = Double.NaN;
                continue;
            }
            double insideX = Math.max(0, Math.min(columns - 1, sourceX));
            int x0 = (int) Math.min(insideX, Math.max(0, columns - 2));
            double wx = insideX - x0;
            int right = wx == 0 ? 0 : 1;
            double top = slices[row0 + x0] + wx * (slices[row0 + x0 + right] - (double) slices[row0 + x0]);
            double bottom = slices[row1 + x0] + wx * (slices[row1 + x0 + right] - (double) slices[row1 + x0]);
            target[x] = top + wy * (bottom - top);
        }
    }
}
