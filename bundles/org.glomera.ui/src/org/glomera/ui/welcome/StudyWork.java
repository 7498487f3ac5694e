package org.glomera.ui.welcome;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.glomera.core.progress.TimeLeft;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.StagePace;
import org.glomera.pipeline.StageProgress;

/** How far a study is that is made on the welcome page: told by its job, asked by the page. Safe for several threads. */
final class StudyWork implements StageListener {

    private final StageListener further;
    private final LongSupplier clock;
    private final StagePace pace = new StagePace();
    private StageProgress last;
    private Duration left;

    /**
     * Makes one for a call of a service.
     *
     * @param further told the same
     * @param clock {@code System::nanoTime} or one of a test
     */
    StudyWork(StageListener further, LongSupplier clock) {
        this.further = further;
        this.clock = clock;
    }

    @Override
    public void progress(StageProgress progress) {
        synchronized (this) {
            last = progress;
            left = pace.timeLeft(progress, clock.getAsLong()).orElse(null);
        }
        further.progress(progress);
    }

    /** How much is done, 0 to 1. */
    synchronized double share() {
        return last == null ? 0 : last.studyShare();
    }

    /** The step that goes on, with the time left where that can be told. */
    synchronized String step() {
        if (last == null) {
            return "Waiting to begin";
        }
        return last.stage().title() + (left == null ? "" : " \u00b7 " + TimeLeft.inWords(left) + " left");
    }

    /** What goes on in the step, for instance {@code Patient TE004, 4 of 15}. */
    synchronized String detail() {
        if (last == null) {
            return "";
        }
        return last.subject().isEmpty() || last.detail().isEmpty() ? last.subject() + last.detail()
                : last.subject() + " \u00b7 " + last.detail();
    }
}
