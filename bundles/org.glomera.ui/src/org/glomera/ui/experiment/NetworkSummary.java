package org.glomera.ui.experiment;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.evaluation.Summary;
import org.glomera.study.CaseResult;

/**
 * What one network reached in an experiment. Values that are not defined for a kidney (NaN in its row) do not count.
 *
 * @param network name of the run
 * @param kidneys number of kidneys measured
 * @param dice Dice coefficient, 0 to 1, of every single kidney
 * @param rightPercent difference of the activity concentration in the right kidney, automatic less manual, in percent
 * @param leftPercent the same in the left kidney
 */
record NetworkSummary(String network, int kidneys, Summary dice, Summary rightPercent, Summary leftPercent) {

    /** Refuses missing parts. */
    NetworkSummary {
        Objects.requireNonNull(network);
        Objects.requireNonNull(dice);
        Objects.requireNonNull(rightPercent);
        Objects.requireNonNull(leftPercent);
    }

    /** One summary a network, in the order in which the networks are first named. */
    static List<NetworkSummary> of(List<CaseResult> results) {
        return results.stream().map(CaseResult::network).distinct().map(network -> {
            List<CaseResult> rows = results.stream().filter(each -> each.isOfOneKidney()
                    && each.network().equals(network)).toList();
            return new NetworkSummary(network, rows.size(), summary(rows, CaseResult::dice),
                    summary(onSide(rows, Side.RIGHT), CaseResult::differencePercent),
                    summary(onSide(rows, Side.LEFT), CaseResult::differencePercent));
        }).toList();
    }

    private static Summary summary(List<CaseResult> rows, ToDoubleFunction<CaseResult> value) {
        return Summary.of(values(rows, value));
    }

    /** The defined values of rows. */
    static double[] values(List<CaseResult> rows, ToDoubleFunction<CaseResult> value) {
        return rows.stream().mapToDouble(value).filter(each -> !Double.isNaN(each)).toArray();
    }

    /** The rows of one kidney. */
    static List<CaseResult> onSide(List<CaseResult> rows, Side side) {
        return rows.stream().filter(each -> each.kidneys() == Kidneys.of(side)).toList();
    }
}
