package org.glomera.pipeline.preset;

import java.util.Objects;

/**
 * What is kept of a training for people to look at: the network's answer in one test case after some epochs. It changes
 * nothing in the training, so it is no part of what a run is compared by.
 *
 * @param every after every so many epochs, besides the first and the last; 0 for no preview
 * @param testCase id of the test case; empty for the first one that the network can use
 */
public record PreviewPreset(int every, String testCase) {

    /** After every epoch, in the first test case that the network can use. */
    public static final PreviewPreset STANDARD = new PreviewPreset(1, "");
    /** None. */
    public static final PreviewPreset OFF = new PreviewPreset(0, "");

    /** Refuses a negative number; without a name the first case is taken. */
    public PreviewPreset {
        if (every < 0) {
            throw new IllegalArgumentException("In a preview 'every' is " + every + "; it is 0 for none, or the number"
                    + " of epochs from one to the next.");
        }
        testCase = Objects.requireNonNullElse(testCase, "");
    }
}
