package org.glomera.network.training;

import java.util.Objects;

import org.glomera.network.TrainingOptions;

/**
 * How a network is trained; written with each run. The same configuration on the same images gives the same weights,
 * bit for bit, on the same kind of processor.
 *
 * @param loss what training makes small
 * @param optimiser how a gradient changes the weights
 * @param learningRate the largest learning rate
 * @param momentum share of the last update that goes on, 0 to below 1
 * @param nesterov whether the momentum looks ahead
 * @param weightDecay factor of the weights that is added to their gradient, 0 for none
 * @param gradientNormLimit a gradient with a larger norm is scaled down to it, 0 for no limit
 * @param warmUpSteps number of first steps in which the learning rate rises in a straight line
 * @param decay how the learning rate falls
 * @param decayPower the power of a polynomial decay; without meaning for a constant rate
 * @param epochs number of times that every training image is seen
 * @param batch number of images a step; the last step of an epoch may have fewer
 * @param seed seed of the initial weights and of the images' order
 * @param threads number of threads that calculate
 * @param initialisation how weights begin
 */
public record TrainingConfiguration(Loss loss, Optimiser optimiser, double learningRate, double momentum,
        boolean nesterov, double weightDecay, double gradientNormLimit, int warmUpSteps, Decay decay, double decayPower,
        int epochs, int batch, long seed, int threads, Initialisation initialisation) {

    private static final int MOST_EPOCHS = 1_000_000;

    /** Refuses numbers that make no training; the message names the one and its range. */
    public TrainingConfiguration {
        Objects.requireNonNull(loss, "The loss is missing.");
        Objects.requireNonNull(optimiser, "The optimiser is missing.");
        Objects.requireNonNull(decay, "The decay is missing.");
        Objects.requireNonNull(initialisation, "The initialisation is missing.");
        require(learningRate > 0 && Double.isFinite(learningRate), "learningRate", learningRate, "positive");
        require(warmUpSteps >= 0, "warmUpSteps", warmUpSteps, "0 or more");
        require(decay == Decay.CONSTANT || decayPower > 0 && Double.isFinite(decayPower), "decayPower", decayPower,
                "positive");
        require(epochs >= 1 && epochs <= MOST_EPOCHS, "epochs", epochs, "1 to " + MOST_EPOCHS);
        require(batch >= 1, "batch", batch, "1 or more");
        new TrainingOptions(momentum, nesterov, weightDecay, gradientNormLimit, threads);
    }

    private static void require(boolean met, String name, double value, String range) {
        if (!met) {
            throw new IllegalArgumentException(name + " is " + range + ", not " + value + ".");
        }
    }

    /** What an engine's trainer is told. */
    public TrainingOptions options() {
        return new TrainingOptions(momentum, nesterov, weightDecay, gradientNormLimit, threads);
    }

    /** Number of steps of an epoch. */
    public int stepsPerEpoch(int images) {
        return (images + batch - 1) / batch;
    }

    /**
     * The learning rate of a step.
     *
     * @param step 0 for the first
     * @param steps number of steps of the whole training
     */
    public double learningRate(long step, long steps) {
        double warmUp = step < warmUpSteps ? (step + 1.0) / warmUpSteps : 1;
        double fall = decay == Decay.CONSTANT ? 1 : Math.pow(Math.max(0, 1 - step / (double) steps), decayPower);
        return learningRate * warmUp * fall;
    }

    /** The same with another number of epochs. */
    public TrainingConfiguration withEpochs(int other) {
        return new TrainingConfiguration(loss, optimiser, learningRate, momentum, nesterov, weightDecay,
                gradientNormLimit, warmUpSteps, decay, decayPower, other, batch, seed, threads, initialisation);
    }

    /** The same with another seed. */
    public TrainingConfiguration withSeed(long other) {
        return new TrainingConfiguration(loss, optimiser, learningRate, momentum, nesterov, weightDecay,
                gradientNormLimit, warmUpSteps, decay, decayPower, epochs, batch, other, threads, initialisation);
    }
}
