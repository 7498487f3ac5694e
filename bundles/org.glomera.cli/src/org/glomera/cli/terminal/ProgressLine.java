package org.glomera.cli.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.glomera.core.progress.TimeLeft;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.StagePace;
import org.glomera.pipeline.StageProgress;

/**
 * Shows stage progress on a terminal: {@code [4/9] Training hybrid · epoch 12/40 loss 0.31 Dice 0.71 · 34 % · 2 min 10 s
 * left}. Where nobody watches, a line is written when a stage begins and then at most every quarter of a minute.
 */
public final class ProgressLine implements StageListener {

    private static final long WATCHED_NANOS = 100_000_000L;
    private static final long UNWATCHED_NANOS = 15_000_000_000L;

    private final Terminal terminal;
    private final LongSupplier clock;
    private String heading = "";
    private long lastNanos;
    private final StagePace pace = new StagePace();
    private long stageStartNanos;

    /** Shows on {@code terminal}, by the clock {@code System::nanoTime} or one of a test. */
    public ProgressLine(Terminal terminal, LongSupplier clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public synchronized void progress(StageProgress progress) {
        long now = clock.getAsLong();
        Optional<Duration> left = pace.timeLeft(progress, now);
        boolean begins = !progress.heading().equals(heading);
        if (begins) {
            finishStage(now);
            heading = progress.heading();
            stageStartNanos = now;
        }
        if (begins || now - lastNanos >= (terminal.watched() ? WATCHED_NANOS : UNWATCHED_NANOS)) {
            lastNanos = now;
            terminal.progress(line(progress, left));
        }
    }

    /** Ends the last stage's line. */
    public synchronized void finish() {
        finishStage(clock.getAsLong());
        heading = "";
    }

    private void finishStage(long now) {
        if (!heading.isEmpty()) {
            terminal.message("  " + heading + ": "
                    + TimeLeft.inWords(Duration.ofNanos(now - stageStartNanos)));
        }
    }

    private static String line(StageProgress progress, Optional<Duration> timeLeft) {
        StringBuilder line = new StringBuilder();
        if (progress.steps() > 1) {
            line.append('[').append(progress.step()).append('/').append(progress.steps()).append("] ");
        }
        line.append(progress.heading());
        if (!progress.detail().isEmpty()) {
            line.append(" · ").append(progress.detail());
        }
        line.append(" · ").append(Math.round(progress.studyShare() * 100)).append(" %");
        timeLeft.ifPresent(left -> line.append(" · ").append(TimeLeft.inWords(left)).append(" left"));
        return line.toString();
    }
}
