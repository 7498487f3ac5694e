package org.glomera.evaluation.mask;

import java.util.Objects;

import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;

/**
 * The kidneys of a reference and of a candidate, cut out of their grid, and how many voxels they have and share. For
 * both kidneys a mask is the union of both labels, but a voxel is common only when both delineations give it the same
 * side. Immutable.
 */
public final class MaskPair {

    /** How far corner voxels of one grid may lie apart, in mm: files round their headers to single precision. */
    public static final double GRID_TOLERANCE_MM = 0.01;

    private final Grid grid;
    private final Kidneys kidneys;
    private final Box box;
    private final Mask reference;
    private final Mask candidate;
    private final int commonVoxels;

    private MaskPair(LabelMap reference, LabelMap candidate, Kidneys kidneys) {
        this.grid = reference.grid();
        this.kidneys = Objects.requireNonNull(kidneys);
        this.box = Box.around(reference, candidate, kidneys);
        this.reference = new Mask(grid, box, box.cut(reference, kidneys));
        this.candidate = new Mask(grid, box, box.cut(candidate, kidneys));
        int common = 0;
        for (int i = 0; i < box.voxelCount(); i++) {
            byte label = this.reference.labels()[i];
            if (label != 0 && label == this.candidate.labels()[i]) {
                common++;
            }
        }
        this.commonVoxels = common;
    }

    /**
     * Cuts out the kidneys of two delineations.
     *
     * @throws IllegalArgumentException when the grids differ
     */
    public static MaskPair of(LabelMap reference, LabelMap candidate, Kidneys kidneys) {
        if (!reference.grid().isSameAs(candidate.grid(), GRID_TOLERANCE_MM)) {
            throw new IllegalArgumentException("The grids differ: " + reference.grid() + " and " + candidate.grid()
                    + ".");
        }
        return new MaskPair(reference, candidate, kidneys);
    }

    /** The grid of the whole image, which is that of the reference. */
    public Grid grid() {
        return grid;
    }

    /** Which kidneys were cut out. */
    public Kidneys kidneys() {
        return kidneys;
    }

    /** Where both masks lie in the image. */
    public Box box() {
        return box;
    }

    /** The reference, cut out. */
    public Mask reference() {
        return reference;
    }

    /** The candidate, cut out. */
    public Mask candidate() {
        return candidate;
    }

    /** Number of voxels to which both delineations give the same side. */
    public int commonVoxels() {
        return commonVoxels;
    }

    /**
     * Why something that needs both masks is not defined, as a sentence such as {@code The candidate delineation of the
     * left kidney is empty.}; empty when neither is.
     */
    public String emptiness() {
        if (reference.isEmpty() && candidate.isEmpty()) {
            return "Both delineations of " + kidneys.phrase() + " are empty.";
        }
        if (reference.isEmpty() || candidate.isEmpty()) {
            return "The " + (reference.isEmpty() ? "reference" : "candidate") + " delineation of " + kidneys.phrase()
                    + " is empty.";
        }
        return "";
    }
}
