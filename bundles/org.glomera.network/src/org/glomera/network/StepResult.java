package org.glomera.network;

/**
 * What a training step found, before the weights were changed.
 *
 * @param loss the mean loss of the batch; not finite when the network's output is not a number
 * @param dice the mean Dice coefficient of the batch on probabilities, 0 to 1 (see {@link SoftDice})
 * @param gradientNorm the Euclidean norm of the gradient of all weights, before clipping; not finite when the step was
 *        left out for that reason
 */
public record StepResult(double loss, double dice, double gradientNorm) {

    /** Whether the step was made: loss and gradient are finite. */
    public boolean finite() {
        return Double.isFinite(loss) && Double.isFinite(gradientNorm);
    }
}
