package org.glomera.network.training;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.NetworkEngine;
import org.glomera.network.SampleSource;
import org.glomera.network.graph.NetworkGraph;

/**
 * Trains a network over epochs. After each epoch weights, momentum, step number and curve are written to the run's
 * folder in one move; a training that was stopped goes on from there and ends bit for bit like one that was not.
 * One call at a time on one folder; the caller holds the study's lock.
 */
public final class TrainingLoop {

    private final NetworkEngine engine;

    /** Trains with an engine. */
    public TrainingLoop(NetworkEngine engine) {
        this.engine = Objects.requireNonNull(engine);
    }

    /**
     * Trains to the last epoch, or goes on from the last finished one. Writes to {@code runFolder}: {@code curve.csv}
     * (epoch,training_dice,test_dice) and {@code weights.safetensors} after each epoch, and
     * {@code checkpoint/state.safetensors}.
     *
     * @param test images of which the Dice coefficient is noted after each epoch, never learned from; may be empty,
     *        then that column is NaN
     * @param monitor asked within a second whether to stop; its task names tell epoch, loss, Dice and time left
     * @throws org.eclipse.core.runtime.OperationCanceledException when stopped; finished epochs stand on the disk
     * @throws GlomeraException (computation) when the loss is not a number or the network's output has fallen to zero,
     *         with the last good epoch kept; (configuration) when the folder holds a training of another network or
     *         configuration; (resources) when memory or disk are exhausted; what {@code training} and {@code test}
     *         throw
     */
    public TrainingResult run(NetworkGraph graph, TrainingConfiguration configuration, SampleSource training,
            SampleSource test, Path runFolder, TrainingListener listener, IProgressMonitor monitor)
            throws GlomeraException {
        throw new UnsupportedOperationException();
    }
}
