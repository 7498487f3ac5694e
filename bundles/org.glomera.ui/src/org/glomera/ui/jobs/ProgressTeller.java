package org.glomera.ui.jobs;

import java.util.Objects;
import java.util.function.LongSupplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.progress.TimeLeft;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.StagePace;
import org.glomera.pipeline.StageProgress;

/** Shows the progress of a service in a job's monitor: which step, what goes on, the time left. Any thread. */
final class ProgressTeller implements StageListener {

    private static final int TICKS = 1000;

    private final IProgressMonitor monitor;
    private final LongSupplier clock;
    private final StagePace pace = new StagePace();
    private int worked;

    /**
     * Makes one for a call of a service.
     *
     * @param monitor the job's
     * @param clock {@code System::nanoTime} or one of a test
     */
    ProgressTeller(IProgressMonitor monitor, LongSupplier clock) {
        this.monitor = Objects.requireNonNull(monitor);
        this.clock = Objects.requireNonNull(clock);
        monitor.beginTask("", TICKS);
    }

    @Override
    public synchronized void progress(StageProgress progress) {
        StringBuilder line = new StringBuilder();
        if (progress.steps() > 1) {
            line.append("Step ").append(progress.step()).append(" of ").append(progress.steps()).append(": ");
        }
        line.append(progress.heading());
        if (!progress.detail().isEmpty()) {
            line.append(" \u2013 ").append(progress.detail());
        }
        pace.timeLeft(progress, clock.getAsLong())
                .ifPresent(left -> line.append(" \u2013 ").append(TimeLeft.inWords(left)).append(" left"));
        monitor.subTask(line.toString());
        int done = (int) Math.round(progress.studyShare() * TICKS);
        if (done > worked) {
            monitor.worked(done - worked);
            worked = done;
        }
    }
}
