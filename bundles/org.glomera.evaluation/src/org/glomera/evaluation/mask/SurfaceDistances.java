package org.glomera.evaluation.mask;

import java.util.Arrays;

import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * The distances between the surfaces of two masks that are not empty: from every {@linkplain Mask#surface() surface
 * voxel} of either to the nearest surface voxel of the other, between centres, in millimetres. A surface is counted by
 * its voxels, not weighted by area. Immutable.
 */
public final class SurfaceDistances {

    /** How much axes may deviate from perpendicular, as a cosine: an error of at most this share of a distance. */
    private static final double PERPENDICULAR = 1e-3;

    /** A distance counts as within a tolerance when it is this close to it, in mm: files round their spacings. */
    private static final double ROUNDING_MM = 1e-4;

    private static final Quantile LINEAR = Quantile.withDefaults().with(EstimationMethod.HF7);

    private final double[] ofReferenceMm;
    private final double[] ofCandidateMm;

    private SurfaceDistances(double[] ofReferenceMm, double[] ofCandidateMm) {
        this.ofReferenceMm = ofReferenceMm;
        this.ofCandidateMm = ofCandidateMm;
        Arrays.sort(ofReferenceMm);
        Arrays.sort(ofCandidateMm);
    }

    /**
     * Measures two masks.
     *
     * @throws IllegalArgumentException when a mask is empty or the grid's axes are {@linkplain #isMeasurable not
     *         perpendicular}
     */
    public static SurfaceDistances of(MaskPair masks) {
        if (!masks.emptiness().isEmpty() || !isMeasurable(masks.grid())) {
            throw new IllegalArgumentException(masks.emptiness().isEmpty() ? "The grid's axes are not perpendicular."
                    : masks.emptiness());
        }
        Box box = masks.box();
        Vector3 spacingMm = masks.grid().spacingMm();
        int[] reference = masks.reference().surface();
        int[] candidate = masks.candidate().surface();
        return new SurfaceDistances(
                new DistanceTransform(box.nx(), box.ny(), box.nz(), spacingMm, candidate).distancesMm(reference),
                new DistanceTransform(box.nx(), box.ny(), box.nz(), spacingMm, reference).distancesMm(candidate));
    }

    /** Whether the axes of a grid are perpendicular to each other, as distances along them take for granted. */
    public static boolean isMeasurable(Grid grid) {
        Affine3 axes = grid.voxelToPatientMm();
        return isPerpendicular(axes.column0(), axes.column1()) && isPerpendicular(axes.column1(), axes.column2())
                && isPerpendicular(axes.column2(), axes.column0());
    }

    private static boolean isPerpendicular(Vector3 one, Vector3 other) {
        return Math.abs(one.dot(other)) <= PERPENDICULAR * one.length() * other.length();
    }

    /** Distances of the reference's surface voxels from the candidate's surface, in mm, ascending. */
    public double[] ofReferenceMm() {
        return ofReferenceMm.clone();
    }

    /** Distances of the candidate's surface voxels from the reference's surface, in mm, ascending. */
    public double[] ofCandidateMm() {
        return ofCandidateMm.clone();
    }

    /**
     * The Hausdorff distance at a quantile: the larger of the two directed quantiles. A quantile lies between two
     * distances by linear interpolation (type 7 of Hyndman and Fan, The American Statistician 50, 1996), as numpy's
     * does by default.
     *
     * @param quantile 1 for the Hausdorff distance itself, 0.95 for the 95 % one
     * @return in mm
     */
    public double hausdorffMm(double quantile) {
        return Math.max(LINEAR.evaluate(ofReferenceMm, quantile), LINEAR.evaluate(ofCandidateMm, quantile));
    }

    /** The mean over the surface voxels of both, each counted once (average symmetric surface distance), in mm. */
    public double meanMm() {
        return (Arrays.stream(ofReferenceMm).sum() + Arrays.stream(ofCandidateMm).sum())
                / (ofReferenceMm.length + ofCandidateMm.length);
    }

    /** The share of the surface voxels of both that lie at most so far from the other surface, 0 to 1. */
    public double shareWithin(double toleranceMm) {
        return (countWithin(ofReferenceMm, toleranceMm) + countWithin(ofCandidateMm, toleranceMm))
                / (double) (ofReferenceMm.length + ofCandidateMm.length);
    }

    private static long countWithin(double[] distancesMm, double toleranceMm) {
        return Arrays.stream(distancesMm).filter(distance -> distance <= toleranceMm + ROUNDING_MM).count();
    }
}
