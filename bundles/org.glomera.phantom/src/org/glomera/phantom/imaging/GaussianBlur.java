package org.glomera.phantom.imaging;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * Convolves with a Gaussian, one axis after the other. Kernels are samples of the Gaussian,
 * reach four standard deviations and add up to 1; beyond the grid there is nothing (0), as beyond a camera's field of
 * view.
 */
public final class GaussianBlur {

    /** Full width at half maximum of a Gaussian in standard deviations: 2 sqrt(2 ln 2). */
    public static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

    private static final double REACH_SIGMAS = 4;

    private GaussianBlur() {
    }

    /** Blurs {@code values} in place with a full width at half maximum in millimetres along each axis of the grid. */
    public static void blur(float[] values, Grid grid, double fwhmMm) {
        Vector3 spacing = grid.spacingMm();
        double sigma = fwhmMm / FWHM_PER_SIGMA;
        blurVoxels(values, grid, sigma / spacing.x(), sigma / spacing.y(), sigma / spacing.z());
    }

    /** Blurs {@code values} in place with standard deviations in voxels. */
    static void blurVoxels(float[] values, Grid grid, double sx, double sy, double sz) {
        alongX(values, grid, kernel(sx));
        alongRows(values, grid.nx(), grid.ny(), grid.nz(), kernel(sy));
        alongRows(values, grid.nx() * grid.ny(), grid.nz(), 1, kernel(sz));
    }

    /** The kernel from the middle outwards; the middle counts once, the others twice, and so they add up to 1. */
    static float[] kernel(double sigma) {
        int reach = (int) Math.ceil(REACH_SIGMAS * sigma);
        double[] weights = new double[reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            weights[i] = sigma == 0 ? 1 : Math.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        float[] kernel = new float[reach + 1];
        for (int i = 0; i <= reach; i++) {
            kernel[i] = (float) (weights[i] / sum);
        }
        return kernel;
    }

    private static void alongX(float[] values, Grid grid, float[] kernel) {
        int nx = grid.nx();
        int reach = kernel.length - 1;
        float[] row = new float[nx + 2 * reach];
        for (int start = 0; start < values.length; start += nx) {
            System.arraycopy(values, start, row, reach, nx);
            for (int x = 0; x < nx; x++) {
                values[start + x] = kernel[0] * row[reach + x];
            }
            for (int k = 1; k <= reach; k++) {
                float weight = kernel[k];
                for (int x = 0; x < nx; x++) {
                    values[start + x] += weight * (row[reach + x - k] + row[reach + x + k]);
                }
            }
        }
    }

    /** Blurs across rows of length {@code row}, of which {@code count} lie behind each other, in {@code planes} blocks. */
    private static void alongRows(float[] values, int row, int count, int planes, float[] kernel) {
        float[] block = new float[row * count];
        for (int p = 0; p < planes; p++) {
            int start = p * block.length;
            System.arraycopy(values, start, block, 0, block.length);
            for (int i = 0; i < count; i++) {
                int target = start + i * row;
                for (int x = 0; x < row; x++) {
                    values[target + x] = kernel[0] * block[i * row + x];
                }
                for (int k = 1; k < kernel.length; k++) {
                    add(values, target, block, i - k, row, count, kernel[k]);
                    add(values, target, block, i + k, row, count, kernel[k]);
                }
            }
        }
    }

    private static void add(float[] values, int target, float[] block, int i, int row, int count, float weight) {
        if (i >= 0 && i < count) {
            int source = i * row;
            for (int x = 0; x < row; x++) {
                values[target + x] += weight * block[source + x];
            }
        }
    }
}
