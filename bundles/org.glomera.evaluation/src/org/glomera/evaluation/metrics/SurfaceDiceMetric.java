package org.glomera.evaluation.metrics;

import org.glomera.evaluation.mask.SurfaceDistances;

/**
 * The normalised surface Dice: the share of both surfaces that lies at most the tolerance away from the other surface
 * (Nikolov et al., Journal of Medical Internet Research 23, 2021, there by area, here by surface voxels as in Metrics
 * Reloaded). 1 when no part is further away, 0 when all is. NaN when a delineation is empty.
 */
public final class SurfaceDiceMetric extends SurfaceMetric {

    /** The tolerance of the contributed metric, in mm. */
    public static final double TOLERANCE_MM = 3;

    private final double toleranceMm;

    /** Makes the metric with the usual tolerance of 3 mm. */
    public SurfaceDiceMetric() {
        this(TOLERANCE_MM);
    }

    /**
     * Makes the metric with another tolerance.
     *
     * @param toleranceMm in mm, 0 or more
     */
    public SurfaceDiceMetric(double toleranceMm) {
        super("1");
        if (!(toleranceMm >= 0)) {
            throw new IllegalArgumentException("A tolerance is 0 mm or more; this is " + toleranceMm + ".");
        }
        this.toleranceMm = toleranceMm;
    }

    @Override
    double value(SurfaceDistances surfaces) {
        return surfaces.shareWithin(toleranceMm);
    }
}
