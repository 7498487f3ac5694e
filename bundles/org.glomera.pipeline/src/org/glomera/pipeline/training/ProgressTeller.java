package org.glomera.pipeline.training;

import java.util.Locale;
import java.util.Objects;

import org.glomera.network.training.TrainingListener;
import org.glomera.network.training.TrainingProgress;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.CurvePoint;

/** Tells a training's steps and epochs as a stage's progress. One thread. */
final class ProgressTeller implements TrainingListener {

    private final StageReporter reporter;
    private final RunFile file;
    private final int epochs;
    private final StopFile stop;
    private String lastEpoch = "";

    ProgressTeller(StageReporter reporter, RunFile file, int epochs, StopFile stop) {
        this.reporter = Objects.requireNonNull(reporter);
        this.file = Objects.requireNonNull(file);
        this.epochs = epochs;
        this.stop = Objects.requireNonNull(stop);
    }

    @Override
    public void resumed(int epochsDone) {
        if (epochsDone > 0) {
            reporter.tell("going on after epoch " + epochsDone + " of " + epochs, epochsDone / (double) epochs);
        }
    }

    @Override
    public void begunAnew(int times, long seed, String why) {
        file.begunAnew(TrainService.begunAnew(times, seed));
        lastEpoch = ", begun anew with seed " + seed;
    }

    @Override
    public boolean stopAndKeep() {
        return stop.isThere();
    }

    @Override
    public void stepDone(TrainingProgress progress) {
        reporter.tell(String.format(Locale.ROOT, "epoch %d of %d, loss %.3f%s", progress.epoch(), progress.epochs(),
                progress.result().loss(), lastEpoch), progress.step() / (double) progress.steps());
    }

    @Override
    public void epochDone(CurvePoint point) {
        file.epochs(point.epoch());
        lastEpoch = String.format(Locale.ROOT, ", Dice %.3f training %.3f test", point.trainingDice(),
                point.testDice())
                + (Double.isNaN(point.validationDice()) ? ""
                        : String.format(Locale.ROOT, " %.3f validation", point.validationDice()));
        reporter.tell("epoch " + point.epoch() + " of " + epochs + lastEpoch, point.epoch() / (double) epochs);
    }
}
