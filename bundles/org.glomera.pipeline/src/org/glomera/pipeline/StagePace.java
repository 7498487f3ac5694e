package org.glomera.pipeline;

import java.time.Duration;
import java.util.Optional;

import org.glomera.core.progress.TimeLeft;

/**
 * Tells the time left of a service from its progress. Work that was done by an earlier call and is only found again
 * says nothing about the pace, so the clock starts anew after it. Not thread-safe: one for each call of a service.
 */
public final class StagePace {

    /** Work that is done this fast was done before and is only found again: a tenth of the whole in a second. */
    private static final double JUMP_SHARE = 0.01;
    private static final double JUMP_SHARE_PER_NANO = 0.1e-9;

    private double firstShare = -1;
    private double lastShare;
    private long lastNanos;
    private TimeLeft clock;

    /**
     * Takes a progress into account.
     *
     * @param nowNanos a reading of {@link System#nanoTime()}
     * @return the time left of the whole call; empty while too little is done to tell
     */
    public Optional<Duration> timeLeft(StageProgress progress, long nowNanos) {
        double share = progress.studyShare();
        boolean jumped = share - lastShare >= JUMP_SHARE
                && share - lastShare >= JUMP_SHARE_PER_NANO * (nowNanos - lastNanos);
        if (firstShare < 0 || jumped) {
            firstShare = share;
            clock = new TimeLeft(nowNanos);
        }
        lastShare = share;
        lastNanos = nowNanos;
        return clock.estimate(firstShare >= 1 ? 1 : (share - firstShare) / (1 - firstShare), nowNanos);
    }
}
