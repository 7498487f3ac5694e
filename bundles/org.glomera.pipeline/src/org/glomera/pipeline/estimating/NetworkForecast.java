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
 * @param leastMemoryBytes the same where memory is short and the engine saves it at the cost of time
 * @param diskBytes what preparation, checkpoint and weights will take on the disk at most
 */
public record NetworkForecast(NetworkPreset network, CasesOutlook cases, NetworkCost cost, long memoryBytes,
        long leastMemoryBytes, long diskBytes) {

    /** Refuses a missing part. */
    public NetworkForecast {
        Objects.requireNonNull(network);
        Objects.requireNonNull(cases);
        Objects.requireNonNull(cost);
    }

    /**
     * The time of its training, of all its folds where it has some, from the first epoch or from a later one.
     *
     * @param epochsDone finished epochs; of folds, all of theirs together
     */
    public TimeEstimate time(Speed speed, int epochsDone) {
        int all = cases.training().size();
        int of = network.folds() > 0 ? network.folds() : network.fold().of();
        double heldOut = of > 0 ? all / (double) of : 0;
        double watched = network.validationShare() > 0 ? network.validationShare() * (all - heldOut) : heldOut;
        int training = (int) Math.ceil(network.validationShare() > 0 ? all - heldOut - watched : all - heldOut);
        int epochs = network.runs().size() * network.training().epochs();
        return TimeEstimate.of(speed, Math.max(0, epochs - epochsDone), training,
                cases.test().size() + (int) Math.ceil(watched));
    }
}
