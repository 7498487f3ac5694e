package org.glomera.pipeline.estimating;

import java.util.Objects;

/**
 * How fast a network is trained on this machine.
 *
 * @param secondsPerImage time of a training step divided by the images of its batch, in seconds
 * @param basis where that is from
 * @param source what a user is told about it, a clause: {@code measured just now}
 */
public record Speed(double secondsPerImage, Basis basis, String source) {

    /** Where a speed is from, the most trustworthy first. */
    public enum Basis {
        /** Steps of a network of the same size on this machine. */
        SAME_NETWORK(0.8, 1.3),
        /** Steps of a network of another size on this machine. */
        OTHER_NETWORK(0.6, 1.8),
        /** Steps on another machine. */
        OTHER_MACHINE(0.3, 3);

        private final double low;
        private final double high;

        Basis(double low, double high) {
            this.low = low;
            this.high = high;
        }

        /** The factor from the likely time to a short one. */
        public double low() {
            return low;
        }

        /** The factor from the likely time to a long one. */
        public double high() {
            return high;
        }
    }

    /** Refuses a time that is none. */
    public Speed {
        if (!(secondsPerImage > 0 && Double.isFinite(secondsPerImage))) {
            throw new IllegalArgumentException("A step takes no " + secondsPerImage + " s.");
        }
        Objects.requireNonNull(basis);
        Objects.requireNonNull(source);
    }

    /** The speed of another network on the same machine, by the arithmetic of both. */
    public Speed scaledTo(NetworkCost own, NetworkCost wanted) {
        if (own.equals(wanted)) {
            return this;
        }
        double factor = StepModel.secondsPerImage(wanted) / StepModel.secondsPerImage(own);
        return new Speed(secondsPerImage * factor, basis == Basis.SAME_NETWORK ? Basis.OTHER_NETWORK : basis, source);
    }

    /** The speed where nothing was measured on this machine. */
    static Speed unmeasured(NetworkCost cost) {
        return new Speed(StepModel.secondsPerImage(cost), Basis.OTHER_MACHINE, "from its arithmetic at the speed of"
                + " another machine with 2 processors");
    }

    /** The speed of one network from that of another one, by their arithmetic. */
    static Speed scaled(double measuredSeconds, NetworkCost measured, NetworkCost wanted, String source) {
        boolean same = measured.equals(wanted);
        double factor = StepModel.secondsPerImage(wanted) / StepModel.secondsPerImage(measured);
        return new Speed(measuredSeconds * factor, same ? Basis.SAME_NETWORK : Basis.OTHER_NETWORK,
                same ? source : source + ", scaled by the networks' arithmetic");
    }
}
