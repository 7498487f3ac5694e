package org.glomera.evaluation.metrics;

import org.glomera.evaluation.mask.SurfaceDistances;

/**
 * The average symmetric surface distance in mm: the mean distance to the nearest surface voxel of the other delineation
 * over the surface voxels of both, each counted once (Heimann et al., IEEE Transactions on Medical Imaging 28, 2009).
 * NaN when a delineation is empty.
 */
public final class MeanSurfaceDistanceMetric extends SurfaceMetric {

    /** Makes the metric. */
    public MeanSurfaceDistanceMetric() {
        super("mm");
    }

    @Override
    double value(SurfaceDistances surfaces) {
        return surfaces.meanMm();
    }
}
