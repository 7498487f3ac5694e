package org.glomera.image.components;

import java.util.Objects;

import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;

/**
 * A connected piece that reached the threshold and was taken for no kidney: beside a larger one of the same side, or too
 * small for a kidney.
 *
 * @param side the patient's side on which it lies
 * @param voxels how many voxels it has
 * @param volumeMl its volume in millilitres
 * @param centreMm the mean of its voxels' centres, DICOM LPS millimetres
 * @param meanProbability the mean of its voxels' probabilities, 0 to 1
 */
public record RemovedPiece(Side side, int voxels, double volumeMl, Vector3 centreMm, double meanProbability) {

    /** Refuses missing parts and a piece without voxels. */
    public RemovedPiece {
        Objects.requireNonNull(side);
        Objects.requireNonNull(centreMm);
        if (voxels < 1) {
            throw new IllegalArgumentException("A piece has a voxel; this one has " + voxels + ".");
        }
    }
}
