package org.glomera.network.augmentation.standard;

import java.util.stream.IntStream;

import org.glomera.network.augmentation.ImageFacts;

/**
 * A Gaussian of the same width in mm along each axis, whatever the spacings: one pass an axis. A weight is the Gaussian
 * at the voxel's distance, up to four standard deviations, divided by their sum. Beyond the outermost voxels their values
 * hold. Safe for use by several threads.
 */
final class GaussianFilter {

    private static final double REACH_SD = 4;

    private final int nx;
    private final int ny;
    private final int nz;
    private final float[][] kernels;

    /**
     * Makes a filter for images of one size and spacing.
     *
     * @param sigmaMm standard deviation in mm, 0 for no smoothing
     */
    GaussianFilter(ImageFacts facts, double sigmaMm) {
        this.nx = facts.nx();
        this.ny = facts.ny();
        this.nz = facts.nz();
        this.kernels = new float[][] {kernel(sigmaMm / facts.spacingMm().x()), kernel(sigmaMm / facts.spacingMm().y()),
                kernel(sigmaMm / facts.spacingMm().z())};
    }

    /** The weights of a voxel and of those beside it, from the voxel itself outwards. */
    private static float[] kernel(double sigmaVoxels) {
        int reach = (int) Math.ceil(REACH_SD * sigmaVoxels);
        double[] weights = new double[reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            weights[i] = i == 0 ? 1 : Math.exp(-0.5 * (i / sigmaVoxels) * (i / sigmaVoxels));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        float[] kernel = new float[reach + 1];
        for (int i = 0; i <= reach; i++) {
            kernel[i] = (float) (weights[i] / sum);
        }
        return kernel;
    }

    /** The smoothed values in a new array; the same array when the width is 0. */
    float[] smooth(float[] from) {
        if (kernels[0].length == 1 && kernels[1].length == 1 && kernels[2].length == 1) {
            return from;
        }
        float[] alongZ = new float[from.length];
        float[] all = new float[from.length];
        IntStream.range(0, nz).parallel().forEach(z -> weighRows(from, alongZ, z * nx * ny, nx * ny, z, nz, kernels[2]));
        IntStream.range(0, nz).parallel().forEach(z -> inSlice(alongZ, all, z * nx * ny));
        return all;
    }

    private void inSlice(float[] from, float[] to, int slice) {
        float[] padded = new float[nx + 2 * (kernels[0].length - 1)];
        float[] plane = new float[nx * ny];
        for (int y = 0; y < ny; y++) {
            weighRows(from, slice + y * nx, plane, y * nx, nx, nx, y, ny, kernels[1]);
        }
        for (int y = 0; y < ny; y++) {
            alongX(plane, y * nx, to, slice + y * nx, padded);
        }
    }

    private static void weighRows(float[] from, float[] to, int at, int length, int place, int places, float[] kernel) {
        weighRows(from, at, to, at, length, length, place, places, kernel);
    }

    /** The weighted sum of a row (or a slice) and those before and after it. */
    private static void weighRows(float[] from, int at, float[] to, int target, int length, int stride, int place,
            int places, float[] kernel) {
        float own = kernel[0];
        for (int i = 0; i < length; i++) {
            to[target + i] = own * from[at + i];
        }
        for (int k = 1; k < kernel.length; k++) {
            int before = at + (Math.max(0, place - k) - place) * stride;
            int after = at + (Math.min(places - 1, place + k) - place) * stride;
            float weight = kernel[k];
            for (int i = 0; i < length; i++) {
                to[target + i] += weight * (from[before + i] + from[after + i]);
            }
        }
    }

    private void alongX(float[] from, int at, float[] to, int target, float[] padded) {
        float[] kernel = kernels[0];
        int reach = kernel.length - 1;
        for (int i = 0; i < padded.length; i++) {
            padded[i] = from[at + Math.min(Math.max(i - reach, 0), nx - 1)];
        }
        for (int x = 0; x < nx; x++) {
            to[target + x] = kernel[0] * padded[x + reach];
        }
        for (int k = 1; k <= reach; k++) {
            float weight = kernel[k];
            for (int x = 0; x < nx; x++) {
                to[target + x] += weight * (padded[x + reach - k] + padded[x + reach + k]);
            }
        }
    }
}
