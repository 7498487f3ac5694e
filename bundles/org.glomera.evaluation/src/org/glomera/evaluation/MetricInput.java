package org.glomera.evaluation;

import java.util.Objects;
import java.util.Optional;

import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.mask.MaskPair;
import org.glomera.evaluation.mask.SurfaceDistances;

/**
 * What a metric is computed from: two delineations on one grid, which kidneys count, and an activity image where there
 * is one. {@link Kidneys#BOTH} stands for the union of both labels where surfaces, volumes and activity are concerned;
 * for an overlap, a voxel is common when both delineations give it the same side. Safe for use by several threads.
 */
public final class MetricInput {

    /** How far corner voxels of one grid may lie apart, in mm: files round their headers to single precision. */
    public static final double GRID_TOLERANCE_MM = MaskPair.GRID_TOLERANCE_MM;

    private final LabelMap reference;
    private final LabelMap candidate;
    private final Kidneys kidneys;
    private final Volume activity;
    private MaskPair masks;
    private SurfaceDistances surfaces;

    private MetricInput(LabelMap reference, LabelMap candidate, Kidneys kidneys, Volume activity) {
        this.reference = Objects.requireNonNull(reference);
        this.candidate = Objects.requireNonNull(candidate);
        this.kidneys = Objects.requireNonNull(kidneys);
        this.activity = activity;
    }

    /**
     * An input without an activity image.
     *
     * @param reference the delineation to compare with, usually the manual one
     * @param candidate the delineation to judge
     * @throws IllegalArgumentException when the grids differ
     */
    public static MetricInput of(LabelMap reference, LabelMap candidate, Kidneys kidneys) {
        requireSameGrid(reference.grid(), candidate.grid());
        return new MetricInput(reference, candidate, kidneys, null);
    }

    /**
     * An input with an activity image in Bq/ml on the same grid.
     *
     * @throws IllegalArgumentException when the grids differ or the image is not one of activity concentration
     */
    public static MetricInput of(LabelMap reference, LabelMap candidate, Kidneys kidneys, Volume activityBqPerMl) {
        requireSameGrid(reference.grid(), candidate.grid());
        requireSameGrid(reference.grid(), activityBqPerMl.grid());
        requireActivity(activityBqPerMl);
        return new MetricInput(reference, candidate, kidneys, activityBqPerMl);
    }

    static void requireSameGrid(Grid one, Grid other) {
        if (!one.isSameAs(other, GRID_TOLERANCE_MM)) {
            throw new IllegalArgumentException("The grids differ: " + one + " and " + other + ".");
        }
    }

    static void requireActivity(Volume volume) {
        if (volume.quantity() != Quantity.ACTIVITY_CONCENTRATION) {
            throw new IllegalArgumentException("An image in " + Quantity.ACTIVITY_CONCENTRATION.unit()
                    + " was expected; this one is of " + volume.quantity() + ".");
        }
    }

    /** The delineation to compare with. */
    public LabelMap reference() {
        return reference;
    }

    /** The delineation to judge, on the reference's grid. */
    public LabelMap candidate() {
        return candidate;
    }

    /** Which kidney, or both. */
    public Kidneys kidneys() {
        return kidneys;
    }

    /** The kidneys of both delineations, cut out of their grid; computed at the first call. */
    public synchronized MaskPair masks() {
        if (masks == null) {
            masks = MaskPair.of(reference, candidate, kidneys);
        }
        return masks;
    }

    /**
     * The distances between both surfaces; computed at the first call.
     *
     * @throws IllegalArgumentException when a mask is empty or the grid's axes are not perpendicular
     */
    public synchronized SurfaceDistances surfaces() {
        if (surfaces == null) {
            surfaces = SurfaceDistances.of(masks());
        }
        return surfaces;
    }

    /** The activity concentration in Bq/ml on the same grid, where it is known. */
    public Optional<Volume> activity() {
        return Optional.ofNullable(activity);
    }
}
