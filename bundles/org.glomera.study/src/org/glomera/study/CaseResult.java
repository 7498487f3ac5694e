package org.glomera.study;

import java.util.Map;
import java.util.Objects;

import org.glomera.core.Kidneys;

/**
 * What one network measured in one kidney, or in both, of one case, a row of {@code cases.csv}. NaN stands for a value that is not
 * defined, for instance of an empty delineation; it is an empty cell in the file.
 *
 * @param network name of the run
 * @param caseId name of the case
 * @param kidneys which kidney, or both together; column {@code side}
 * @param manual mean activity concentration under the manual delineation, in the {@linkplain
 *        ExperimentInfo#activityUnit() unit of the experiment}
 * @param automatic the same under the network's delineation
 * @param differencePercent automatic less manual, in percent of manual
 * @param dice Dice coefficient of the two delineations, 0 to 1
 * @param volumeMlManual volume of the manual delineation in ml
 * @param volumeMlAutomatic volume of the network's delineation in ml
 * @param further further metrics, by the name of their column with the unit in it; every row has the same
 */
public record CaseResult(String network, String caseId, Kidneys kidneys, double manual, double automatic,
        double differencePercent, double dice, double volumeMlManual, double volumeMlAutomatic,
        Map<String, Double> further) {

    /** Refuses names that are none, infinite values, and a Dice coefficient outside 0 to 1. */
    public CaseResult {
        Names.check("run", network);
        Names.check("case", caseId);
        Objects.requireNonNull(kidneys);
        checkNotInfinite("manual", manual);
        checkNotInfinite("automatic", automatic);
        checkNotInfinite("difference_percent", differencePercent);
        checkShare("dice", dice);
        checkVolume("volume_ml_manual", volumeMlManual);
        checkVolume("volume_ml_automatic", volumeMlAutomatic);
        further = Copies.ordered(further);
        further.forEach(CaseResult::checkNotInfinite);
    }

    /** Whether the row is of one kidney: averages over rows take these, and never the sums of both with them. */
    public boolean isOfOneKidney() {
        return kidneys.isOne();
    }

    static void checkShare(String name, double value) {
        if (value < 0 || value > 1) {
            throw new IllegalArgumentException(name + " is " + value + ", not between 0 and 1");
        }
    }

    private static void checkVolume(String name, double value) {
        checkNotInfinite(name, value);
        if (value < 0) {
            throw new IllegalArgumentException(name + " is " + value + ", below 0");
        }
    }

    private static void checkNotInfinite(String name, double value) {
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " is infinite");
        }
    }
}
