package org.glomera.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What was written of an image.
 *
 * @param files the files, in the order of the grid's third index
 * @param reference how an RTSTRUCT refers to the image
 */
public record WrittenImage(List<Path> files, ImageReference reference) {

    /** Copies the list. */
    public WrittenImage {
        files = List.copyOf(files);
        Objects.requireNonNull(reference);
    }
}
