package org.glomera.dicom.codecs;

/**
 * The inverse DCT of a block of 8 x 8 in integers: the algorithm of Loeffler, Ligtenberg and Moschytz (ICASSP 1989, 11
 * multiplications a row) with 13 bits of fraction, as the Independent JPEG Group's slow integer transform rounds it. For
 * one thread.
 */
final class InverseDct {

    private static final int FRACTION = 13;
    /** sqrt(2) times cosines and their sums, times 2 to the power of 13, rounded. */
    private static final long C_0_298 = 2446;
    private static final long C_0_390 = 3196;
    private static final long C_0_541 = 4433;
    private static final long C_0_765 = 6270;
    private static final long C_0_899 = 7373;
    private static final long C_1_175 = 9633;
    private static final long C_1_501 = 12299;
    private static final long C_1_847 = 15137;
    private static final long C_1_961 = 16069;
    private static final long C_2_053 = 16819;
    private static final long C_2_562 = 20995;
    private static final long C_3_072 = 25172;

    private final int[] quantization;
    /** Bits of fraction that values keep between the two passes. */
    private final int kept;
    private final int most;
    private final long[] work = new long[64];

    /** Makes the transform for samples of 8 or 12 bits. */
    InverseDct(int[] quantization, int precision) {
        this.quantization = quantization;
        this.kept = precision == 8 ? 2 : 1;
        this.most = (1 << precision) - 1;
    }

    /** Transforms the block at a place into 64 samples, row by row. */
    void apply(short[] coefficients, int at, int[] samples) {
        for (int i = 0; i < 64; i++) {
            work[i] = (long) coefficients[at + i] * quantization[i];
        }
        for (int x = 0; x < 8; x++) {
            pass(x, 8, FRACTION - kept);
        }
        for (int y = 0; y < 64; y += 8) {
            pass(y, 1, FRACTION + kept + 3);
        }
        int middle = (most + 1) / 2;
        for (int i = 0; i < 64; i++) {
            samples[i] = (int) Math.max(0, Math.min(most, work[i] + middle));
        }
    }

    private void pass(int at, int step, int shift) {
        long even = (work[at + 2 * step] + work[at + 6 * step]) * C_0_541;
        long even2 = even - work[at + 6 * step] * C_1_847;
        long even3 = even + work[at + 2 * step] * C_0_765;
        long sum = work[at] + work[at + 4 * step] << FRACTION;
        long difference = work[at] - work[at + 4 * step] << FRACTION;
        long e0 = sum + even3;
        long e3 = sum - even3;
        long e1 = difference + even2;
        long e2 = difference - even2;

        long o7 = work[at + 7 * step];
        long o5 = work[at + 5 * step];
        long o3 = work[at + 3 * step];
        long o1 = work[at + step];
        long z5 = (o7 + o3 + o5 + o1) * C_1_175;
        long z1 = -(o7 + o1) * C_0_899;
        long z2 = -(o5 + o3) * C_2_562;
        long z3 = z5 - (o7 + o3) * C_1_961;
        long z4 = z5 - (o5 + o1) * C_0_390;
        put(at, at + 7 * step, e0, o1 * C_1_501 + z1 + z4, shift);
        put(at + step, at + 6 * step, e1, o3 * C_3_072 + z2 + z3, shift);
        put(at + 2 * step, at + 5 * step, e2, o5 * C_2_053 + z2 + z4, shift);
        put(at + 3 * step, at + 4 * step, e3, o7 * C_0_298 + z1 + z3, shift);
    }

    private void put(int first, int second, long even, long odd, int shift) {
        long half = 1L << shift - 1;
        work[first] = even + odd + half >> shift;
        work[second] = even - odd + half >> shift;
    }
}
