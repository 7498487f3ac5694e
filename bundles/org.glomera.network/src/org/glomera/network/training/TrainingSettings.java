package org.glomera.network.training;

import java.util.List;

import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.network.augmentation.AugmentationSetting;

/**
 * The settings of a {@link TrainingConfiguration} on their way to another one; see there for what each means. Each method
 * changes one and returns this. Nothing is checked before {@link #configuration()}. One thread.
 */
public final class TrainingSettings {

    private Loss loss;
    private Optimiser optimiser;
    private double learningRate;
    private double momentum;
    private boolean nesterov;
    private double weightDecay;
    private double gradientNormLimit;
    private int warmUpSteps;
    private Decay decay;
    private double decayPower;
    private int epochs;
    private int batch;
    private long seed;
    private int threads;
    private Initialisation initialisation;
    private double beta1;
    private double beta2;
    private double epsilon;
    private double decayFactor;
    private int decayEpochs;
    private int patienceEpochs;
    private double smallestGain;
    private List<AugmentationSetting> augmentations;

    TrainingSettings(TrainingConfiguration base) {
        loss = base.loss();
        optimiser = base.optimiser();
        learningRate = base.learningRate();
        momentum = base.momentum();
        nesterov = base.nesterov();
        weightDecay = base.weightDecay();
        gradientNormLimit = base.gradientNormLimit();
        warmUpSteps = base.warmUpSteps();
        decay = base.decay();
        decayPower = base.decayPower();
        epochs = base.epochs();
        batch = base.batch();
        seed = base.seed();
        threads = base.threads();
        initialisation = base.initialisation();
        beta1 = base.beta1();
        beta2 = base.beta2();
        epsilon = base.epsilon();
        decayFactor = base.decayFactor();
        decayEpochs = base.decayEpochs();
        patienceEpochs = base.patienceEpochs();
        smallestGain = base.smallestGain();
        augmentations = base.augmentations();
    }

    /** What training makes small. */
    public TrainingSettings loss(Loss other) {
        loss = other;
        return this;
    }

    /** How a gradient changes the weights. */
    public TrainingSettings optimiser(Optimiser other) {
        optimiser = other;
        return this;
    }

    /** The largest learning rate. */
    public TrainingSettings learningRate(double other) {
        learningRate = other;
        return this;
    }

    /** The momentum of gradient descent. */
    public TrainingSettings momentum(double other) {
        momentum = other;
        return this;
    }

    /** Whether the momentum looks ahead. */
    public TrainingSettings nesterov(boolean other) {
        nesterov = other;
        return this;
    }

    /** The weight decay. */
    public TrainingSettings weightDecay(double other) {
        weightDecay = other;
        return this;
    }

    /** The limit of the gradient's norm. */
    public TrainingSettings gradientNormLimit(double other) {
        gradientNormLimit = other;
        return this;
    }

    /** The number of steps of the warm-up. */
    public TrainingSettings warmUpSteps(int other) {
        warmUpSteps = other;
        return this;
    }

    /** How the learning rate falls. */
    public TrainingSettings decay(Decay other) {
        decay = other;
        return this;
    }

    /** The power of a polynomial decay. */
    public TrainingSettings decayPower(double other) {
        decayPower = other;
        return this;
    }

    /** The number of planned epochs. */
    public TrainingSettings epochs(int other) {
        epochs = other;
        return this;
    }

    /** The number of images a step. */
    public TrainingSettings batch(int other) {
        batch = other;
        return this;
    }

    /** The seed. */
    public TrainingSettings seed(long other) {
        seed = other;
        return this;
    }

    /** The number of threads. */
    public TrainingSettings threads(int other) {
        threads = other;
        return this;
    }

    /** How weights begin. */
    public TrainingSettings initialisation(Initialisation other) {
        initialisation = other;
        return this;
    }

    /** Adam's share of the mean of gradients. */
    public TrainingSettings beta1(double other) {
        beta1 = other;
        return this;
    }

    /** Adam's share of the mean of squares. */
    public TrainingSettings beta2(double other) {
        beta2 = other;
        return this;
    }

    /** Adam's epsilon. */
    public TrainingSettings epsilon(double other) {
        epsilon = other;
        return this;
    }

    /** The factor of a step decay. */
    public TrainingSettings decayFactor(double other) {
        decayFactor = other;
        return this;
    }

    /** The number of epochs of a step decay's step. */
    public TrainingSettings decayEpochs(int other) {
        decayEpochs = other;
        return this;
    }

    /** The patience of early stopping; 0 for none. */
    public TrainingSettings patienceEpochs(int other) {
        patienceEpochs = other;
        return this;
    }

    /** The smallest gain of early stopping. */
    public TrainingSettings smallestGain(double other) {
        smallestGain = other;
        return this;
    }

    /** How training images are changed by chance. */
    public TrainingSettings augmentations(List<AugmentationSetting> other) {
        augmentations = List.copyOf(other);
        return this;
    }

    /**
     * The configuration with these settings.
     *
     * @throws IllegalArgumentException when they make no training; the message names the one and its range
     */
    public TrainingConfiguration configuration() {
        return new TrainingConfiguration(loss, optimiser, learningRate, momentum, nesterov, weightDecay,
                gradientNormLimit, warmUpSteps, decay, decayPower, epochs, batch, seed, threads, initialisation, beta1,
                beta2, epsilon, decayFactor, decayEpochs, patienceEpochs, smallestGain, augmentations);
    }
}
