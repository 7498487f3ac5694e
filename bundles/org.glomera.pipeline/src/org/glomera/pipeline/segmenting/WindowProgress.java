package org.glomera.pipeline.segmenting;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.progress.CancelOnlyMonitor;
import org.glomera.pipeline.work.StageReporter;

/**
 * Tells how far a network is with its windows. While one is calculated, which may take a quarter of a minute, the seconds
 * go on, and the share as fast as for the window before. One thread.
 */
final class WindowProgress {

    private static final long NANOS_A_SECOND = 1_000_000_000L;
    /** A window counts as this much done at most before it is. */
    private static final double NEARLY = 0.95;

    private final StageReporter reporter;
    private final String what;
    private final double from;
    private final double to;
    private int windows = 1;
    private int done;
    private long begun;
    private long tellNext;
    private long lastNanos;

    /**
     * Makes a teller.
     *
     * @param what what is applied, for instance {@code Applying the network}
     * @param from share of the stage that is done before
     * @param to share of the stage that is done after
     */
    WindowProgress(StageReporter reporter, String what, double from, double to) {
        this.reporter = reporter;
        this.what = what;
        this.from = from;
        this.to = to;
    }

    /** How many windows there will be. */
    void begin(int count) {
        windows = count;
        tell("");
    }

    /** Begins the next window; the monitor is asked while it is calculated. */
    IProgressMonitor next() {
        reporter.checkCanceled();
        begun = System.nanoTime();
        tellNext = begun + NANOS_A_SECOND;
        tell("");
        return new CancelOnlyMonitor(this::canceled);
    }

    /** Ends it. */
    void windowDone() {
        lastNanos = System.nanoTime() - begun;
        done++;
    }

    private boolean canceled() {
        long now = System.nanoTime();
        if (now >= tellNext) {
            tellNext = now + NANOS_A_SECOND;
            tell(", " + (now - begun) / NANOS_A_SECOND + " s");
        }
        return reporter.canceled();
    }

    private void tell(String seconds) {
        double within = seconds.isEmpty() || lastNanos == 0 ? 0
                : Math.min(NEARLY, (System.nanoTime() - begun) / (double) lastNanos);
        String which = windows == 1 ? "" : ", window " + Math.min(windows, done + 1) + " of " + windows;
        reporter.tell(what + which + seconds, from + (to - from) * (done + within) / windows);
    }
}
