package org.glomera.pipeline.whole;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.Stage;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.StageProgress;
import org.glomera.pipeline.StudyResult.StageTime;
import org.glomera.pipeline.work.StageReporter;

/** Runs stages one after the other and tells their progress as that of a whole. One thread. */
final class StageSequence {

    private static final int TICKS = 1000;

    private final StageListener listener;
    private final SubMonitor monitor;
    private final int steps;
    private final double totalWeight;
    private final List<StageTime> times = new ArrayList<>();
    private double doneWeight;

    /** What a stage does. */
    @FunctionalInterface
    interface StageWork<R> {
        R run(StageReporter reporter) throws GlomeraException;
    }

    StageSequence(StageListener listener, IProgressMonitor monitor, int steps, double totalWeight) {
        this.listener = Objects.requireNonNull(listener);
        this.monitor = SubMonitor.convert(monitor, TICKS);
        this.steps = steps;
        this.totalWeight = totalWeight;
    }

    /** Runs the next stage. */
    <R> R run(Stage stage, String subject, double weight, StageWork<R> work) throws GlomeraException {
        int step = times.size() + 1;
        double before = doneWeight;
        StageListener within = progress -> listener.progress(inStudy(progress, step, before, weight));
        long start = System.nanoTime();
        R result = work.run(new StageReporter(stage, subject, within,
                monitor.split((int) Math.round(TICKS * weight / totalWeight))));
        doneWeight += weight;
        String heading = StageProgress.alone(stage, subject, "", 1).heading();
        times.add(new StageTime(heading, Duration.ofNanos(System.nanoTime() - start)));
        return result;
    }

    private StageProgress inStudy(StageProgress progress, int step, double before, double weight) {
        return progress.within(step, steps, Math.min(1, (before + weight * progress.share()) / totalWeight));
    }

    /** How long each stage took, in order. */
    List<StageTime> times() {
        return List.copyOf(times);
    }
}
