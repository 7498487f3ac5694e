package org.glomera.network.training;

import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.Loss;
import org.glomera.network.Sample;
import org.glomera.network.StepResult;
import org.glomera.network.TrainerState;

/** Stops a training whose numbers have become useless, with a sentence that says why and what to do. Used once. */
final class StepCheck {

    /** Below this Dice coefficient the output is taken for zero: it began with one some ten times as high. */
    private static final double COLLAPSED_DICE = 1e-3;
    /** So many steps in a row tell a collapse from an image that is hard. */
    private static final int COLLAPSED_STEPS = 30;

    private final Loss loss;
    private double bestTrainingDice;
    private int stepsNearZero;

    /** Begins with the highest training Dice of the epochs before. */
    StepCheck(Loss loss, double bestTrainingDice) {
        this.loss = loss;
        this.bestTrainingDice = bestTrainingDice;
    }

    /** Notes an epoch's training Dice. */
    void epochDone(double trainingDice) {
        bestTrainingDice = Math.max(bestTrainingDice, trainingDice);
    }

    /**
     * Looks at a step.
     *
     * @param step its number, 1 for the first
     * @throws GlomeraException (computation) when loss or gradient are not finite, or the output has been zero for long
     *         on the Dice loss, which has no slope there; cross-entropy has one and leads out again
     */
    void require(StepResult result, List<Sample> batch, long step, int epoch) throws GlomeraException {
        if (!result.finite()) {
            throw new GlomeraException(Kind.COMPUTATION, stopped(step, epoch) + (Double.isFinite(result.loss())
                    ? "the gradient" : "the loss") + " is not a number" + causeAndRemedy(batch, epoch));
        }
        stepsNearZero = result.dice() < COLLAPSED_DICE ? stepsNearZero + 1 : 0;
        if (loss == Loss.DICE && stepsNearZero >= COLLAPSED_STEPS) {
            throw new Collapse(stopped(step, epoch) + "the network's output has fallen to zero everywhere, where the Dice"
                    + " loss has no gradient and nothing is learned any more. " + kept(epoch) + "Train anew with another"
                    + " seed, a lower learning rate or more warm-up steps.", bestTrainingDice < Attempts.LEARNED_DICE);
        }
    }

    /**
     * Looks at the state after an epoch's last step, which no later step of the epoch would show to be useless.
     *
     * @throws GlomeraException (computation) when a weight is not finite
     */
    static void requireFinite(TrainerState state, int epoch) throws GlomeraException {
        if (!state.weights().finite()) {
            throw new GlomeraException(Kind.COMPUTATION, stopped(state.step(), epoch) + "a weight is not a number, the"
                    + " step was too large. " + kept(epoch) + remedy());
        }
    }

    private static String stopped(long step, int epoch) {
        return "Training was stopped at step " + step + " in epoch " + epoch + ": ";
    }

    private static String kept(int epoch) {
        return epoch == 1 ? "No epoch was finished before. " : "What was learned up to epoch " + (epoch - 1)
                + " is kept. ";
    }

    private static String remedy() {
        return "Train anew with a lower learning rate, a limit of the gradient's norm or more warm-up steps.";
    }

    private static String causeAndRemedy(List<Sample> batch, int epoch) {
        if (!batch.stream().allMatch(StepCheck::isFinite)) {
            return ", since a training image of this step has a value that is none. " + kept(epoch)
                    + "Look for the case whose image has such values, correct or exclude it, and prepare the images again.";
        }
        return ", since the weights have grown out of what can be calculated. " + kept(epoch) + remedy();
    }

    private static boolean isFinite(Sample sample) {
        for (float[] channel : sample.channels()) {
            if (!isFinite(channel)) {
                return false;
            }
        }
        return isFinite(sample.mask());
    }

    private static boolean isFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
