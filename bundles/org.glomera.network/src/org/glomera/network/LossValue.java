package org.glomera.network;

/**
 * The loss of a probability volume x, the network's output, for a mask y of n voxels, and its slope.
 * {@link Loss#DICE}: {@code 1 - D} with D of {@link SoftDice}. {@link Loss#DICE_CROSS_ENTROPY}:
 * {@code ((1 - D) + H) / 2} with the mean binary cross-entropy {@code H = -(1/n) sum(y ln x + (1 - y) ln(1 - x))}
 * (Bishop, Pattern Recognition and Machine Learning, 2006, equation 4.90, over n); the equal sum of both terms is that
 * of Isensee et al., "nnU-Net", Nature Methods 18, 2021, with a mean in place of the sum.
 *
 * <p>
 * Sound near 0 and 1: for a voxel of the mask the cross-entropy's slope is {@code -1/x}, outside {@code 1/(1 - x)}, which
 * times the sigmoid's own slope {@code x (1 - x)} gives {@code x - y}, at most 1. A probability below 2<sup>-100</sup> is
 * taken as that, and one that single precision has rounded to 1 as the number before 1; so a voxel counts for at most
 * 100 ln 2 = 69.3 and 24 ln 2 = 16.6, and every slope is a finite float. Where the sigmoid itself has been rounded to
 * exactly 0 or 1, its own slope is 0 and the voxel is not learned from.
 *
 * @param loss 0 or more; not finite when a probability is no number, or when mask and output are zero everywhere
 * @param dice the Dice coefficient on probabilities, 0 to 1
 */
public record LossValue(double loss, double dice) {

    /** Its inverse is a finite float, with room for the product with a factor. */
    private static final double LEAST = 0x1p-100;
    /** The largest float below 1. */
    private static final double MOST = Math.nextDown(1f);

    /**
     * The loss of an output.
     *
     * @param probability values 0 to 1
     * @param mask values 0 to 1, as many
     */
    public static LossValue of(Loss loss, float[] probability, float[] mask) {
        double dice = SoftDice.of(probability, mask);
        return switch (loss) {
            case DICE -> new LossValue(1 - dice, dice);
            case DICE_CROSS_ENTROPY -> new LossValue((1 - dice + crossEntropy(probability, mask)) / 2, dice);
        };
    }

    /**
     * The derivative of the loss with respect to each probability.
     *
     * @param factor multiplies every derivative, for instance one by the number of images of a batch
     * @return not finite where {@link #of} is not
     */
    public static float[] slope(Loss loss, float[] probability, float[] mask, double factor) {
        return switch (loss) {
            case DICE -> SoftDice.lossGradient(probability, mask, factor);
            case DICE_CROSS_ENTROPY -> {
                float[] slope = SoftDice.lossGradient(probability, mask, factor / 2);
                double scale = factor / 2 / mask.length;
                for (int i = 0; i < slope.length; i++) {
                    double x = inside(probability[i]);
                    slope[i] += (float) (scale * (x - mask[i]) / (x * (1 - x)));
                }
                yield slope;
            }
        };
    }

    /** Whether loss and Dice are numbers. */
    public boolean finite() {
        return Double.isFinite(loss) && Double.isFinite(dice);
    }

    private static double crossEntropy(float[] probability, float[] mask) {
        double sum = 0;
        for (int i = 0; i < mask.length; i++) {
            double x = inside(probability[i]);
            double y = mask[i];
            sum -= y * Math.log(x) + (1 - y) * Math.log1p(-x);
        }
        return sum / mask.length;
    }

    private static double inside(double x) {
        return Math.min(MOST, Math.max(LEAST, x));
    }
}
