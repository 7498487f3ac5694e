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
import org.glomera.network.TrainerState;
import org.glomera.network.augmentation.Augmentations;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.model.ModelFolder;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.network.training.Checkpoint.Standing;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.StudyCsv;

/**
 * Trains a network over epochs. After each epoch weights, the optimiser's moments, step number and curve are written to the run's
 * folder in one move; a training that was stopped goes on from there and ends bit for bit like one that was not.
 * One call at a time on one folder; the caller holds the study's lock.
 */
public final class TrainingLoop {

    /** File name of the learning curve in a run's folder. */
    public static final String CURVE = "curve.csv";
    /** Place of the checkpoint in a run's folder. */
    public static final String CHECKPOINT = "checkpoint/state.safetensors";

    private final NetworkEngine engine;
    private final Augmentations augmentations;

    /** Trains with an engine, without augmentation. */
    public TrainingLoop(NetworkEngine engine) {
        this(engine, Augmentations.NONE);
    }

    /** Trains with an engine. */
    public TrainingLoop(NetworkEngine engine, Augmentations augmentations) {
        this.engine = Objects.requireNonNull(engine);
        this.augmentations = Objects.requireNonNull(augmentations);
    }

    /**
     * Trains to the last epoch, or goes on from the last finished one. With early stopping it may end before, and the
     * epoch with the highest Dice of the validation images is the one whose weights are the result, bit for bit. A
     * training whose output falls to zero before it has learned anything begins anew with another seed, at most three
     * times; the seeds follow from the configured one, so the same training always takes the same way. When the listener
     * stops and keeps what was learned, the result is that of the finished epochs, and a later call goes on from there.
     *
     * <p>
     * Writes to {@code runFolder}: {@code curve.csv} and {@code weights.safetensors}, the weights of the epoch that would
     * be reported, after each epoch, and {@code checkpoint/}.
     *
     * @param monitor asked within a second whether to stop; its subtask tells epoch, loss, Dice and time left
     * @throws org.eclipse.core.runtime.OperationCanceledException when stopped; finished epochs stand on the disk
     * @throws GlomeraException (computation) when loss or gradient are not a number or the network's output has fallen to
     *         zero in an epoch of a network that had learned, or in every attempt, with the last good epoch kept;
     *         (configuration) when the folder holds a training of another network, configuration or start, when early
     *         stopping has no validation images, and for augmentations that are not known; (input) when they need images
     *         to be prepared again; (resources) when memory or disk are exhausted; what the sources of
     *         {@code data} throw
     */
    public TrainingResult run(NetworkGraph graph, TrainingConfiguration configuration, TrainingData data,
            Path runFolder, TrainingListener listener, IProgressMonitor monitor) throws GlomeraException {
        requireImages(configuration, data);
        SeenImages images = new SeenImages(data.training(), augmentations.augmenter(configuration.augmentations()));
        Checkpoint checkpoint = new Checkpoint(runFolder.resolve(CHECKPOINT), graph, configuration, data);
        Optional<Standing> found = checkpoint.read();
        Standing standing = found.isPresent() ? found.get() : beginning(graph, configuration, data, 0);
        int done = standing.curve().size();
        if (done > 0) {
            writeWeights(runFolder, standing);
            writeCurve(runFolder, standing.curve());
        }
        listener.resumed(done);
        SubMonitor progress = SubMonitor.convert(monitor);
        boolean trained = false;
        while (!trained) {
            progress.setWorkRemaining(1);
            try {
                standing = new Epochs(engine, graph, configuration, data, images, listener).run(standing, kept -> {
                    checkpoint.write(kept);
                    if (reportedEpoch(configuration, kept) == kept.curve().size()) {
                        writeWeights(runFolder, kept);
                    }
                    writeCurve(runFolder, kept.curve());
                }, progress.split(1));
                trained = true;
            } catch (Collapse e) {
                int next = standing.attempt() + 1;
                if (!e.beforeLearning() || next == Attempts.MOST) {
                    throw e;
                }
                standing = beginning(graph, configuration, data, next);
                writeCurve(runFolder, List.of());
                listener.begunAnew(next, Attempts.seed(configuration.seed(), next), e.getMessage());
            }
        }
        return new TrainingResult(standing.reported(), standing.curve(), reportedEpoch(configuration, standing),
                standing.curve().size() < configuration.epochs() && configuration.earlyStopping().ends(standing.curve()),
                done, standing.attempt(), Attempts.seed(configuration.seed(), standing.attempt()));
    }

    private static void requireImages(TrainingConfiguration configuration, TrainingData data) throws GlomeraException {
        if (data.training().size() < 1) {
            throw new GlomeraException(Kind.INPUT, "There is no image to train on. Look at the list of excluded cases"
                    + " and why they were.");
        }
        if (configuration.earlyStopping().on() && data.validation().size() < 1) {
            throw new GlomeraException(Kind.CONFIGURATION, "Early stopping (patienceEpochs is "
                    + configuration.patienceEpochs() + ") watches validation cases, and there are none. Set cases aside"
                    + " for validation, or set patienceEpochs to 0.");
        }
    }

    private static Standing beginning(NetworkGraph graph, TrainingConfiguration configuration, TrainingData data,
            int attempt) {
        NetworkWeights weights = data.start().map(StartingWeights::weights)
                .orElseGet(() -> WeightInitialiser.initialise(graph, configuration.initialisation(),
                        Attempts.seed(configuration.seed(), attempt)));
        return new Standing(TrainerState.start(weights), attempt, List.of(), weights);
    }

    private static int reportedEpoch(TrainingConfiguration configuration, Standing standing) {
        return configuration.earlyStopping().reportedEpoch(standing.curve());
    }

    private static void writeWeights(Path runFolder, Standing standing) throws GlomeraException {
        SafeTensors.write(runFolder.resolve(ModelFolder.WEIGHTS), standing.reported(), Map.of());
    }

    private static void writeCurve(Path runFolder, List<CurvePoint> curve) throws GlomeraException {
        StudyCsv.writeCurve(runFolder.resolve(CURVE), new Curve(curve));
    }
}
