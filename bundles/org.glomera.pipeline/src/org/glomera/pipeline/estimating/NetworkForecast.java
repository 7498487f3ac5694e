package org.glomera.pipeline.estimating;

import java.util.Objects;

import org.glomera.pipeline.preset.NetworkPreset;

/**
 * What the training of one network needs.
 *
 * @param network the network
 * @param cases which cases the study has for it
 * @param cost what its layers need
 * @param memoryBytes memory of the training at its peak, without the running program
 * @param diskBytes what preparation, checkpoint and weights will take on the disk at most
 */
public record NetworkForecast(NetworkPreset network, CasesOutlook cases, NetworkCost cost, long memoryBytes,
        long diskBytes) {

    /** Refuses a missing part. */
    public NetworkForecast {
        Objects.requireNonNull(network);
        Objects.requireNonNull(cases);
        Objects.requireNonNull(cost);
    }

    /** The time of its training, from the first epoch or from a later one. */
    public TimeEstimate time(Speed speed, int epochsDone) {
        return TimeEstimate.of(speed, Math.max(0, network.training().epochs() - epochsDone), cases.training().size(),
                cases.test().size());
    }
}
