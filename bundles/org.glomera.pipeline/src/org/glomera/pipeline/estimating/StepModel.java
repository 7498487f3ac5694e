package org.glomera.pipeline.estimating;

/**
 * The time of a training step on one image as arithmetic, traffic with the memory and a fixed part:
 * {@code t = 3 flop / A + kept / B + c}. The three constants were fitted to steps that were measured on 2 processors
 * (AMD EPYC, virtual): 48 x 48 x 48 with 8 filters 0.49 s, 64 x 64 x 64 with 8 filters 0.9 s, 64 x 64 x 64 with 32
 * filters 5 to 6.5 s, 128 x 128 x 128 with 32 filters 47 s. On another machine only the ratio of two of its times is
 * used, with the time of a step that was measured there.
 */
final class StepModel {

    private static final double FLOP_PER_S = 143e9;
    private static final double KEPT_BYTES_PER_S = 244e6;
    private static final double FIXED_S = 0.2;
    /** Forward and twice as much backward. */
    private static final double PASSES = 3;

    private StepModel() {
    }

    /** The time of a step on one image on the machine of the fit, in seconds. */
    static double secondsPerImage(NetworkCost cost) {
        return PASSES * cost.forwardFlop() / FLOP_PER_S + cost.keptBytes() / KEPT_BYTES_PER_S + FIXED_S;
    }

    /** The time of one forward pass on the machine of the fit, in seconds. */
    static double forwardSeconds(NetworkCost cost) {
        return cost.forwardFlop() / FLOP_PER_S + FIXED_S;
    }
}
