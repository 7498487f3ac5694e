package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Asks for the measurements of a cross-validation: each training case by the run that was not trained on its patient.
 *
 * @param studyFolder the study
 * @param network the network's name; its runs are {@code NETWORK_fold1} and so on, and all of them are finished
 */
public record CrossValidateRequest(Path studyFolder, String network) {

    /** Refuses missing parts. */
    public CrossValidateRequest {
        Objects.requireNonNull(studyFolder);
        Objects.requireNonNull(network);
    }

    /** The name of the experiment that gets the measurements. */
    public String experiment() {
        return experiment(network);
    }

    /** The name of the experiment of a network. */
    public static String experiment(String network) {
        return network + "_cross-validation";
    }
}
