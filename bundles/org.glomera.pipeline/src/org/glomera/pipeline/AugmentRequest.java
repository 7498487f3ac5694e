package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.Objects;

import org.glomera.pipeline.preset.NetworkPreset;

/**
 * Asks for a picture of what a training sees of a prepared image. The study is only read.
 *
 * @param studyFolder the study
 * @param network prepared in the study; its training's augmentations and seed are taken
 * @param caseId the case; empty for the first training case
 * @param file the PNG file that is written
 */
public record AugmentRequest(Path studyFolder, NetworkPreset network, String caseId, Path file) {

    /** Refuses missing parts. */
    public AugmentRequest {
        Objects.requireNonNull(studyFolder);
        Objects.requireNonNull(network);
        Objects.requireNonNull(caseId);
        Objects.requireNonNull(file);
    }
}
