package org.glomera.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.network.StepResult;
import org.glomera.network.training.TrainingProgress;
import org.glomera.study.RunProgress;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file from which other programs see how far a training is. */
class ProgressFileTest {

    @TempDir
    Path folder;

    private long nanos = Long.MAX_VALUE - 10;

    private static TrainingProgress step(int step, double loss, Optional<Duration> left) {
        return new TrainingProgress(1 + step / 10, 4, step, 40, new StepResult(loss, 1 - loss, 1), 0.02, left);
    }

    @Test
    void progress_isWrittenAtOnceAndThenEveryTwoSeconds() throws GlomeraException {
        StudyFolder study = StudyFolder.create(folder, "Study");
        ProgressFile file = new ProgressFile(study, "network1", () -> nanos);
        assertTrue(RunProgress.read(study, "network1").isEmpty());
        file.stepDone(step(1, 0.9, Optional.empty()));
        RunProgress first = RunProgress.read(study, "network1").orElseThrow();
        assertEquals(1, first.step());
        assertEquals(0.9, first.loss());
        assertTrue(Double.isNaN(first.secondsLeft()));
        nanos += Duration.ofMillis(1999).toNanos(); // the clock runs over its end here, as it may
        file.stepDone(step(2, 0.8, Optional.empty()));
        assertEquals(1, RunProgress.read(study, "network1").orElseThrow().step());
        nanos += Duration.ofMillis(1).toNanos();
        file.stepDone(step(23, Double.NaN, Optional.of(Duration.ofMillis(61_500))));
        RunProgress later = RunProgress.read(study, "network1").orElseThrow();
        assertEquals(3, later.epoch());
        assertEquals(61.5, later.secondsLeft());
        assertTrue(Double.isNaN(later.loss()));
    }
}
