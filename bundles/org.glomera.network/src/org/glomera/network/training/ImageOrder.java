package org.glomera.network.training;

import java.util.Random;

/**
 * The order of the training images in an epoch. It follows from seed and epoch alone, so that a training that goes on
 * sees the order that it would have seen.
 */
final class ImageOrder {

    /** 2^64 divided by the golden ratio: neighbouring epochs get seeds that differ in all bits. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private ImageOrder() {
    }

    /** The numbers 0 to images - 1, each once (Fisher and Yates, after Knuth, TAOCP 2, section 3.4.2). */
    static int[] of(long seed, int epoch, int images) {
        Random random = new Random(seed ^ SPREAD * epoch);
        int[] order = new int[images];
        for (int i = 0; i < images; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
