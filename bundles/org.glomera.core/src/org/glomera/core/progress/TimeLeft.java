package org.glomera.core.progress;

import java.time.Duration;
import java.util.Optional;

/**
 * Estimates the time left of a task from the work that is done, as if the rest went at the pace so far. Not
 * thread-safe.
 */
public final class TimeLeft {

    /** Below this share of the work an estimate would jump about, so none is given. */
    private static final double SMALLEST_SHARE = 0.01;

    private final long startNanos;

    /** Starts the clock at {@code startNanos}, a reading of {@link System#nanoTime()}. */
    public TimeLeft(long startNanos) {
        this.startNanos = startNanos;
    }

    /**
     * The time left.
     *
     * @param share the work that is done, 0 to 1
     * @param nowNanos a reading of {@link System#nanoTime()}
     * @return empty while too little is done to tell
     */
    public Optional<Duration> estimate(double share, long nowNanos) {
        if (!(share >= SMALLEST_SHARE)) {
            return Optional.empty();
        }
        double elapsed = nowNanos - startNanos;
        return Optional.of(Duration.ofNanos((long) (elapsed * (1 - Math.min(share, 1)) / share)));
    }

    /** A duration as a person says it: {@code 2 h 05 min}, {@code 3 min 20 s} or {@code 12 s}. */
    public static String inWords(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        if (seconds >= 3600) {
            return "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
        }
        if (seconds >= 60) {
            return "%d min %02d s".formatted(seconds / 60, seconds % 60);
        }
        return seconds + " s";
    }
}
