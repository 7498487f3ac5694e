package org.glomera.evaluation;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Student's t distribution that is not central: of {@code (Z + shift) / sqrt(V / degrees)} with a standard normal
 * {@code Z} and an independent chi-square {@code V} of so many degrees of freedom. Neither Apache Commons Math nor
 * Commons Statistics has it; its distribution function is the integral over {@code Z} of their normal density and
 * chi-square distribution.
 */
final class NoncentralT {

    /** The normal density beyond so many standard deviations is less than 10<sup>-18</sup> of its largest value. */
    private static final double REACH = 9;
    private static final int PANELS = 6;
    private static final double ROOT_ACCURACY = 1e-12;
    private static final int MOST_EVALUATIONS = 500;
    /** On -1 to 1; read only, so several threads may use it. */
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(24);
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final ChiSquaredDistribution chiSquared;
    private final double degrees;
    private final double shift;

    /**
     * The distribution.
     *
     * @param degrees degrees of freedom, more than 0
     * @param shift the noncentrality
     */
    NoncentralT(double degrees, double shift) {
        this.chiSquared = ChiSquaredDistribution.of(degrees);
        this.degrees = degrees;
        this.shift = shift;
    }

    /** The probability of at most {@code t}. */
    double cumulative(double t) {
        return t < 0 ? 1 - positive(-t, -shift) : positive(t, shift);
    }

    /**
     * The probability of at most {@code t >= 0}: always when {@code Z < -delta}, otherwise when
     * {@code V >= degrees ((Z + delta) / t)^2}.
     */
    private double positive(double t, double delta) {
        double always = NORMAL.cumulativeProbability(-delta);
        if (t == 0) {
            return always;
        }
        double from = Math.max(-delta, -REACH);
        double width = (REACH - from) / PANELS;
        double sum = 0;
        for (int panel = 0; panel < PANELS && width > 0; panel++) {
            double middle = from + (panel + 0.5) * width;
            sum += RULE.integrate(x -> {
                double z = middle + x * width / 2;
                double root = (z + delta) / t;
                return NORMAL.density(z) * chiSquared.survivalProbability(degrees * root * root);
            }) * width / 2;
        }
        return Math.min(1, always + sum);
    }

    /** The number that is not exceeded with a probability between 0 and 1. */
    double quantile(double probability) {
        double step = 1;
        double low = shift - step;
        while (cumulative(low) > probability) {
            step *= 2;
            low -= step;
        }
        step = 1;
        double high = shift + step;
        while (cumulative(high) < probability) {
            step *= 2;
            high += step;
        }
        return new BrentSolver(ROOT_ACCURACY, ROOT_ACCURACY).solve(MOST_EVALUATIONS,
                t -> cumulative(t) - probability, low, high);
    }
}
