package org.glomera.network.training;

import java.util.List;
import java.util.Objects;

import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.network.TrainingOptions;
import org.glomera.network.augmentation.AugmentationSetting;
import org.glomera.study.WhenAbsent;

/**
 * How a network is trained; written with each run. The same configuration on the same images gives the same weights,
 * bit for bit, on the same kind of processor. Settings that came later may be absent in a file.
 *
 * @param loss what training makes small
 * @param optimiser how a gradient changes the weights
 * @param learningRate the largest learning rate
 * @param momentum of gradient descent: share of the last update that goes on, 0 to below 1; without meaning for Adam
 * @param nesterov whether the momentum looks ahead; without meaning for Adam
 * @param weightDecay factor of the weights that is added to their gradient, or with Adam, times the learning rate, taken
 *        off the weights; 0 for none
 * @param gradientNormLimit a gradient with a larger norm is scaled down to it, 0 for no limit
 * @param warmUpSteps number of first steps in which the learning rate rises in a straight line
 * @param decay how the learning rate falls
 * @param decayPower the power of a polynomial decay; without meaning for others
 * @param epochs number of times that every training image is seen, at most
 * @param batch number of images a step, whose gradients are computed one after the other and added up; the last step of
 *        an epoch may have fewer
 * @param seed seed of the initial weights and of the images' order
 * @param threads number of threads that calculate
 * @param initialisation how weights begin
 * @param beta1 of Adam: share of the mean of gradients that goes on
 * @param beta2 of Adam: share of the mean of squared gradients that goes on
 * @param epsilon of Adam: added to the root of the mean of squares
 * @param decayFactor of a step decay: what the learning rate is multiplied by, above 0 and below 1
 * @param decayEpochs of a step decay: after how many epochs; 0 for another decay
 * @param patienceEpochs early stopping: so many epochs without a gain end the training; 0 for none
 * @param smallestGain early stopping: what the validation Dice must rise by, and more, for a gain
 * @param augmentations how training images are changed by chance, in this order; empty for not at all
 */
public record TrainingConfiguration(Loss loss, Optimiser optimiser, double learningRate, double momentum,
        boolean nesterov, double weightDecay, double gradientNormLimit, int warmUpSteps, Decay decay, double decayPower,
        int epochs, int batch, long seed, int threads, Initialisation initialisation,
        @WhenAbsent("0.9") double beta1, @WhenAbsent("0.999") double beta2, @WhenAbsent("1e-8") double epsilon,
        @WhenAbsent("0.5") double decayFactor, @WhenAbsent("0") int decayEpochs,
        @WhenAbsent("0") int patienceEpochs, @WhenAbsent("0") double smallestGain,
        @WhenAbsent("[]") List<AugmentationSetting> augmentations) {

    /** The factor of a step decay that is given none. */
    static final double DECAY_FACTOR = 0.5;

    private static final int MOST_EPOCHS = 1_000_000;

    /** Refuses numbers that make no training; the message names the one and its range. */
    public TrainingConfiguration {
        Objects.requireNonNull(loss, "The loss is missing.");
        Objects.requireNonNull(optimiser, "The optimiser is missing.");
        Objects.requireNonNull(decay, "The decay is missing.");
        Objects.requireNonNull(initialisation, "The initialisation is missing.");
        require(learningRate > 0 && Double.isFinite(learningRate), "learningRate", learningRate, "positive");
        require(warmUpSteps >= 0, "warmUpSteps", warmUpSteps, "0 or more");
        require(decay != Decay.POLYNOMIAL || decayPower > 0 && Double.isFinite(decayPower), "decayPower", decayPower,
                "positive");
        require(decayFactor > 0 && decayFactor < 1, "decayFactor", decayFactor, "above 0 and below 1");
        require(decayEpochs >= (decay == Decay.STEP ? 1 : 0), "decayEpochs", decayEpochs, "1 or more with step decay");
        require(epochs >= 1 && epochs <= MOST_EPOCHS, "epochs", epochs, "1 to " + MOST_EPOCHS);
        require(batch >= 1, "batch", batch, "1 or more");
        new EarlyStopping(patienceEpochs, smallestGain);
        augmentations = List.copyOf(augmentations);
        new TrainingOptions(optimiser, loss, momentum, nesterov, beta1, beta2, epsilon, weightDecay, gradientNormLimit,
                threads);
    }

    /** A training without early stopping, step decay and augmentation, and with Adam's usual numbers where it uses Adam. */
    public TrainingConfiguration(Loss loss, Optimiser optimiser, double learningRate, double momentum,
            boolean nesterov, double weightDecay, double gradientNormLimit, int warmUpSteps, Decay decay,
            double decayPower, int epochs, int batch, long seed, int threads, Initialisation initialisation) {
        this(loss, optimiser, learningRate, momentum, nesterov, weightDecay, gradientNormLimit, warmUpSteps, decay,
                decayPower, epochs, batch, seed, threads, initialisation, TrainingOptions.BETA_1,
                TrainingOptions.BETA_2, TrainingOptions.EPSILON, DECAY_FACTOR, 0, 0, 0, List.of());
    }

    private static void require(boolean met, String name, double value, String range) {
        if (!met) {
            throw new IllegalArgumentException(name + " is " + range + ", not " + value + ".");
        }
    }

    /** What an engine's trainer is told. */
    public TrainingOptions options() {
        return new TrainingOptions(optimiser, loss, momentum, nesterov, beta1, beta2, epsilon, weightDecay,
                gradientNormLimit, threads);
    }

    /** When training ends before its last planned epoch. */
    public EarlyStopping earlyStopping() {
        return new EarlyStopping(patienceEpochs, smallestGain);
    }

    /** Number of steps of an epoch. */
    public int stepsPerEpoch(int images) {
        return (images + batch - 1) / batch;
    }

    /**
     * The learning rate of a step: {@link #learningRate()}, times {@code (step + 1) / warmUpSteps} in the warm-up, times
     * what the decay leaves of it.
     *
     * @param step 0 for the first
     * @param steps number of steps of all planned epochs
     */
    public double learningRate(long step, long steps) {
        double warmUp = step < warmUpSteps ? (step + 1.0) / warmUpSteps : 1;
        double left = switch (decay) {
            case CONSTANT -> 1;
            case POLYNOMIAL -> Math.pow(Math.max(0, 1 - step / (double) steps), decayPower);
            case STEP -> Math.pow(decayFactor, step / Math.max(1, steps / epochs) / decayEpochs);
        };
        return learningRate * warmUp * left;
    }

    /** These settings, of which some are to change. */
    public TrainingSettings change() {
        return new TrainingSettings(this);
    }

    /** The same with another number of epochs. */
    public TrainingConfiguration withEpochs(int other) {
        return change().epochs(other).configuration();
    }

    /** The same with another seed. */
    public TrainingConfiguration withSeed(long other) {
        return change().seed(other).configuration();
    }
}
