package org.glomera.network.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.NetworkEngine;
import org.glomera.network.SampleSource;
import org.glomera.network.TrainerState;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.model.ModelFolder;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.network.training.Checkpoint.Standing;
import org.glomera.study.Curve;
import org.glomera.study.StudyCsv;

/**
 * Trains a network over epochs. After each epoch weights, momentum, step number and curve are written to the run's
 * folder in one move; a training that was stopped goes on from there and ends bit for bit like one that was not.
 * One call at a time on one folder; the caller holds the study's lock.
 */
public final class TrainingLoop {

    /** File name of the learning curve in a run's folder. */
    public static final String CURVE = "curve.csv";
    /** Place of the checkpoint in a run's folder. */
    public static final String CHECKPOINT = "checkpoint/state.safetensors";

    private final NetworkEngine engine;

    /** Trains with an engine. */
    public TrainingLoop(NetworkEngine engine) {
        this.engine = Objects.requireNonNull(engine);
    }

    /**
     * Trains to the last epoch, or goes on from the last finished one. A training whose output falls to zero before it
     * has learned anything begins anew with another seed, at most three times; the seeds follow from the configured one,
     * so the same training always takes the same way. When the listener stops and keeps what was learned, the result is
     * that of the last finished epoch, and a later call goes on from there to the planned last one. Writes to {@code runFolder}: {@code curve.csv}
     * (epoch,training_dice,test_dice) and {@code weights.safetensors} after each epoch, and
     * {@code checkpoint/state.safetensors}.
     *
     * @param training images to learn from, at least one; an epoch's training Dice is the mean of its steps'
     * @param test images of which the Dice coefficient is noted after each epoch, never learned from; may be empty,
     *        then that column is NaN
     * @param monitor asked within a second whether to stop; its subtask tells epoch, loss, Dice and time left
     * @throws org.eclipse.core.runtime.OperationCanceledException when stopped; finished epochs stand on the disk
     * @throws GlomeraException (computation) when the loss is not a number or the network's output has fallen to zero
     *         in an epoch of a network that had learned, or in every attempt, with the last good epoch kept; (configuration) when the folder holds a training of another network or
     *         configuration; (resources) when memory or disk are exhausted; what {@code training} and {@code test}
     *         throw
     */
    public TrainingResult run(NetworkGraph graph, TrainingConfiguration configuration, SampleSource training,
            SampleSource test, Path runFolder, TrainingListener listener, IProgressMonitor monitor)
            throws GlomeraException {
        if (training.size() < 1) {
            throw new GlomeraException(Kind.INPUT, "There is no image to train on. Look at the list of excluded cases"
                    + " and why they were.");
        }
        Checkpoint checkpoint = new Checkpoint(runFolder.resolve(CHECKPOINT), graph, configuration, training.size());
        Optional<Standing> found = checkpoint.read();
        Standing standing = found.isPresent() ? found.get() : beginning(graph, configuration, 0);
        int done = standing.curve().size();
        if (done > 0) {
            writeResults(runFolder, standing);
        }
        listener.resumed(done);
        SubMonitor progress = SubMonitor.convert(monitor);
        boolean trained = done == configuration.epochs();
        while (!trained) {
            progress.setWorkRemaining(1);
            try {
                standing = new Epochs(engine, graph, configuration, training, test, listener).run(standing, kept -> {
                    checkpoint.write(kept);
                    writeResults(runFolder, kept);
                }, progress.split(1));
                trained = true;
            } catch (Collapse e) {
                int next = standing.attempt() + 1;
                if (!e.beforeLearning() || next == Attempts.MOST) {
                    throw e;
                }
                standing = beginning(graph, configuration, next);
                StudyCsv.writeCurve(runFolder.resolve(CURVE), new Curve(List.of()));
                listener.begunAnew(next, Attempts.seed(configuration.seed(), next), e.getMessage());
            }
        }
        return new TrainingResult(standing.state().weights(), standing.curve(), done, standing.attempt(),
                Attempts.seed(configuration.seed(), standing.attempt()));
    }

    private static Standing beginning(NetworkGraph graph, TrainingConfiguration configuration, int attempt) {
        return new Standing(TrainerState.start(WeightInitialiser.initialise(graph, configuration.initialisation(),
                Attempts.seed(configuration.seed(), attempt))), attempt, List.of());
    }

    private static void writeResults(Path runFolder, Standing standing) throws GlomeraException {
        SafeTensors.write(runFolder.resolve(ModelFolder.WEIGHTS), standing.state().weights(), Map.of());
        StudyCsv.writeCurve(runFolder.resolve(CURVE), new Curve(standing.curve()));
    }
}
