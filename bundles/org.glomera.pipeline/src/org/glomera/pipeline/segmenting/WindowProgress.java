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
    private double windowNanos = NANOS_A_SECOND;
    private boolean isMeasured;

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

    /** How many windows there will be, and a guess of how long one takes, until one was calculated. */
    void begin(int count, double guessedSeconds) {
        windows = count;
        windowNanos = Math.max(1, guessedSeconds * NANOS_A_SECOND);
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
        windowNanos = Math.max(1, System.nanoTime() - begun);
        isMeasured = true;
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
        double within = seconds.isEmpty() ? 0 : within((System.nanoTime() - begun) / windowNanos);
        String which = windows == 1 ? "" : ", window " + Math.min(windows, done + 1) + " of " + windows;
        reporter.tell(what + which + seconds, from + (to - from) * (done + within) / windows);
    }

    /** How much of a window is done; by a guess it goes on more slowly the longer it takes, and never ends too soon. */
    private double within(double passed) {
        return Math.min(NEARLY, isMeasured ? passed : 1 - Math.exp(-passed));
    }
}
