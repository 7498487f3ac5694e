package org.glomera.network.augmentation;

/** Seeds that follow from several numbers and differ in all bits when one of these differs by one. */
final class Seeds {

    /** 2^64 divided by the golden ratio, odd. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Seeds() {
    }

    /** A seed of numbers, in their order. */
    static long of(long... numbers) {
        long seed = 0;
        for (long number : numbers) {
            seed = mix(seed + STEP + mix(number));
        }
        return seed;
    }

    /** The finaliser of Stafford's variant 13 (as in SplitMix64, Steele, Lea and Flood, OOPSLA 2014). */
    private static long mix(long bits) {
        long z = bits + STEP;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
