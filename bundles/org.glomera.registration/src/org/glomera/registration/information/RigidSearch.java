package org.glomera.registration.information;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.geometry.Vector3;

/**
 * Looks for the transform under which two images fit best, with M. J. D. Powell's BOBYQA (report DAMTP 2009/NA06), which
 * needs no gradients and keeps to bounds. Not thread-safe.
 */
final class RigidSearch {

    /** How far each of the six parameters may go from the start of the search, in millimetres. */
    static final double BOUND_MM = 60;

    private static final Logger LOG = System.getLogger(RigidSearch.class.getName());
    private static final int MOST_EVALUATIONS = 500;
    /** What stands for images that do not overlap: less than images of which one tells nothing about the other. */
    private static final double NO_OVERLAP = 0.99;

    private final RigidSpace space;
    private final double[] origin;
    private final IProgressMonitor monitor;

    /**
     * A place that was found.
     *
     * @param parameters the six numbers of the {@link RigidSpace}
     * @param score the similarity there
     */
    record Found(double[] parameters, double score) {
    }

    /**
     * Makes a search.
     *
     * @param origin the middle of the bounds
     * @param monitor asked at every evaluation whether the user cancelled
     */
    RigidSearch(RigidSpace space, double[] origin, IProgressMonitor monitor) {
        this.space = space;
        this.origin = origin.clone();
        this.monitor = monitor;
    }

    /**
     * The best place near a start.
     *
     * @param radiusMm how far from the start it looks first
     * @param accuracyMm when it stops
     */
    Found near(Similarity similarity, double[] start, double radiusMm, double accuracyMm) {
        return optimised(similarity, start, RigidSpace.SIZE, new double[RigidSpace.SIZE], radiusMm, accuracyMm);
    }

    /** The best shift beside a start, without another rotation, in millimetres. */
    Vector3 shiftBeside(Similarity similarity, double[] start, double radiusMm, double accuracyMm) {
        double[] found = optimised(similarity, new double[3], 3, start, radiusMm, accuracyMm).parameters();
        return new Vector3(found[0], found[1], found[2]);
    }

    /** Optimises the last {@code count} parameters, as offsets from {@code base}. */
    private Found optimised(Similarity similarity, double[] start, int count, double[] base, double radiusMm,
            double accuracyMm) {
        Best best = new Best(similarity, count, base);
        best.value(start);
        double[] low = new double[count];
        double[] high = new double[count];
        for (int i = 0; i < count; i++) {
            int parameter = RigidSpace.SIZE - count + i;
            low[i] = origin[parameter] - base[parameter] - BOUND_MM;
            high[i] = origin[parameter] - base[parameter] + BOUND_MM;
        }
        try {
            new BOBYQAOptimizer(2 * count + 1, radiusMm, accuracyMm).optimize(new ObjectiveFunction(best::value),
                    GoalType.MAXIMIZE, new MaxEval(MOST_EVALUATIONS), new InitialGuess(start),
                    new SimpleBounds(low, high));
        } catch (MathIllegalStateException e) {
            LOG.log(Level.DEBUG, "The search ended early; its best place counts.", e);
        }
        return new Found(best.place, best.score);
    }

    /** Whether a place lies at the border of what was searched. */
    boolean atBorder(double[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            if (Math.abs(parameters[i] - origin[i]) > BOUND_MM * 0.98) {
                return true;
            }
        }
        return false;
    }

    /** The best place that was evaluated. */
    private final class Best {
        private final Similarity similarity;
        private final int count;
        private final double[] base;
        private double[] place;
        private double score = Double.NEGATIVE_INFINITY;

        Best(Similarity similarity, int count, double[] base) {
            this.similarity = similarity;
            this.count = count;
            this.base = base;
        }

        double value(double[] point) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            double[] parameters = base.clone();
            for (int i = 0; i < count; i++) {
                parameters[RigidSpace.SIZE - count + i] += point[i];
            }
            double found = similarity.of(space.transform(parameters).toAffine());
            double value = Double.isNaN(found) ? NO_OVERLAP : found;
            if (value > score) {
                score = value;
                place = Arrays.copyOf(point, count);
            }
            return value;
        }
    }
}
