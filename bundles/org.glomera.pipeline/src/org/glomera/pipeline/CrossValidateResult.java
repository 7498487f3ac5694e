package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a cross-validation has measured.
 *
 * @param network the network's name
 * @param title its title
 * @param experiment name of the experiment
 * @param folder the experiment's folder
 * @param folds the figures of each fold
 * @param dice mean Dice coefficient of the folds
 * @param absoluteDifferencePercent mean size of the difference of the activity concentration of the folds, in percent
 * @param remarks what to know when reading the figures, a sentence each
 */
public record CrossValidateResult(String network, String title, String experiment, Path folder, List<FoldFigures> folds,
        Spread dice, Spread absoluteDifferencePercent, List<String> remarks) {

    /**
     * The held-out cases of one fold.
     *
     * @param fold number of the fold, from 1
     * @param run name of the run that was not trained on them
     * @param patients number of held-out patients
     * @param cases number of held-out cases
     * @param dice mean Dice coefficient of their right and left kidneys on the image's own grid
     * @param diceRight the same of right kidneys
     * @param diceLeft the same of left kidneys
     * @param absoluteDifferencePercent mean size of the difference of the activity concentration, in percent of the manual
     *        one; NaN without a SPECT
     * @param kidneysNotFound number of kidneys with an empty automatic mask
     */
    public record FoldFigures(int fold, String run, int patients, int cases, double dice, double diceRight,
            double diceLeft, double absoluteDifferencePercent, int kidneysNotFound) {
    }

    /**
     * Mean and standard deviation of the folds' figures.
     *
     * @param mean mean of the folds that have a figure; NaN without any
     * @param sd standard deviation of a sample, divided by number less 1; NaN for fewer than two
     * @param folds number of folds that have a figure
     */
    public record Spread(double mean, double sd, int folds) {

        /** Of figures of which those that are NaN are left out. */
        public static Spread of(double... figures) {
            double sum = 0;
            int count = 0;
            for (double figure : figures) {
                if (!Double.isNaN(figure)) {
                    sum += figure;
                    count++;
                }
            }
            double mean = count == 0 ? Double.NaN : sum / count;
            double squares = 0;
            for (double figure : figures) {
                if (!Double.isNaN(figure)) {
                    squares += (figure - mean) * (figure - mean);
                }
            }
            return new Spread(mean, count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1)), count);
        }
    }

    /** Copies the lists. */
    public CrossValidateResult {
        Objects.requireNonNull(folder);
        folds = List.copyOf(folds);
        remarks = List.copyOf(remarks);
    }

    /** The figures as the lines of a table. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("fold  patients  cases  Dice   right  left   activity difference  not found");
        for (FoldFigures one : folds) {
            lines.add(String.format(Locale.ROOT, "%4d  %8d  %5d  %5s  %5s  %5s  %19s  %9d", one.fold(),
                    one.patients(), one.cases(), number(one.dice(), 3), number(one.diceRight(), 3),
                    number(one.diceLeft(), 3), percent(one.absoluteDifferencePercent()), one.kidneysNotFound()));
        }
        lines.add("mean and SD over " + dice.folds() + " folds: Dice " + number(dice.mean(), 3) + " ± "
                + number(dice.sd(), 3) + (absoluteDifferencePercent.folds() == 0 ? ""
                        : ", activity difference " + percent(absoluteDifferencePercent.mean()) + " ± "
                                + percent(absoluteDifferencePercent.sd())));
        return lines;
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static String percent(double value) {
        return Double.isNaN(value) ? "–" : number(value, 1) + " %";
    }
}
