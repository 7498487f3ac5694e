package org.glomera.render.slice;

/**
 * A bar of a round length that tells how large things are.
 *
 * @param lengthMm its length in the patient: 1, 2 or 5 times a power of ten
 * @param lengthPx its length in the picture
 */
public record ScaleBar(double lengthMm, double lengthPx) {

    private static final double[] ROUND = {5, 2, 1};

    /** The longest bar of a round length that is not longer than {@code longestPx}. */
    public static ScaleBar of(PlaneView view, double longestPx) {
        double longestMm = longestPx * view.mmPerPixel();
        double power = Math.pow(10, Math.floor(Math.log10(longestMm)));
        for (double round : ROUND) {
            if (round * power <= longestMm) {
                return new ScaleBar(round * power, round * power / view.mmPerPixel());
            }
        }
        return new ScaleBar(power, power / view.mmPerPixel());
    }
}
