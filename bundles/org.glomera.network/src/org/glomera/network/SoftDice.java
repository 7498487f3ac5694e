package org.glomera.network;

/**
 * The Dice coefficient of a probability volume x and a mask y, {@code D = 2 sum(xy) / (sum(x^2) + sum(y^2))}, after
 * Milletari, Navab and Ahmadi, "V-Net", 3DV 2016, equation of section 3. It is 1 for equal masks and 0 for disjoint
 * ones; the training loss is 1 - D.
 */
public final class SoftDice {

    private SoftDice() {
    }

    /**
     * The Dice coefficient.
     *
     * @param probability values 0 to 1
     * @param mask values 0 to 1, as many
     * @return 0 to 1; NaN when both are zero everywhere, and when a value is NaN
     */
    public static double of(float[] probability, float[] mask) {
        if (probability.length != mask.length) {
            throw new IllegalArgumentException("There are " + probability.length + " probabilities and " + mask.length
                    + " mask values.");
        }
        double products = 0;
        double squares = 0;
        for (int i = 0; i < mask.length; i++) {
            double x = probability[i];
            double y = mask[i];
            products += x * y;
            squares += x * x + y * y;
        }
        return 2 * products / squares;
    }

    /**
     * The derivative of the loss {@code 1 - D} with respect to each probability. With P = sum(xy) and
     * S = sum(x^2) + sum(y^2), D = 2 P / S, so {@code d(1 - D) / dx = -2 y / S + 2 P 2 x / S^2 = (2 / S) (D x - y)}.
     *
     * @param factor multiplies every derivative, for instance one by the number of images of a batch
     * @return not finite where {@link #of} is not
     */
    public static float[] lossGradient(float[] probability, float[] mask, double factor) {
        double dice = of(probability, mask);
        double squares = 0;
        for (int i = 0; i < mask.length; i++) {
            squares += (double) probability[i] * probability[i] + (double) mask[i] * mask[i];
        }
        double scale = 2 * factor / squares;
        float[] gradient = new float[mask.length];
        for (int i = 0; i < mask.length; i++) {
            gradient[i] = (float) (scale * (dice * probability[i] - mask[i]));
        }
        return gradient;
    }
}
