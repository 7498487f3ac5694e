package org.glomera.network.training;

import java.util.List;

import org.glomera.study.CurvePoint;

/**
 * When a training ends before its last planned epoch, and which epoch is reported then: it watches the Dice coefficient
 * of the validation cases, which are neither learned from nor tested on, and never that of the test cases. What it says
 * follows from the learning curve alone.
 *
 * @param patienceEpochs number of epochs in a row without a gain after which training ends; 0 for no early stopping
 * @param smallestGain a validation Dice that is higher than the last gain's by more than this is a gain, 0 to below 1
 */
public record EarlyStopping(int patienceEpochs, double smallestGain) {

    /** All planned epochs are trained and the last one is reported. */
    public static final EarlyStopping NONE = new EarlyStopping(0, 0);

    /** Refuses numbers out of their ranges. */
    public EarlyStopping {
        if (patienceEpochs < 0) {
            throw new IllegalArgumentException("patienceEpochs is 1 or more, or 0 for no early stopping, not "
                    + patienceEpochs + ".");
        }
        if (!(smallestGain >= 0 && smallestGain < 1)) {
            throw new IllegalArgumentException("smallestGain is 0 to below 1, not " + smallestGain + ".");
        }
    }

    /** Whether there is early stopping. */
    public boolean on() {
        return patienceEpochs > 0;
    }

    /** Whether a training with this curve ends here. */
    public boolean ends(List<CurvePoint> curve) {
        double reached = Double.NEGATIVE_INFINITY;
        int without = 0;
        for (CurvePoint point : curve) {
            if (point.validationDice() > reached + smallestGain) {
                reached = point.validationDice();
                without = 0;
            } else {
                without++;
            }
        }
        return on() && without >= patienceEpochs;
    }

    /**
     * The epoch that is reported: with early stopping the first with the highest validation Dice, else the last.
     *
     * @return 0 for an empty curve
     */
    public int reportedEpoch(List<CurvePoint> curve) {
        if (curve.isEmpty()) {
            return 0;
        }
        if (!on()) {
            return curve.get(curve.size() - 1).epoch();
        }
        CurvePoint best = curve.get(0);
        for (CurvePoint point : curve) {
            if (point.validationDice() > best.validationDice() || Double.isNaN(best.validationDice())) {
                best = point;
            }
        }
        return best.epoch();
    }
}
