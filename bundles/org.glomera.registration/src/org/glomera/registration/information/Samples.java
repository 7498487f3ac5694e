package org.glomera.registration.information;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Places of the moving image with their values.
 *
 * @param x patient x of each place in millimetres
 * @param y patient y
 * @param z patient z
 * @param bins the value there in bins of the histogram
 */
record Samples(float[] x, float[] y, float[] z, float[] bins) {

    /** Number of places. */
    int count() {
        return bins.length;
    }

    /** Those places that {@code chosen} accepts, in their order. */
    Samples only(IntPredicate chosen) {
        int[] kept = IntStream.range(0, count()).filter(chosen).toArray();
        float[] keptX = new float[kept.length];
        float[] keptY = new float[kept.length];
        float[] keptZ = new float[kept.length];
        float[] keptBins = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            keptX[i] = x[kept[i]];
            keptY[i] = y[kept[i]];
            keptZ[i] = z[kept[i]];
            keptBins[i] = bins[kept[i]];
        }
        return new Samples(keptX, keptY, keptZ, keptBins);
    }
}
