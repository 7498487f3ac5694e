package org.glomera.pipeline.work;

import java.util.Objects;

import org.eclipse.core.runtime.NullProgressMonitor;

/**
 * A monitor for a method below whose progress is a part of a stage's: it tells the stage's reporter what is going on.
 * For one method at a time, which may use several threads.
 */
public final class ShareMonitor extends NullProgressMonitor {

    private final StageReporter reporter;
    private final double from;
    private final double to;
    private double total = 1;
    private double done;

    /**
     * Makes a monitor.
     *
     * @param from share of the stage that is done before the method
     * @param to share of the stage that is done after it
     */
    public ShareMonitor(StageReporter reporter, double from, double to) {
        this.reporter = Objects.requireNonNull(reporter);
        this.from = from;
        this.to = to;
    }

    @Override
    public synchronized void beginTask(String name, int totalWork) {
        total = Math.max(1, totalWork);
    }

    @Override
    public synchronized void internalWorked(double work) {
        done = Math.min(total, done + work);
    }

    @Override
    public void worked(int work) {
        internalWorked(work);
    }

    @Override
    public void subTask(String name) {
        double share;
        synchronized (this) {
            share = done / total;
        }
        reporter.tell(name, from + (to - from) * share);
    }

    @Override
    public boolean isCanceled() {
        return super.isCanceled() || reporter.canceled();
    }
}
