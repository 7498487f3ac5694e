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
}
