package org.glomera.pipeline.preset;

import org.glomera.study.WhenAbsent;

/**
 * One fold of a cross-validation: the patients that a run is not trained on, so that it can be measured on them. Which
 * they are follows from the patients, {@code of} and {@code seed} alone, see
 * {@link org.glomera.pipeline.splitting.Folds}.
 *
 * @param number 1 to {@code of}; 0 in {@link #NONE}
 * @param of number of folds, 2 to {@value #MOST}; 0 in {@link #NONE}
 * @param seed seed of the draw; the same for all folds of a cross-validation
 */
public record Fold(@WhenAbsent("0") int number, @WhenAbsent("0") int of, @WhenAbsent("0") long seed) {

    /** No cross-validation. */
    public static final Fold NONE = new Fold(0, 0, 0);

    /** The most folds. */
    public static final int MOST = 50;

    /** Refuses a number outside 1 to {@code of}, and fewer than 2 or too many folds. */
    public Fold {
        boolean none = number == 0 && of == 0 && seed == 0;
        if (!none && (of < 2 || of > MOST)) {
            throw new IllegalArgumentException("A cross-validation has 2 to " + MOST + " folds, not " + of + ".");
        }
        if (!none && (number < 1 || number > of)) {
            throw new IllegalArgumentException("Fold " + number + " is none of the folds 1 to " + of + ".");
        }
    }

    /** Whether this is {@link #NONE}. */
    public boolean none() {
        return of == 0;
    }

    /** {@code fold 2 of 5}. */
    public String inWords() {
        return "fold " + number + " of " + of;
    }
}
