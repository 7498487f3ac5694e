package org.glomera.study;

/**
 * A network's agreement with the manual delineations after one epoch, a row of {@code curve.csv}.
 *
 * @param epoch number of finished epochs, 1 for the first
 * @param trainingDice mean Dice coefficient of the training cohort, 0 to 1; NaN when it was not computed
 * @param testDice mean Dice coefficient of the test cohort, 0 to 1; NaN when it was not computed
 * @param validationDice mean Dice coefficient of the validation cases, 0 to 1; NaN when there are none
 */
public record CurvePoint(int epoch, double trainingDice, double testDice,
        @WhenAbsent("\"NaN\"") double validationDice) {

    /** Refuses an epoch below 1 and a Dice coefficient outside 0 to 1. */
    public CurvePoint {
        if (epoch < 1) {
            throw new IllegalArgumentException("epoch " + epoch + " is below 1");
        }
        CaseResult.checkShare("training_dice", trainingDice);
        CaseResult.checkShare("test_dice", testDice);
        CaseResult.checkShare("validation_dice", validationDice);
    }

    /** A point of a training without validation cases. */
    public CurvePoint(int epoch, double trainingDice, double testDice) {
        this(epoch, trainingDice, testDice, Double.NaN);
    }
}
