package org.glomera.pipeline.work;

import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.progress.CancelOnlyMonitor;
import org.glomera.pipeline.Stage;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.StageProgress;

/**
 * Tells a listener and a progress monitor how far one stage is; the share it tells never falls. Safe for use by several
 * threads: they take turns.
 */
public final class StageReporter {

    private static final int TICKS = 1000;

    private final Stage stage;
    private final String subject;
    private final StageListener listener;
    private final IProgressMonitor asked;
    private final SubMonitor monitor;
    private double share;

    /** Makes a reporter for one call of a service. */
    public StageReporter(Stage stage, String subject, StageListener listener, IProgressMonitor monitor) {
        this.stage = Objects.requireNonNull(stage);
        this.subject = Objects.requireNonNull(subject);
        this.listener = Objects.requireNonNull(listener);
        this.asked = Objects.requireNonNull(monitor);
        this.monitor = SubMonitor.convert(monitor, stage.title(), TICKS);
    }

    /**
     * Tells what is going on.
     *
     * @param detail one line for a user
     * @param newShare how much is done, 0 to 1; a smaller one than before is raised to that
     */
    public synchronized void tell(String detail, double newShare) {
        double raised = Math.max(share, Math.min(1, Math.max(0, newShare)));
        monitor.subTask(detail);
        monitor.worked((int) Math.round(raised * TICKS) - (int) Math.round(share * TICKS));
        share = raised;
        listener.progress(StageProgress.alone(stage, subject, detail, raised));
    }

    /** Ends the stage: all is done. */
    public void done(String detail) {
        tell(detail, 1);
        monitor.done();
    }

    /** Whether the user cancelled. */
    public boolean canceled() {
        return asked.isCanceled();
    }

    /**
     * Gives up when the user cancelled.
     *
     * @throws OperationCanceledException when so
     */
    public void checkCanceled() {
        if (canceled()) {
            throw new OperationCanceledException();
        }
    }

    /** A monitor for a method below, which asks it whether the user cancelled; its progress is not told. */
    public IProgressMonitor cancelOnly() {
        return new CancelOnlyMonitor(this::canceled);
    }
}
