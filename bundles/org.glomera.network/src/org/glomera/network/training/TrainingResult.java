package org.glomera.network.training;

import java.util.List;
import java.util.Objects;

import org.glomera.network.graph.NetworkWeights;
import org.glomera.study.CurvePoint;

/**
 * A finished training, or one that was stopped on purpose and kept.
 *
 * @param weights the weights after the reported epoch
 * @param curve one point an epoch; fewer than planned when it was stopped on purpose or ended early
 * @param reportedEpoch the epoch that is reported: the last one, with early stopping the one with the highest validation
 *        Dice; never one that the test cases chose
 * @param endedEarly whether early stopping ended it before the last planned epoch
 * @param resumedFrom number of epochs that an earlier run had done; 0 when this one did all
 * @param begunAnew how often the training began anew since its output had fallen to zero
 * @param seed the seed that the weights come from: the configured one unless the training began anew
 */
public record TrainingResult(NetworkWeights weights, List<CurvePoint> curve, int reportedEpoch, boolean endedEarly,
        int resumedFrom, int begunAnew, long seed) {

    /** Refuses an absent part. */
    public TrainingResult {
        Objects.requireNonNull(weights);
        curve = List.copyOf(curve);
    }
}
