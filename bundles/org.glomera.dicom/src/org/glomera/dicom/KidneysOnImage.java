package org.glomera.dicom;

import java.util.List;
import java.util.Objects;

import org.glomera.core.volume.LabelMap;

/**
 * Delineated kidneys on an image's grid.
 *
 * @param kidneys 1 right, 2 left; at least one of them has voxels
 * @param taken which structure became which kidney and how that was told, a sentence
 * @param remarks sentences for the user about everything that was not plainly as drawn: sides told by place, one kidney
 *        only, parts outside the image, another grid
 */
public record KidneysOnImage(LabelMap kidneys, String taken, List<String> remarks) {

    /** Copies the list. */
    public KidneysOnImage {
        Objects.requireNonNull(kidneys);
        Objects.requireNonNull(taken);
        remarks = List.copyOf(remarks);
    }
}
