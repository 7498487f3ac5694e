package org.glomera.network.augmentation.standard;

import java.util.stream.IntStream;

import org.glomera.network.ImageFacts;

/**
 * A Gaussian of the same width in mm along each axis, whatever the spacings: one pass an axis. Weights are those of the
 * discrete Gaussian, {@code exp(-t) I_n(t)} with the modified Bessel functions I_n and t the variance in squared voxels
 * (Lindeberg, "Scale-space for discrete signals", IEEE PAMI 12 (1990) 234): their variance is t however narrow the
 * Gaussian is beside a voxel, where a sampled one would not smooth at all. Beyond the outermost voxels their values hold.
 * Safe for use by several threads.
 */
final class GaussianFilter {

    private static final double REACH_SD = 4;
    /** In squared voxels: neighbours have less than single precision shows. */
    private static final double SMALLEST_VARIANCE = 1e-8;
    /** The recurrence begins so many voxels beyond twice the reach, where its arbitrary start is forgotten. */
    private static final int BEYOND = 30;
    private static final double LARGE = 1e100;

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

    /**
     * The weights of a voxel and of those beside it, from the voxel itself outwards: Bessel functions by the recurrence
     * {@code I_(n-1) = I_(n+1) + (2 n / t) I_n} from far outside inwards (Miller's), divided by their sum.
     */
    private static float[] kernel(double sigmaVoxels) {
        double t = sigmaVoxels * sigmaVoxels;
        if (t < SMALLEST_VARIANCE) {
            return new float[] {1};
        }
        int reach = (int) Math.ceil(REACH_SD * sigmaVoxels) + 1;
        int far = 2 * reach + BEYOND;
        double[] bessel = new double[far + 2];
        bessel[far] = Double.MIN_NORMAL;
        for (int n = far; n > 0; n--) {
            bessel[n - 1] = bessel[n + 1] + 2 * n / t * bessel[n];
            if (bessel[n - 1] > LARGE) {
                for (int i = n - 1; i < bessel.length; i++) {
                    bessel[i] /= LARGE;
                }
            }
        }
        double sum = bessel[0];
        for (int n = 1; n <= reach; n++) {
            sum += 2 * bessel[n];
        }
        float[] kernel = new float[reach + 1];
        for (int n = 0; n <= reach; n++) {
            kernel[n] = (float) (bessel[n] / sum);
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
