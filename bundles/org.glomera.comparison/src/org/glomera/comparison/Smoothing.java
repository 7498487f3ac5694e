package org.glomera.comparison;

import java.util.List;

import org.glomera.study.Curve;

/**
 * A centred moving average over epochs. At both ends the window shrinks to what is there on both sides, so the first
 * and the last value stay as they are and nothing is invented; a gap stays a gap and does not count in its neighbours.
 *
 * @param window number of epochs, an even one is made odd by one more; 1 for none
 */
public record Smoothing(int window) {

    /** The default window is so many times shorter than the longest curve. */
    private static final int CURVE_TO_WINDOW = 10;

    /** Refuses a window below 1 and makes an even one odd. */
    public Smoothing {
        if (window < 1) {
            throw new IllegalArgumentException("a window of " + window + " epochs is none");
        }
        window |= 1;
    }

    /**
     * The window that suits curves: the largest odd number up to a tenth of the longest curve's epochs, so 9 epochs are
     * not smoothed at all, 100 over 9 epochs and 1,000 over 99.
     */
    public static Smoothing forCurves(List<Curve> curves) {
        int longest = curves.stream().mapToInt(curve -> curve.points().size()).max().orElse(0);
        int tenth = longest / CURVE_TO_WINDOW;
        return new Smoothing(Math.max(1, tenth % 2 == 0 ? tenth - 1 : tenth));
    }

    /** Whether nothing is smoothed. */
    public boolean isNone() {
        return window == 1;
    }

    /** The values smoothed. */
    public double[] of(double[] values) {
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int reach = Math.min(window / 2, Math.min(i, values.length - 1 - i));
            double sum = 0;
            int count = 0;
            for (int j = i - reach; j <= i + reach; j++) {
                if (!Double.isNaN(values[j])) {
                    sum += values[j];
                    count++;
                }
            }
            smooth[i] = Double.isNaN(values[i]) ? Double.NaN : sum / count;
        }
        return smooth;
    }

    /** What it does, as a sentence. */
    public String description() {
        return isNone() ? "Values of each epoch, not smoothed."
                : "Thin: values of each epoch. Thick: their centred moving average over " + window
                        + " epochs, fewer towards both ends.";
    }
}
