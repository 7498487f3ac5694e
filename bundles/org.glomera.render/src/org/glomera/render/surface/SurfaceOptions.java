package org.glomera.render.surface;

/**
 * How the surface of a mask is smoothed and thinned out. Whatever is chosen, {@link Fidelity} says how far the surface
 * went from the voxels.
 *
 * @param smoothingIterations how often the smoothing filter is applied, 0 to {@value #MOST_ITERATIONS}; 0 leaves the
 *        steps of the voxels as they are
 * @param passBand which waves of the surface the smoothing keeps, above 0 (the longest alone) to 2 (all): the pass band
 *        of a windowed sinc filter (Taubin, Zhang, Golub: Optimal surface smoothing as filter design, ECCV 1996)
 * @param keptTriangles share of the triangles that is kept, above 0 to 1; 1 keeps all
 */
public record SurfaceOptions(int smoothingIterations, double passBand, double keptTriangles) {

    /** The most iterations of smoothing. */
    public static final int MOST_ITERATIONS = 200;

    private static final SurfaceOptions DEFAULTS = new SurfaceOptions(20, 0.03, 0.35);
    private static final SurfaceOptions NONE = new SurfaceOptions(0, 2, 1);

    /** Refuses numbers out of range. */
    public SurfaceOptions {
        if (smoothingIterations < 0 || smoothingIterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException("A surface is smoothed 0 to " + MOST_ITERATIONS + " times, not "
                    + smoothingIterations + ".");
        }
        if (!(passBand > 0 && passBand <= 2)) {
            throw new IllegalArgumentException("A pass band lies above 0 and up to 2; this is " + passBand + ".");
        }
        if (!(keptTriangles > 0 && keptTriangles <= 1)) {
            throw new IllegalArgumentException("A share of triangles lies above 0 and up to 1; this is "
                    + keptTriangles + ".");
        }
    }

    /** Smoothed and thinned out so far that kidneys keep their place and volume. */
    public static SurfaceOptions defaults() {
        return DEFAULTS;
    }

    /** Neither smoothed nor thinned out. */
    public static SurfaceOptions none() {
        return NONE;
    }
}
