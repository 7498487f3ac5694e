package org.glomera.dicom;

import java.util.List;
import java.util.Objects;

import org.glomera.core.geometry.Grid;

/**
 * The image on which a delineation is drawn, as an RTSTRUCT refers to it.
 *
 * @param studyInstanceUid the study
 * @param seriesInstanceUid the series
 * @param frameOfReferenceUid the frame of reference
 * @param sopClassUid the class of its objects
 * @param sopInstanceUids one object a slice, in the order of the grid's third index, or one multi-frame object whose
 *        frames are the slices
 * @param grid the image's grid
 */
public record ImageReference(String studyInstanceUid, String seriesInstanceUid, String frameOfReferenceUid,
        String sopClassUid, List<String> sopInstanceUids, Grid grid) {

    /** Refuses a number of objects that fits neither. */
    public ImageReference {
        Objects.requireNonNull(studyInstanceUid);
        Objects.requireNonNull(seriesInstanceUid);
        Objects.requireNonNull(frameOfReferenceUid);
        Objects.requireNonNull(sopClassUid);
        sopInstanceUids = List.copyOf(sopInstanceUids);
        if (sopInstanceUids.size() != 1 && sopInstanceUids.size() != grid.nz()) {
            throw new IllegalArgumentException("An image of " + grid.nz() + " slices is one object or " + grid.nz()
                    + ", not " + sopInstanceUids.size() + ".");
        }
    }
}
