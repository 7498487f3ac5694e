package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.Objects;

import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.PreviewPreset;

/**
 * Asks for a trained network; its prepared cases must be there. A run that was stopped goes on from its last finished
 * epoch; a finished one whose settings and inputs are the same is left as it is.
 *
 * @param studyFolder the study; the run is {@code runs/NETWORK}
 * @param network the network and how it is trained
 * @param presetName the preset's name, kept with the run
 * @param restart whether to throw away what an earlier run with other settings or inputs left; without it such a run is
 *        refused
 * @param preview what is kept of the training for people to look at; changes nothing in the result
 */
public record TrainRequest(Path studyFolder, NetworkPreset network, String presetName, boolean restart,
        PreviewPreset preview) {

    /** Refuses missing parts. */
    public TrainRequest {
        Objects.requireNonNull(studyFolder);
        Objects.requireNonNull(network);
        Objects.requireNonNull(presetName);
        Objects.requireNonNull(preview);
    }

    /** With the standard preview. */
    public TrainRequest(Path studyFolder, NetworkPreset network, String presetName, boolean restart) {
        this(studyFolder, network, presetName, restart, PreviewPreset.STANDARD);
    }
}
