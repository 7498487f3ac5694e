package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.glomera.pipeline.preset.Preset;

/**
 * Asks for a cohort of phantoms as DICOM.
 *
 * @param preset its cohort and seed are used
 * @param folder gets {@code dicom/PATIENT/…}, {@code cohort.csv} and {@code truth/PATIENT/…}; made where needed
 * @param kidneyShapes a folder of label maps (NIfTI) from which the kidneys' shapes are taken; empty for drawn ones
 */
public record PhantomRequest(Preset preset, Path folder, Optional<Path> kidneyShapes) {

    /** Refuses missing parts. */
    public PhantomRequest {
        Objects.requireNonNull(preset);
        Objects.requireNonNull(folder);
        Objects.requireNonNull(kidneyShapes);
    }
}
