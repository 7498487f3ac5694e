package org.glomera.pipeline.segmenting;

import java.util.Arrays;
import java.util.List;

import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;

/**
 * The weighted mean of overlapping windows' answers on their lattice. A window weighs most in its middle and falls off
 * as a Gaussian with a standard deviation of an eighth of the window along each axis along which there is more than one:
 * near its ends a network sees little of what lies around (Isensee et al., nnU-Net, Nature Methods 18, 203-211, 2021,
 * section "Inference" of the supplement):
 *
 * <pre>
 * w(i) = exp(-(i - (n - 1) / 2)² / (2 (n / 8)²)),   weight of a point = w(i) w(j) w(k)
 * </pre>
 *
 * Windows stand at every combination of their places along x, y and z, so the sum of all weights at a point is a product
 * too and needs no array. A single window is its own mean, bit for bit. The order of windows changes nothing but the last
 * digit. One thread at a time.
 */
final class WindowSum {

    /** The standard deviation as a share of the window. */
    private static final double DEVIATION = 1.0 / 8;

    private final WindowPlan plan;
    private final double[][] weights = new double[3][];
    private final double[][] totals = new double[3][];
    private final float[] sum;

    WindowSum(WindowPlan plan) {
        this.plan = plan;
        for (int axis = 0; axis < 3; axis++) {
            AxisPlan along = plan.axis(axis);
            List<Integer> starts = along.starts();
            weights[axis] = starts.size() == 1 ? ones(along.window()) : gaussian(along.window());
            totals[axis] = new double[along.points()];
            for (int start : starts) {
                for (int i = 0; i < along.window(); i++) {
                    totals[axis][start + i] += weights[axis][i];
                }
            }
        }
        this.sum = new float[plan.lattice().voxelCount()];
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The weights along a window of n points, 1 in its middle. */
    static double[] gaussian(int n) {
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double away = (i - (n - 1) / 2.0) / (n * DEVIATION);
            weights[i] = Math.exp(-away * away / 2);
        }
        return weights;
    }

    /** Adds a window's answer, x fastest. */
    void add(float[] answer, WindowPlan.Box window) {
        for (int k = 0; k < window.nz(); k++) {
            for (int j = 0; j < window.ny(); j++) {
                double row = weights[2][k] * weights[1][j];
                int from = (k * window.ny() + j) * window.nx();
                int to = plan.lattice().index(window.x(), window.y() + j, window.z() + k);
                for (int i = 0; i < window.nx(); i++) {
                    sum[to + i] += (float) (row * weights[0][i] * answer[from + i]);
                }
            }
        }
    }

    /** The mean over the lattice, when every window was added. Ends this sum: it gives its array away. */
    Volume mean() {
        int nx = plan.lattice().nx();
        int ny = plan.lattice().ny();
        for (int k = 0; k < totals[2].length; k++) {
            for (int j = 0; j < ny; j++) {
                double row = totals[2][k] * totals[1][j];
                int at = (k * ny + j) * nx;
                for (int i = 0; i < nx; i++) {
                    sum[at + i] = (float) (sum[at + i] / (row * totals[0][i]));
                }
            }
        }
        return new Volume(plan.lattice(), Quantity.PROBABILITY, sum);
    }
}
