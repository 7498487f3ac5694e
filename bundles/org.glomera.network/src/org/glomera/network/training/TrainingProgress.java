package org.glomera.network.training;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.progress.TimeLeft;
import org.glomera.network.StepResult;

/**
 * How far a training is.
 *
 * @param epoch the epoch under way, 1 for the first
 * @param epochs number of epochs planned
 * @param step number of steps made in all epochs
 * @param steps number of steps planned in all epochs
 * @param result what the last step found
 * @param learningRate the last step's learning rate
 * @param timeLeft the time left at the pace so far; empty while that cannot be told
 */
public record TrainingProgress(int epoch, int epochs, long step, long steps, StepResult result, double learningRate,
        Optional<Duration> timeLeft) {

    /** Refuses an absent part. */
    public TrainingProgress {
        Objects.requireNonNull(result);
        Objects.requireNonNull(timeLeft);
    }

    /** A line for a person: {@code epoch 3/12, loss 0.214, Dice 0.79, 1 min 20 s left}. */
    public String inWords() {
        return "epoch %d/%d, loss %.3f, Dice %.2f".formatted(epoch, epochs, result.loss(), result.dice())
                + timeLeft.map(left -> ", " + TimeLeft.inWords(left) + " left").orElse("");
    }
}
