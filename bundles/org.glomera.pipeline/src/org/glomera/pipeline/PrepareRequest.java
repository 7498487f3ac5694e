package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.Objects;

import org.glomera.pipeline.preset.NetworkPreset;

/**
 * Asks for the features and masks of one network.
 *
 * @param studyFolder the study
 * @param network which cases it takes, on which grid, at which size
 */
public record PrepareRequest(Path studyFolder, NetworkPreset network) {

    /** Refuses missing parts. */
    public PrepareRequest {
        Objects.requireNonNull(studyFolder);
        Objects.requireNonNull(network);
    }
}
