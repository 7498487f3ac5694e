package org.glomera.network;

import java.util.List;
import java.util.Objects;

/**
 * What stays the same in all steps of a training.
 *
 * @param optimiser how a gradient changes the weights
 * @param loss what is made small
 * @param momentum of gradient descent: share of the last update that goes on, 0 (plain gradient descent) to below 1;
 *        without meaning for Adam
 * @param nesterov whether the momentum looks ahead (Sutskever et al., ICML 2013); without meaning for Adam
 * @param beta1 of Adam: share of the mean of gradients that goes on, 0 to below 1
 * @param beta2 of Adam: share of the mean of squared gradients that goes on, 0 to below 1
 * @param epsilon of Adam: added to the root of the mean of squares, positive
 * @param weightDecay factor of the weights that is added to their gradient (gradient descent) or taken off the weights
 *        themselves, times the learning rate (Adam); 0 for none
 * @param gradientNormLimit a gradient with a larger Euclidean norm is scaled down to it; 0 for no limit
 * @param threads number of threads that calculate; another number may round differently
 */
public record TrainingOptions(Optimiser optimiser, Loss loss, double momentum, boolean nesterov, double beta1,
        double beta2, double epsilon, double weightDecay, double gradientNormLimit, int threads) {

    /** The betas that Kingma and Ba give in algorithm 1. */
    public static final double BETA_1 = 0.9;
    /** See {@link #BETA_1}. */
    public static final double BETA_2 = 0.999;
    /** The epsilon that Kingma and Ba give in algorithm 1. */
    public static final double EPSILON = 1e-8;

    /** Refuses numbers that make no training. */
    public TrainingOptions {
        Objects.requireNonNull(optimiser);
        Objects.requireNonNull(loss);
        requireShare("Momentum", momentum);
        if (nesterov && momentum == 0) {
            throw new IllegalArgumentException("Nesterov's way needs a momentum above 0.");
        }
        requireShare("beta1", beta1);
        requireShare("beta2", beta2);
        if (!(epsilon > 0 && epsilon < 1)) {
            throw new IllegalArgumentException("epsilon is above 0 and below 1, not " + epsilon + ".");
        }
        requireShare("Weight decay", weightDecay);
        if (!(gradientNormLimit >= 0 && Double.isFinite(gradientNormLimit))) {
            throw new IllegalArgumentException("The limit of the gradient's norm is positive, or 0 for none, not "
                    + gradientNormLimit + ".");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread calculates, not " + threads + ".");
        }
    }

    /** Gradient descent on the Dice loss. */
    public TrainingOptions(double momentum, boolean nesterov, double weightDecay, double gradientNormLimit,
            int threads) {
        this(Optimiser.SGD, Loss.DICE, momentum, nesterov, BETA_1, BETA_2, EPSILON, weightDecay, gradientNormLimit,
                threads);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is 0 to below 1, not " + value + ".");
        }
    }

    /** The names of the optimiser's moments in a {@link TrainerState}, in a fixed order. */
    public List<String> moments() {
        return switch (optimiser) {
            case SGD -> momentum > 0 ? List.of(TrainerState.MOMENTUM) : List.of();
            case ADAM -> List.of(TrainerState.FIRST, TrainerState.SECOND);
        };
    }
}
