package org.glomera.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

import org.glomera.pipeline.Stage;
import org.glomera.pipeline.StageProgress;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong(5 * SECOND);

    private ProgressLine line(boolean watched) {
        Terminal terminal = new Terminal(new PrintStream(out, true), new PrintStream(err, true), watched, 120);
        return new ProgressLine(terminal, clock::get);
    }

    private static StageProgress training(String detail, double share) {
        return new StageProgress(Stage.TRAIN, "Network 1", 4, 9, detail, share, share);
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void timeLeft_goesByThePaceSinceThisStart() {
        ProgressLine line = line(false);
        line.progress(training("epoch 10/20", 0.5));
        clock.addAndGet(30 * SECOND);
        // resumed at one half: in 30 s a half of what was left (0.5 to 0.75) was done, so another 30 s are left
        line.progress(training("epoch 15/20 loss 0.31 Dice 0.71", 0.75));
        assertTrue(shown().contains("[4/9] Training Network 1 · epoch 15/20 loss 0.31 Dice 0.71 · 75 % · 30 s left"),
                shown());
    }

    @Test
    void timeLeft_leavesOutWhatWasDoneBefore() {
        ProgressLine line = line(false);
        line.progress(training("", 0.1));
        clock.addAndGet(SECOND / 2);
        // found again within half a second: 0.1 to 0.5
        line.progress(training("epoch 5/10", 0.5));
        clock.addAndGet(30 * SECOND);
        // from there 0.1 took 30 s, so the 0.4 that are left take 120 s
        line.progress(training("epoch 6/10", 0.6));
        assertTrue(shown().contains("epoch 6/10 · 60 % · 2 min 00 s left"), shown());
    }

    @Test
    void whereNobodyWatches_aLineComesAtMostEveryQuarterOfAMinute() {
        ProgressLine line = line(false);
        for (int second = 0; second < 31; second++) {
            line.progress(training("step " + second, second / 100.0));
            clock.addAndGet(SECOND);
        }
        // at 0 s, 15 s and 30 s
        assertEquals(3, shown().lines().count(), shown());
        assertTrue(shown().contains("step 15") && shown().contains("step 30"), shown());
    }

    @Test
    void aStagesTime_isShownWhenTheNextBegins() {
        ProgressLine line = line(true);
        line.progress(training("", 0.1));
        clock.addAndGet(75 * SECOND);
        line.progress(new StageProgress(Stage.REPORT, "", 9, 9, "", 0, 0.9));
        assertTrue(shown().contains("  Training Network 1: 1 min 15 s"), shown());
    }

    @Test
    void results_neverMixWithProgress() {
        ProgressLine line = line(true);
        line.progress(training("", 0.1));
        line.finish();
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }
}
