package org.glomera.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The content of an RTSTRUCT file.
 *
 * @param file where it was read, for messages
 * @param frameOfReferenceUid the frame in which its contours lie; empty when the file names none
 * @param referencedSeriesUids the image series it was drawn on, as far as the file says
 * @param structures its structures in the file's order, those without contours included
 */
public record StructureSet(Path file, String frameOfReferenceUid, List<String> referencedSeriesUids,
        List<Structure> structures) {

    /** Copies the lists. */
    public StructureSet {
        Objects.requireNonNull(file);
        Objects.requireNonNull(frameOfReferenceUid);
        referencedSeriesUids = List.copyOf(referencedSeriesUids);
        structures = List.copyOf(structures);
    }
}
