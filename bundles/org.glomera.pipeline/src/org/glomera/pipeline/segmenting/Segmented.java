package org.glomera.pipeline.segmenting;

import java.util.Objects;
import java.util.Optional;

import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.image.components.SidedKidneys;

/**
 * What networks found in an image, on its own grid.
 *
 * @param probability the probability of each voxel to belong to a kidney
 * @param disagreement of an ensemble: the standard deviation of the members' probabilities
 * @param sided the kidneys, and what was taken for none
 */
record Segmented(Volume probability, Optional<Volume> disagreement, SidedKidneys sided) {

    Segmented {
        Objects.requireNonNull(probability);
        Objects.requireNonNull(disagreement);
        Objects.requireNonNull(sided);
    }

    /** 1 right, 2 left. */
    LabelMap kidneys() {
        return sided.kidneys();
    }

    /** Whether no kidney was found. */
    boolean isEmpty() {
        for (byte label : kidneys().labels()) {
            if (label != 0) {
                return false;
            }
        }
        return true;
    }
}
