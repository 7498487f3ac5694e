package org.glomera.render.layers;

import org.glomera.render.surface.SurfaceOptions;

/**
 * How kidneys are drawn.
 *
 * @param opacity from 0 (not to be seen) to 1 (solid)
 * @param smooth whether surfaces are smoothed and thinned out, or show every voxel's steps
 * @param distances whether the distance to the reference delineation is shown as colours
 * @param rangeMm the distance in millimetres, to the outside and to the inside, at which the colours end
 */
public record SurfaceLook(double opacity, boolean smooth, boolean distances, double rangeMm) {

    private static final double RANGE_MM = 5;

    /** Refuses an opacity beyond 0 to 1 and a range that is not positive. */
    public SurfaceLook {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity " + opacity + " is not between 0 and 1");
        }
        if (!(rangeMm > 0) || Double.isInfinite(rangeMm)) {
            throw new IllegalArgumentException("Distances are shown up to " + rangeMm + " mm.");
        }
    }

    /** Smooth, solid, each delineation in its colour. */
    public static SurfaceLook plain() {
        return new SurfaceLook(1, true, false, RANGE_MM);
    }

    /** How surfaces are made for this look. */
    public SurfaceOptions options() {
        return smooth ? SurfaceOptions.defaults() : SurfaceOptions.none();
    }

    /** The same with another opacity. */
    public SurfaceLook withOpacity(double newOpacity) {
        return new SurfaceLook(newOpacity, smooth, distances, rangeMm);
    }

    /** The same, smooth or with every voxel's steps. */
    public SurfaceLook withSmooth(boolean newSmooth) {
        return new SurfaceLook(opacity, newSmooth, distances, rangeMm);
    }

    /** The same with distances as colours, or without. */
    public SurfaceLook withDistances(boolean newDistances) {
        return new SurfaceLook(opacity, smooth, newDistances, rangeMm);
    }

    /** The same with colours that end at another distance in millimetres. */
    public SurfaceLook withRangeMm(double newRangeMm) {
        return new SurfaceLook(opacity, smooth, distances, newRangeMm);
    }
}
