package org.glomera.network;

/**
 * What stays the same in all steps of a training.
 *
 * @param momentum share of the last update that goes on, 0 (plain gradient descent) to below 1
 * @param nesterov whether the momentum looks ahead (Sutskever et al., ICML 2013)
 * @param weightDecay factor of the weights that is added to their gradient, 0 for none
 * @param gradientNormLimit a gradient with a larger Euclidean norm is scaled down to it; 0 for no limit
 * @param threads number of threads that calculate; another number may round differently
 */
public record TrainingOptions(double momentum, boolean nesterov, double weightDecay, double gradientNormLimit,
        int threads) {

    /** Refuses numbers that make no training. */
    public TrainingOptions {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("Momentum is 0 to below 1, not " + momentum + ".");
        }
        if (nesterov && momentum == 0) {
            throw new IllegalArgumentException("Nesterov's way needs a momentum above 0.");
        }
        if (!(weightDecay >= 0 && weightDecay < 1)) {
            throw new IllegalArgumentException("Weight decay is 0 to below 1, not " + weightDecay + ".");
        }
        if (!(gradientNormLimit >= 0 && Double.isFinite(gradientNormLimit))) {
            throw new IllegalArgumentException("The limit of the gradient's norm is positive, or 0 for none, not "
                    + gradientNormLimit + ".");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread calculates, not " + threads + ".");
        }
    }
}
