package org.glomera.network.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.progress.TimeLeft;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Sample;
import org.glomera.network.SampleSource;
import org.glomera.network.SoftDice;
import org.glomera.network.StepResult;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.training.Checkpoint.Standing;
import org.glomera.study.CurvePoint;

/** The epochs of one call of {@link TrainingLoop}. Used once. */
final class Epochs {

    /** Keeps an epoch's result. */
    @FunctionalInterface
    interface EpochKeeper {
        void keep(Standing standing) throws GlomeraException;
    }

    private final NetworkEngine engine;
    private final NetworkGraph graph;
    private final TrainingConfiguration configuration;
    private final TrainingData data;
    private final SeenImages images;
    private final TrainingListener listener;
    private final int stepsPerEpoch;
    private long seed;
    private final long steps;
    private final TimeLeft clock = new TimeLeft(System.nanoTime());
    private long step;
    private long firstStep;
    private StepCheck check;
    private boolean stopped;

    Epochs(NetworkEngine engine, NetworkGraph graph, TrainingConfiguration configuration, TrainingData data,
            SeenImages images, TrainingListener listener) {
        this.engine = engine;
        this.graph = graph;
        this.configuration = configuration;
        this.data = data;
        this.images = images;
        this.listener = listener;
        this.stepsPerEpoch = configuration.stepsPerEpoch(data.training().size());
        this.steps = (long) stepsPerEpoch * configuration.epochs();
    }

    /** Trains to the last epoch, or to the one after which early stopping or the listener ends it. */
    Standing run(Standing start, EpochKeeper keeper, IProgressMonitor monitor) throws GlomeraException {
        int epochsLeft = configuration.epochs() - start.curve().size();
        int looks = data.validation().size() + data.test().size();
        SubMonitor progress = SubMonitor.convert(monitor, epochsLeft * (stepsPerEpoch + looks));
        step = start.state().step();
        seed = Attempts.seed(configuration.seed(), start.attempt());
        check = new StepCheck(configuration.loss(),
                start.curve().stream().mapToDouble(CurvePoint::trainingDice).max().orElse(0));
        firstStep = step;
        Standing standing = start;
        if (ended(start.curve())) {
            return start;
        }
        try (Trainer trainer = engine.openTrainer(graph, start.state(), configuration.options())) {
            while (!ended(standing.curve())) {
                int epoch = standing.curve().size() + 1;
                double trainingDice = train(trainer, epoch, progress.split(stepsPerEpoch));
                if (stopped) {
                    break;
                }
                TrainerState state = trainer.state();
                StepCheck.requireFinite(state, epoch);
                double validationDice = data.validation().size() == 0 ? Double.NaN
                        : meanDice(trainer, data.validation(), Looker.NOBODY, progress);
                double testDice = meanDice(trainer, data.test(), listener::imageTested, progress);
                CurvePoint point = new CurvePoint(epoch, trainingDice, testDice, validationDice);
                check.epochDone(trainingDice);
                standing = next(standing, point, state);
                keeper.keep(standing);
                listener.epochDone(point);
            }
        }
        return standing;
    }

    private boolean ended(List<CurvePoint> curve) {
        return curve.size() == configuration.epochs() || configuration.earlyStopping().ends(curve);
    }

    private Standing next(Standing before, CurvePoint point, TrainerState state) {
        List<CurvePoint> curve = new ArrayList<>(before.curve());
        curve.add(point);
        boolean reported = configuration.earlyStopping().reportedEpoch(curve) == point.epoch();
        return new Standing(state, before.attempt(), List.copyOf(curve),
                reported ? state.weights() : before.reported());
    }

    /** The mean Dice coefficient of the steps of an epoch; without meaning when the listener had it {@link #stopped}. */
    private double train(Trainer trainer, int epoch, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, stepsPerEpoch);
        int[] order = ImageOrder.of(seed, epoch, data.training().size());
        double diceSum = 0;
        for (int first = 0; first < order.length; first += configuration.batch()) {
            progress.checkCanceled();
            stopped = epoch > 1 && listener.stopAndKeep();
            if (stopped) {
                return Double.NaN;
            }
            List<Sample> batch = new ArrayList<>();
            for (int i = first; i < Math.min(order.length, first + configuration.batch()); i++) {
                batch.add(images.get(order[i], seed, epoch, i));
            }
            double rate = configuration.learningRate(step, steps);
            StepResult result = trainer.step(batch, rate, progress);
            step++;
            check.require(result, batch, step, epoch);
            diceSum += result.dice() * batch.size();
            TrainingProgress report = new TrainingProgress(epoch, configuration.epochs(), step, steps, result, rate,
                    timeLeft());
            listener.stepDone(report);
            progress.subTask(report.inWords());
            progress.worked(1);
        }
        return diceSum / order.length;
    }

    /** Hears of an image that was looked at. */
    @FunctionalInterface
    private interface Looker {
        Looker NOBODY = (index, probability) -> {
        };

        void looked(int index, float[] probability);
    }

    /** The mean Dice coefficient of images that are not learned from; NaN without images. */
    private static double meanDice(Trainer trainer, SampleSource images, Looker looker, SubMonitor progress)
            throws GlomeraException {
        double sum = 0;
        for (int i = 0; i < images.size(); i++) {
            progress.checkCanceled();
            Sample sample = images.get(i);
            float[] probability = trainer.predict(sample.channels(), progress);
            sum += SoftDice.of(probability, sample.mask());
            looker.looked(i, probability);
            progress.worked(1);
        }
        return sum / images.size();
    }

    private Optional<Duration> timeLeft() {
        return clock.estimate((step - firstStep) / (double) (steps - firstStep), System.nanoTime());
    }
}
