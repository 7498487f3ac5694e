package org.glomera.pipeline.training;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

import org.glomera.core.GlomeraException;
import org.glomera.network.training.TrainingListener;
import org.glomera.network.training.TrainingProgress;
import org.glomera.pipeline.estimating.Machine;
import org.glomera.pipeline.estimating.NetworkCost;
import org.glomera.pipeline.estimating.RunSpeed;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.study.CurvePoint;
import org.glomera.study.StudyFolder;

/** Times the steps of a training and keeps {@code speed.json} after each epoch, for later estimates. One thread. */
final class SpeedListener implements TrainingListener {

    private static final System.Logger LOG = System.getLogger(SpeedListener.class.getName());
    private static final int MOST_STEPS = 1000;

    private final StudyFolder study;
    private final NetworkPreset network;
    private final NetworkCost cost;
    private final LongSupplier clock;
    private final String machine = Machine.now().model();
    private final List<Double> seconds = new ArrayList<>();
    private long lastStep;
    private long lastNanos;

    SpeedListener(StudyFolder study, NetworkPreset network, NetworkCost cost, LongSupplier clock) {
        this.study = Objects.requireNonNull(study);
        this.network = Objects.requireNonNull(network);
        this.cost = Objects.requireNonNull(cost);
        this.clock = Objects.requireNonNull(clock);
    }

    @Override
    public void stepDone(TrainingProgress progress) {
        long now = clock.getAsLong();
        if (progress.step() == lastStep + 1 && lastNanos != 0) {
            seconds.add((now - lastNanos) / 1e9);
            if (seconds.size() > MOST_STEPS) {
                seconds.remove(0);
            }
        }
        lastStep = progress.step();
        lastNanos = now;
    }

    @Override
    public void epochDone(CurvePoint point) {
        lastNanos = 0;
        if (seconds.isEmpty()) {
            return;
        }
        double median = seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
        if (!(median > 0)) {
            return;
        }
        try {
            new RunSpeed(RunSpeed.FORMAT, machine, network.training().threads(), cost, seconds.size(),
                    median / network.training().batch()).write(study, network.runName());
        } catch (GlomeraException e) {
            LOG.log(Level.WARNING, "The speed of a training could not be kept for later estimates.", e);
        }
    }
}
