package org.glomera.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;

/**
 * A training's sign of life, the content of {@code runs/NAME/progress.json}: written every few seconds while a network
 * is trained, so that other programs can show how far it is. Nothing is computed from it.
 *
 * @param epoch the epoch under way, 1 for the first
 * @param epochs number of epochs planned
 * @param step number of steps made in all epochs
 * @param steps number of steps planned in all epochs
 * @param loss the last step's loss; NaN when it was not a number
 * @param learningRate the last step's learning rate
 * @param secondsLeft time left in seconds at the pace so far; NaN while that cannot be told
 * @param written when this was written
 */
public record RunProgress(int epoch, int epochs, long step, long steps, double loss, double learningRate,
        double secondsLeft, Instant written) {

    private static final String FILE = "progress.json";

    /** Refuses an epoch and a step that are not among those planned, and a negative time. */
    public RunProgress {
        if (epoch < 1 || epoch > epochs || step < 0 || step > steps) {
            throw new IllegalArgumentException("epoch " + epoch + " of " + epochs + ", step " + step + " of " + steps);
        }
        if (secondsLeft < 0) {
            throw new IllegalArgumentException("secondsLeft is " + secondsLeft);
        }
        Objects.requireNonNull(written, "written is missing");
    }

    /** The progress of a run's training; empty when none was written. */
    public static Optional<RunProgress> read(StudyFolder study, String run) throws GlomeraException {
        Path file = file(study, run);
        return Files.exists(file) ? Optional.of(StudyJson.read(file, RunProgress.class)) : Optional.empty();
    }

    /** Writes {@code progress.json}. */
    public void write(StudyFolder study, String run) throws GlomeraException {
        StudyJson.write(file(study, run), this);
    }

    private static Path file(StudyFolder study, String run) throws GlomeraException {
        return study.runFolder(run).resolve(FILE);
    }
}
