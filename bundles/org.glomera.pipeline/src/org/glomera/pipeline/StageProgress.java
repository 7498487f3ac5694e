package org.glomera.pipeline;

import java.util.Objects;

/**
 * How far a step of a study is.
 *
 * @param stage the step
 * @param subject what it works on when it is done more than once in a study, a network's title; empty otherwise
 * @param step which step of the study this is, from 1; 1 when the service runs alone
 * @param steps how many steps the study has; 1 when the service runs alone
 * @param detail one line for a user: the case at hand, or epoch, loss and Dice
 * @param share how much of this step is done, 0 to 1
 * @param studyShare how much of the study is done by the time it is expected to take, 0 to 1; the same as
 *        {@code share} when the service runs alone
 */
public record StageProgress(Stage stage, String subject, int step, int steps, String detail, double share,
        double studyShare) {

    /** Refuses a step that the study does not have and a share outside 0 to 1. */
    public StageProgress {
        Objects.requireNonNull(stage);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(detail);
        if (step < 1 || step > steps) {
            throw new IllegalArgumentException("Step " + step + " of " + steps + " is none.");
        }
        if (!(share >= 0 && share <= 1) || !(studyShare >= 0 && studyShare <= 1)) {
            throw new IllegalArgumentException("Shares lie between 0 and 1; these are " + share + " and " + studyShare
                    + ".");
        }
    }

    /** The progress of a service that runs alone. */
    public static StageProgress alone(Stage stage, String subject, String detail, double share) {
        return new StageProgress(stage, subject, 1, 1, detail, share, share);
    }

    /** The same progress as one step of a study. */
    public StageProgress within(int newStep, int newSteps, double newStudyShare) {
        return new StageProgress(stage, subject, newStep, newSteps, detail, share, newStudyShare);
    }

    /** What a user is shown as the step: its title, and what it works on where that must be said. */
    public String heading() {
        return subject.isEmpty() ? stage.title() : stage.title() + " " + subject;
    }
}
