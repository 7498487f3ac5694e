package org.glomera.pipeline.estimating;

import java.util.Objects;

import org.glomera.network.NetworkEngine;
import org.glomera.network.PassMemory;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.training.TrainingConfiguration;

/**
 * The memory in bytes that a network takes at its peak besides the program and the images: what its engine needs for one
 * image, and the copies of the weights. A batch goes through one image at a time, so it does not count.
 *
 * @param pass what the engine needs for one image
 * @param parameters number of weights and biases
 */
public record NetworkMemory(PassMemory pass, long parameters) {

    /** Weights and their gradient in the engine, weights at the beginning, weights in a checkpoint. */
    private static final int WEIGHT_COPIES_TRAINING = 4;
    /** Each of the optimiser's moments is in the engine, at the beginning and in a checkpoint. */
    private static final int COPIES_A_MOMENT = 3;
    /** In Java's memory and in the engine's. */
    private static final int WEIGHT_COPIES_PREDICTING = 2;

    /** Refuses an absent part. */
    public NetworkMemory {
        Objects.requireNonNull(pass);
    }

    /** Of a network on an engine; no native library is loaded for it. */
    public static NetworkMemory of(NetworkEngine engine, NetworkGraph graph) {
        return new NetworkMemory(engine.passMemory(graph), graph.parameterCount());
    }

    /** A training with one moment of the optimiser. */
    public long training() {
        return pass.training() + weights(WEIGHT_COPIES_TRAINING + COPIES_A_MOMENT);
    }

    /** A training with these settings. */
    public long training(TrainingConfiguration training) {
        return pass.training() + weights(copies(training));
    }

    /** The same where memory is short and the engine saves it at the cost of time. */
    public long trainingAtLeast(TrainingConfiguration training) {
        return pass.leastTraining() + weights(copies(training));
    }

    /** A forward pass. */
    public long predicting() {
        return pass.forward() + weights(WEIGHT_COPIES_PREDICTING);
    }

    private static int copies(TrainingConfiguration training) {
        return WEIGHT_COPIES_TRAINING + COPIES_A_MOMENT * training.options().moments().size()
                + (training.earlyStopping().on() ? 1 : 0);
    }

    private long weights(int copies) {
        return copies * parameters * Float.BYTES;
    }
}
