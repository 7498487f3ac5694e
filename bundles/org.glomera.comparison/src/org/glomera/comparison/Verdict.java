package org.glomera.comparison;

import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;

/**
 * What the numbers support and no more: which network has the smallest mean absolute difference from the manual
 * activity concentration, and against which networks and in which kidney that is significant after correction.
 *
 * @param headline one sentence; empty when nothing was measured
 * @param details the sentences that belong to it; may be empty
 */
public record Verdict(String headline, List<String> details) {

    /** Copies its details. */
    public Verdict {
        Objects.requireNonNull(headline);
        details = List.copyOf(details);
    }

    /**
     * The verdict on a comparison. Networks are ranked over the kidneys that each of them measured, so that none gains
     * by having missed a hard one.
     *
     * @param level significance level of the family of all pairs of networks, right and left kidney together
     */
    public static Verdict of(Comparison comparison, double level) {
        return of(comparison, level, new NullProgressMonitor());
    }

    /** As {@link #of(Comparison, double)}; a cancelled monitor ends it with an {@code OperationCanceledException}. */
    public static Verdict of(Comparison comparison, double level, IProgressMonitor monitor) {
        return new VerdictWriter(comparison, level, monitor).write();
    }

    /** Headline and details in one line. */
    public String text() {
        return (headline + " " + String.join(" ", details)).strip();
    }
}
