package org.glomera.phantom.shapes;

import java.util.Arrays;

/**
 * Exact Euclidean distances on a cubic lattice, one axis after the other (P. F. Felzenszwalb, D. P. Huttenlocher,
 * Distance transforms of sampled functions, Theory of Computing 2012;8:415).
 */
final class DistanceField {

    private static final double FAR = 1e12;

    private final int nx;
    private final int ny;
    private final int nz;

    DistanceField(int nx, int ny, int nz) {
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
    }

    /**
     * The signed distance, in lattice steps, from the surface between inside and outside, negative inside. The surface
     * lies half way between neighbours.
     */
    float[] signed(boolean[] inside) {
        double[] toInside = squared(inside, true);
        double[] toOutside = squared(inside, false);
        float[] signed = new float[inside.length];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = (float) (inside[i] ? 0.5 - Math.sqrt(toOutside[i]) : Math.sqrt(toInside[i]) - 0.5);
        }
        return signed;
    }

    /** The squared distance of every point from the nearest point that is {@code wanted}. */
    private double[] squared(boolean[] inside, boolean wanted) {
        double[] d = new double[inside.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = inside[i] == wanted ? 0 : FAR;
        }
        for (int row = 0; row < ny * nz; row++) {
            sweep(d, row * nx, 1, nx);
        }
        for (int z = 0; z < nz; z++) {
            for (int x = 0; x < nx; x++) {
                sweep(d, z * nx * ny + x, nx, ny);
            }
        }
        for (int column = 0; column < nx * ny; column++) {
            sweep(d, column, nx * ny, nz);
        }
        return d;
    }

    /** Takes the lower envelope of the parabolas along one line. */
    private static void sweep(double[] d, int start, int stride, int n) {
        double[] f = new double[n];
        for (int i = 0; i < n; i++) {
            f[i] = d[start + i * stride];
        }
        int[] apex = new int[n];
        double[] from = new double[n + 1];
        int last = 0;
        Arrays.fill(from, FAR);
        from[0] = -FAR;
        for (int q = 1; q < n; q++) {
            double s = crossing(f, q, apex[last]);
            while (s <= from[last]) {
                last--;
                s = crossing(f, q, apex[last]);
            }
            last++;
            apex[last] = q;
            from[last] = s;
            from[last + 1] = FAR;
        }
        int k = 0;
        for (int q = 0; q < n; q++) {
            while (from[k + 1] < q) {
                k++;
            }
            double away = q - apex[k];
            d[start + q * stride] = away * away + f[apex[k]];
        }
    }

    private static double crossing(double[] f, int q, int p) {
        return (f[q] + (double) q * q - (f[p] + (double) p * p)) / (2.0 * (q - p));
    }
}
