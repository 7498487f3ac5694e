package org.glomera.evaluation.statistics;

import java.util.Locale;
import java.util.Optional;

import org.glomera.evaluation.ShapiroWilk;

/** The one sentence in which {@link ShapiroWilk} speaks: it warns, and changes nothing. */
final class Normality {

    /** A p value below this is a reason to warn. */
    static final double WARNS_BELOW = 0.05;

    private Normality() {
    }

    /** The warning, when there is a reason. */
    static Optional<String> warning(ShapiroWilk.Result result) {
        if (!(result.p() < WARNS_BELOW)) {
            return Optional.empty();
        }
        String p = result.p() < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", result.p());
        return Optional.of("Warning: the paired differences hardly come from a normal distribution (Shapiro-Wilk, " + p
                + "), which limits of agreement and their intervals take for granted.");
    }
}
