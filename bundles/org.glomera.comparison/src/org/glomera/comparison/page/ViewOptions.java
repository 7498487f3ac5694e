package org.glomera.comparison.page;

import java.util.List;
import java.util.Objects;

import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.core.Kidneys;

/**
 * What a reader of a comparison can choose. Everything has a default that suits a first look.
 *
 * @param measure id of the measure that distributions and tests between networks are about
 * @param caseMeasures ids of further measures to show as columns of the table of cases, in this order
 * @param baseline name of the run that the other runs are compared with; empty to compare every pair of runs
 * @param onlyDifferences whether the table of configurations shows only what differs
 * @param smoothingEpochs window of the moving average over a learning curve in epochs; 1 for none, 0 to choose it by
 *        the curves' length
 * @param flagPercent cases whose activity concentration differs by more than this are flagged, in percent
 * @param level significance level of a family of tests
 * @param bothKidneys whether both kidneys together are shown beside right and left, where they were measured; their
 *        tests are then of the same family
 */
public record ViewOptions(String measure, List<String> caseMeasures, String baseline, boolean onlyDifferences,
        int smoothingEpochs, double flagPercent, double level, boolean bothKidneys) {

    /** The limit beyond which a case is flagged at first, in percent. */
    public static final double FLAG_PERCENT = 10;
    /** The significance level at first. */
    public static final double LEVEL = 0.05;

    /** Refuses a negative window or limit and a level outside 0 to 1. */
    public ViewOptions {
        Objects.requireNonNull(measure);
        Objects.requireNonNull(baseline);
        caseMeasures = List.copyOf(caseMeasures);
        if (smoothingEpochs < 0 || !(flagPercent >= 0) || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("options " + smoothingEpochs + ", " + flagPercent + ", " + level);
        }
    }

    /** The options of a first look. */
    public static ViewOptions defaults() {
        return new ViewOptions(Measure.ACTIVITY_DIFFERENCE, List.of(Measure.DICE), "", true, 0, FLAG_PERCENT, LEVEL,
                false);
    }

    /** These options with another measure. */
    public ViewOptions withMeasure(String other) {
        return new ViewOptions(other, caseMeasures, baseline, onlyDifferences, smoothingEpochs, flagPercent, level,
                bothKidneys);
    }

    /** These options with other columns in the table of cases. */
    public ViewOptions withCaseMeasures(List<String> others) {
        return new ViewOptions(measure, others, baseline, onlyDifferences, smoothingEpochs, flagPercent, level,
                bothKidneys);
    }

    /** These options with another baseline, or none for an empty name. */
    public ViewOptions withBaseline(String other) {
        return new ViewOptions(measure, caseMeasures, other, onlyDifferences, smoothingEpochs, flagPercent, level,
                bothKidneys);
    }

    /** These options with all settings of the runs or only those that differ. */
    public ViewOptions withOnlyDifferences(boolean only) {
        return new ViewOptions(measure, caseMeasures, baseline, only, smoothingEpochs, flagPercent, level, bothKidneys);
    }

    /** These options with another window of smoothing. */
    public ViewOptions withSmoothingEpochs(int epochs) {
        return new ViewOptions(measure, caseMeasures, baseline, onlyDifferences, epochs, flagPercent, level,
                bothKidneys);
    }

    /** These options with another limit. */
    public ViewOptions withFlagPercent(double percent) {
        return new ViewOptions(measure, caseMeasures, baseline, onlyDifferences, smoothingEpochs, percent, level,
                bothKidneys);
    }

    /** These options with or without both kidneys together. */
    public ViewOptions withBothKidneys(boolean both) {
        return new ViewOptions(measure, caseMeasures, baseline, onlyDifferences, smoothingEpochs, flagPercent, level,
                both);
    }

    /** Which kidneys of a comparison are shown, in their order. */
    public List<Kidneys> kidneys(Comparison comparison) {
        return comparison.kidneys().stream().filter(kidneys -> bothKidneys || kidneys.isOne()).toList();
    }
}
