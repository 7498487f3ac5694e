package org.glomera.dicom;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One DICOM object in a file.
 *
 * @param file where it is
 * @param sopInstanceUid its unique identifier
 */
public record DicomInstance(Path file, String sopInstanceUid) {

    /** Refuses missing values. */
    public DicomInstance {
        Objects.requireNonNull(file);
        Objects.requireNonNull(sopInstanceUid);
    }
}
