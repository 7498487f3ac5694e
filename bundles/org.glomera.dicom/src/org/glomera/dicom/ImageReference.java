package org.glomera.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.glomera.core.geometry.Grid;

/**
 * The image on which a delineation is drawn, as an RTSTRUCT or a SEG refers to it.
 *
 * @param studyInstanceUid the study
 * @param seriesInstanceUid the series
 * @param frameOfReferenceUid the frame of reference
 * @param sopClassUid the class of its objects
 * @param sopInstanceUids all its objects
 * @param slices which object and frame each slice of the grid is, in the order of the third index
 * @param grid the image's grid
 */
public record ImageReference(String studyInstanceUid, String seriesInstanceUid, String frameOfReferenceUid,
        String sopClassUid, List<String> sopInstanceUids, List<Slice> slices, Grid grid) {

    /**
     * What a slice of a grid is in the files.
     *
     * @param sopInstanceUid its object; empty when the slice is in no file (it was filled in, or made by resampling)
     * @param frame its frame from 1 on, 0 in an object of a single frame
     */
    public record Slice(String sopInstanceUid, int frame) {

        /** A slice that is in no file. */
        public static final Slice NONE = new Slice("", 0);

        /** Refuses a frame that is not a number of a frame. */
        public Slice {
            Objects.requireNonNull(sopInstanceUid);
            if (frame < 0) {
                throw new IllegalArgumentException("Frames are counted from 1, not " + frame + ".");
            }
        }

        /** Whether a file has it. */
        public boolean isStored() {
            return !sopInstanceUid.isEmpty();
        }
    }

    /** Refuses a number of slices that is not the grid's. */
    public ImageReference {
        Objects.requireNonNull(studyInstanceUid);
        Objects.requireNonNull(seriesInstanceUid);
        Objects.requireNonNull(frameOfReferenceUid);
        Objects.requireNonNull(sopClassUid);
        sopInstanceUids = List.copyOf(sopInstanceUids);
        slices = List.copyOf(slices);
        if (slices.size() != grid.nz()) {
            throw new IllegalArgumentException("An image of " + grid.nz() + " slices cannot be " + slices.size() + ".");
        }
    }

    /** An image of one object a slice, in the order of the grid's third index, or of one whose frames are the slices. */
    public ImageReference(String studyInstanceUid, String seriesInstanceUid, String frameOfReferenceUid,
            String sopClassUid, List<String> sopInstanceUids, Grid grid) {
        this(studyInstanceUid, seriesInstanceUid, frameOfReferenceUid, sopClassUid, sopInstanceUids,
                slices(sopInstanceUids, grid.nz()), grid);
    }

    private static List<Slice> slices(List<String> objects, int count) {
        if (objects.size() != 1 && objects.size() != count) {
            throw new IllegalArgumentException("An image of " + count + " slices is one object or " + count + ", not "
                    + objects.size() + ".");
        }
        List<Slice> slices = new ArrayList<>();
        for (int z = 0; z < count; z++) {
            slices.add(objects.size() == count ? new Slice(objects.get(z), 0) : new Slice(objects.get(0), z + 1));
        }
        return slices;
    }
}
