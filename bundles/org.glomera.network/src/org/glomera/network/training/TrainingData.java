package org.glomera.network.training;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.network.SampleSource;

/**
 * The images of a training and the weights that it begins with. No image is in two of the sources.
 *
 * @param training images to learn from, at least one; an epoch's training Dice is the mean of its steps'
 * @param validation images that early stopping watches, never learned from; may be empty
 * @param test images of which the Dice coefficient is noted after each epoch and nothing depends on; may be empty
 * @param start weights of another training to begin with; empty for random ones
 */
public record TrainingData(SampleSource training, SampleSource validation, SampleSource test,
        Optional<StartingWeights> start) {

    /** Refuses an absent part. */
    public TrainingData {
        Objects.requireNonNull(training);
        Objects.requireNonNull(validation);
        Objects.requireNonNull(test);
        Objects.requireNonNull(start);
    }

    /** Training and test images, no validation, random weights. */
    public static TrainingData of(SampleSource training, SampleSource test) {
        return new TrainingData(training, SampleSource.of(List.of()), test, Optional.empty());
    }
}
