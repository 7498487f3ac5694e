package org.glomera.comparison.published;

import java.util.List;
import java.util.Objects;

import org.glomera.comparison.PublishedQuantity;

/**
 * A printed figure beside what follows from the tables.
 *
 * @param printed the figure as printed
 * @param topic which table of the page it belongs to
 * @param runs names of the runs that it is about; empty when they are not known
 * @param caseId the case that it is about; empty for none
 * @param value recomputed; NaN where it cannot be
 * @param low lower bound of the recomputed value, for the rounding of the table that it is computed from; NaN as
 *        {@code value}
 * @param high upper bound of it; NaN as {@code value}
 * @param decimals decimals of the printed number; 0 when it is not understood
 * @param epochs epochs of the learning curve whose value rounds to the printed one; of {@link Topic#DICE} only
 * @param agreement how both compare
 * @param method how it was recomputed; empty where it was not
 * @param explanation what all figures of the kind that differ may be, so that "It is" can stand before it; empty where
 *        that is not known and where there is only one
 * @param remark why both differ where that is known, why nothing was recomputed, or what else must be known; may be
 *        empty
 */
public record CheckedFigure(PublishedQuantity printed, Topic topic, List<String> runs, String caseId, double value,
        double low, double high, int decimals, List<Integer> epochs, Agreement agreement, String method,
        String explanation, String remark) {

    /** Which table of the page a figure belongs to. */
    public enum Topic {
        /** Figures that describe or test the experiment as a whole. */
        SUMMARY,
        /** Dice coefficients of a cohort. */
        DICE,
        /** Differences of single cases, a printed table's column. */
        CASE
    }

    /** Copies its lists and refuses missing parts. */
    public CheckedFigure {
        Objects.requireNonNull(printed);
        Objects.requireNonNull(topic);
        runs = List.copyOf(runs);
        epochs = List.copyOf(epochs);
        Objects.requireNonNull(caseId);
        Objects.requireNonNull(agreement);
        Objects.requireNonNull(method);
        Objects.requireNonNull(explanation);
        Objects.requireNonNull(remark);
    }

    /** Whether the tables allow other values than {@link #value()}, since they are rounded. */
    public boolean isRange() {
        return high > low;
    }

    /** This figure with an explanation, and with another remark behind its own. */
    CheckedFigure with(String newExplanation, String more) {
        return new CheckedFigure(printed, topic, runs, caseId, value, low, high, decimals, epochs, agreement, method,
                newExplanation, (remark + " " + more).strip());
    }
}
