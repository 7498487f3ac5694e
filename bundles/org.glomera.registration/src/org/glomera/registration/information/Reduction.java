package org.glomera.registration.information;

import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;

/** Makes small images of large ones: means over blocks of voxels, then a Gaussian. */
final class Reduction {

    /** What is done to a value before the mean is taken. */
    @FunctionalInterface
    interface Mapping {
        /** The value that counts; {@code value} may be NaN or infinite, the answer is finite. */
        float of(float value);
    }

    private static final double REACH_SIGMAS = 3;

    private Reduction() {
    }

    /**
     * The means of blocks of whole voxels, of which as many lie along each axis as fit into {@code spacingMm}, at least one.
     * A rest at the end of an axis that fills no block is left out.
     */
    static Volume blocks(Volume image, double spacingMm, Mapping mapping, IProgressMonitor monitor) {
        Grid grid = image.grid();
        Vector3 spacing = grid.spacingMm();
        int bx = block(spacingMm, spacing.x(), grid.nx());
        int by = block(spacingMm, spacing.y(), grid.ny());
        int bz = block(spacingMm, spacing.z(), grid.nz());
        Affine3 m = grid.voxelToPatientMm();
        Grid small = new Grid(grid.nx() / bx, grid.ny() / by, grid.nz() / bz, new Affine3(m.column0().times(bx),
                m.column1().times(by), m.column2().times(bz), grid.patientMm((bx - 1) / 2.0, (by - 1) / 2.0,
                        (bz - 1) / 2.0)));
        float[] means = new float[small.voxelCount()];
        float share = 1f / (bx * by * bz);
        IntStream.range(0, small.nz()).parallel().forEach(z -> {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            for (int k = z * bz; k < (z + 1) * bz; k++) {
                for (int j = 0; j < small.ny() * by; j++) {
                    int from = grid.index(0, j, k);
                    int to = small.index(0, j / by, z);
                    for (int x = 0; x < small.nx(); x++) {
                        float sum = 0;
                        for (int i = 0; i < bx; i++) {
                            sum += mapping.of(image.values()[from + x * bx + i]);
                        }
                        means[to + x] += sum * share;
                    }
                }
            }
        });
        return new Volume(small, image.quantity(), means);
    }

    private static int block(double wantedMm, double spacingMm, int count) {
        // a thousandth more, so that a spacing that is meant to be equal is
        return Math.max(1, Math.min(count, (int) (wantedMm / spacingMm + 1e-3)));
    }

    /**
     * The image under a Gaussian of {@code sigmaMm} along each axis of its grid. Kernels are samples of the Gaussian, reach
     * three standard deviations and add up to 1; beyond the border the outermost value goes on.
     */
    static Volume blurred(Volume image, double sigmaMm) {
        Grid grid = image.grid();
        Vector3 spacing = grid.spacingMm();
        int plane = grid.nx() * grid.ny();
        float[] values = image.values();
        values = along(values, grid.nx(), 1, kernel(sigmaMm / spacing.x()));
        values = along(values, grid.ny(), grid.nx(), kernel(sigmaMm / spacing.y()));
        values = along(values, grid.nz(), plane, kernel(sigmaMm / spacing.z()));
        return new Volume(grid, image.quantity(), values);
    }

    private static float[] kernel(double sigma) {
        int reach = (int) Math.ceil(REACH_SIGMAS * sigma);
        float[] kernel = new float[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            sum += weight(i, sigma);
        }
        for (int i = -reach; i <= reach; i++) {
            kernel[reach + i] = (float) (weight(i, sigma) / sum);
        }
        return kernel;
    }

    private static double weight(int i, double sigma) {
        return i == 0 ? 1 : Math.exp(-i * i / (2 * sigma * sigma));
    }

    /** Convolves along an axis of {@code count} voxels that lie {@code step} apart in the array. */
    private static float[] along(float[] values, int count, int step, float[] kernel) {
        if (kernel.length == 1) {
            return values;
        }
        float[] result = new float[values.length];
        int reach = kernel.length / 2;
        IntStream.range(0, values.length / count).parallel().forEach(line -> {
            int start = line / step * step * count + line % step;
            for (int i = 0; i < count; i++) {
                float sum = 0;
                for (int k = -reach; k <= reach; k++) {
                    sum += kernel[reach + k] * values[start + Math.max(0, Math.min(count - 1, i + k)) * step];
                }
                result[start + i * step] = sum;
            }
        });
        return result;
    }
}
