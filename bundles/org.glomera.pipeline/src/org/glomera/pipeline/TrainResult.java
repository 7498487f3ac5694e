package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * A trained network.
 *
 * @param run the run's name
 * @param runFolder where weights, model card and curve lie
 * @param epochs how many epochs it was trained
 * @param epochsPlanned how many epochs were planned; more than {@code epochs} when it ended before
 * @param trainingDice mean Dice of the training cases on the input grid after the reported epoch
 * @param testDice mean Dice of the test cases on the input grid after the reported epoch
 * @param alreadyThere whether it was trained before and nothing was done
 * @param keptEarly whether it was stopped on purpose before the last planned epoch, and kept
 * @param validationDice mean Dice of the validation cases on the input grid after the reported epoch; NaN without any
 * @param notes where its first weights came from and what did not fit, a sentence each; empty for random ones
 */
public record TrainResult(String run, Path runFolder, int epochs, int epochsPlanned, double trainingDice,
        double testDice, boolean alreadyThere, boolean keptEarly, double validationDice,
        List<String> notes) {

    /** Copies the list. */
    public TrainResult {
        notes = List.copyOf(notes);
    }
}
