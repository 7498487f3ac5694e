package org.glomera.pipeline;

import java.nio.file.Path;

/**
 * A trained network.
 *
 * @param run the run's name
 * @param runFolder where weights, model card and curve lie
 * @param epochs how many epochs it was trained
 * @param epochsPlanned how many epochs were planned; more than {@code epochs} when it was stopped on purpose and kept
 * @param trainingDice mean Dice of the training cases on the input grid after the last epoch
 * @param testDice mean Dice of the test cases on the input grid after the last epoch
 * @param alreadyThere whether it was trained before and nothing was done
 */
public record TrainResult(String run, Path runFolder, int epochs, int epochsPlanned, double trainingDice,
        double testDice, boolean alreadyThere) {

    /** Whether it was stopped on purpose before the last epoch, and kept. */
    public boolean keptEarly() {
        return epochs < epochsPlanned;
    }
}
