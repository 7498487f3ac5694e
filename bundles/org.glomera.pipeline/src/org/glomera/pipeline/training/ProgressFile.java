package org.glomera.pipeline.training;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

import org.glomera.core.GlomeraException;
import org.glomera.network.training.TrainingListener;
import org.glomera.network.training.TrainingProgress;
import org.glomera.study.RunProgress;
import org.glomera.study.StudyFolder;

/** Keeps {@code progress.json} of a run as far as its training is, at most once in two seconds. One thread. */
final class ProgressFile implements TrainingListener {

    private static final System.Logger LOG = System.getLogger(ProgressFile.class.getName());
    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

    private final StudyFolder study;
    private final String run;
    private final LongSupplier nanoTime;
    private boolean wrote;
    private long writtenNanos;

    /**
     * Writes when it is told of a step.
     *
     * @param nanoTime a clock in nanoseconds
     */
    ProgressFile(StudyFolder study, String run, LongSupplier nanoTime) {
        this.study = Objects.requireNonNull(study);
        this.run = Objects.requireNonNull(run);
        this.nanoTime = Objects.requireNonNull(nanoTime);
    }

    @Override
    public void stepDone(TrainingProgress progress) {
        long now = nanoTime.getAsLong();
        if (wrote && now - writtenNanos < PAUSE_NANOS) {
            return;
        }
        wrote = true;
        writtenNanos = now;
        double secondsLeft = progress.timeLeft().map(left -> left.toMillis() / 1000.0).orElse(Double.NaN);
        try {
            new RunProgress(progress.epoch(), progress.epochs(), progress.step(), progress.steps(),
                    progress.result().loss(), progress.learningRate(), secondsLeft, TrainService.now())
                    .write(study, run);
        } catch (GlomeraException e) {
            // The checkpoint after the epoch meets the same disk and ends the training with a sentence.
            LOG.log(Level.DEBUG, "The progress of " + run + " could not be written.", e);
        }
    }
}
