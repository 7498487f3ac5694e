package org.glomera.network.training;

/**
 * How weights begin. Every convolution but the last gets normal random numbers of variance 2 / fan-in (He et al., ICCV
 * 2015, equation 10) and a bias of 0.
 *
 * @param outputDeviation standard deviation of the last convolution's weights; 0 for the same as the others. A small
 *        one lets training begin with an even output
 * @param outputBias bias of the last convolution; -2 lets training begin with a probability of 0.12 everywhere
 */
public record Initialisation(double outputDeviation, double outputBias) {

    /** Every convolution alike. */
    public static final Initialisation PLAIN = new Initialisation(0, 0);

    /** Refuses numbers that are not finite, and a negative deviation. */
    public Initialisation {
        if (!(outputDeviation >= 0 && Double.isFinite(outputDeviation)) || !Double.isFinite(outputBias)) {
            throw new IllegalArgumentException("The last layer begins with a finite bias and a deviation of 0 or more,"
                    + " not with " + outputBias + " and " + outputDeviation + ".");
        }
    }
}
