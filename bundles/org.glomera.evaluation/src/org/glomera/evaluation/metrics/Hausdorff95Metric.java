package org.glomera.evaluation.metrics;

import org.glomera.evaluation.mask.SurfaceDistances;

/**
 * The 95 % Hausdorff distance in mm: the larger of the two directed 95th percentiles of the distances from the surface
 * voxels of one delineation to the nearest surface voxel of the other. This is the definition of Metrics Reloaded
 * (Maier-Hein, Reinke et al., Nature Methods 21, 2024) and of MONAI's {@code HausdorffDistanceMetric(percentile=95)};
 * MedPy's {@code hd95} instead takes one percentile of both sets of distances pooled, and DeepMind's surface-distance
 * weights surface elements by their area. See {@link SurfaceDistances} for what a surface voxel is. NaN when a
 * delineation is empty.
 */
public final class Hausdorff95Metric extends SurfaceMetric {

    private static final double QUANTILE = 0.95;

    /** Makes the metric. */
    public Hausdorff95Metric() {
        super("mm");
    }

    @Override
    double value(SurfaceDistances surfaces) {
        return surfaces.hausdorffMm(QUANTILE);
    }
}
