package org.glomera.pipeline.segmenting;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Volume;

/**
 * The weighted mean of overlapping windows' answers on one grid. A window weighs 1 in its middle along z and falls in a
 * straight line to nearly nothing at its ends, where the network sees little of what lies around.
 */
final class WindowSum {

    /** The weight at a window's ends, above zero so that the image's own ends have a mean. */
    private static final double SMALLEST_WEIGHT = 0.01;

    private final Grid own;
    private float[] sum;
    private float[] weights;

    WindowSum(Grid own) {
        this.own = own;
    }

    /**
     * Adds a window.
     *
     * @param probability its answer on the own grid
     * @param window where it lies
     * @param only whether there is no other, so that nothing is weighed
     */
    void add(Volume probability, Grid window, boolean only) {
        if (only) {
            sum = probability.values();
            return;
        }
        if (sum == null) {
            sum = new float[own.voxelCount()];
            weights = new float[own.voxelCount()];
        }
        Affine3 toWindow = window.voxelToPatientMm().inverse().after(own.voxelToPatientMm());
        for (int z = 0; z < own.nz(); z++) {
            for (int y = 0; y < own.ny(); y++) {
                for (int x = 0; x < own.nx(); x++) {
                    float weight = (float) weight(toWindow, x, y, z, window.nz());
                    int at = own.index(x, y, z);
                    sum[at] += weight * probability.values()[at];
                    weights[at] += weight;
                }
            }
        }
    }

    /** The third row of the map alone: where a voxel lies along the window. */
    private static double weight(Affine3 toWindow, int x, int y, int z, int nz) {
        double at = toWindow.column0().z() * x + toWindow.column1().z() * y + toWindow.column2().z() * z
                + toWindow.offset().z();
        double fromMiddle = Math.abs(at - (nz - 1) / 2.0) / (nz / 2.0);
        return fromMiddle > 1 ? 0 : Math.max(SMALLEST_WEIGHT, 1 - fromMiddle);
    }

    /** The mean; 0 where no window lies. */
    float[] mean() {
        if (weights == null) {
            return sum;
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = weights[i] > 0 ? sum[i] / weights[i] : 0;
        }
        return mean;
    }
}
