package org.glomera.ui.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.swt.widgets.Display;

/**
 * Measures how long the UI thread lets others wait: every 10 ms it is asked to run something, and the time until it
 * does is kept. While it is busy for 300 ms, 30 askings wait up to 300 ms, so long pauses weigh as long as they last.
 */
final class PauseProbe implements AutoCloseable {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final double NANOS_PER_MS = 1e6;
    private static final double PERCENTILE = 0.99;

    private final Display display;
    private final List<Double> waitedMs = new ArrayList<>();
    private final Thread thread = new Thread(this::ask, "Glomera bench probe");
    private volatile boolean isClosed;

    /** Begins to ask. */
    PauseProbe(Display display) {
        this.display = display;
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    private void ask() {
        long next = System.nanoTime();
        while (!isClosed && !display.isDisposed()) {
            long asked = System.nanoTime();
            display.asyncExec(() -> add((System.nanoTime() - asked) / NANOS_PER_MS));
            next = Math.max(next + EVERY_NANOS, System.nanoTime());
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void add(double ms) {
        synchronized (waitedMs) {
            waitedMs.add(ms);
        }
    }

    private double[] sorted() {
        synchronized (waitedMs) {
            double[] all = waitedMs.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(all);
            return all;
        }
    }

    /** The longest wait in milliseconds; NaN when there was none. */
    double longestMs() {
        double[] all = sorted();
        return all.length == 0 ? Double.NaN : all[all.length - 1];
    }

    /** 99 of 100 waits are at most this long, in milliseconds. */
    double percentile99Ms() {
        double[] all = sorted();
        return all.length == 0 ? Double.NaN : all[(int) Math.min(all.length - 1L, Math.floor(PERCENTILE * all.length))];
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
