package org.glomera.dicom;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that discovery left out.
 *
 * @param path the file
 * @param reason why, as a sentence for the user
 */
public record LeftOut(Path path, String reason) {

    /** Refuses missing values. */
    public LeftOut {
        Objects.requireNonNull(path);
        Objects.requireNonNull(reason);
    }
}
