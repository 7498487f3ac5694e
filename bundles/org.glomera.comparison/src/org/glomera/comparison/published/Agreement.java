package org.glomera.comparison.published;

/** How a printed figure and the recomputed one compare. */
public enum Agreement {
    /** The recomputed value is not further from the printed one than half a unit of its last digit. */
    AGREES("agrees"),
    /** It is further away, but not further than the rounding of the table that it is computed from explains. */
    AGREES_WITHIN_ROUNDING("agrees within the table's rounding"),
    /** No value that the table allows rounds to the printed one. */
    DIFFERS("differs"),
    /** Nothing to compare with: the tables do not hold what is needed, or the figure is not understood. */
    NOT_COMPUTABLE("not computable");

    private final String words;

    Agreement(String words) {
        this.words = words;
    }

    /** As it stands in a table. */
    public String words() {
        return words;
    }

    /** Holds a printed number against what was recomputed. */
    static Agreement of(PrintedNumber printed, Range recomputed) {
        if (printed.admits(Range.exact(recomputed.value()))) {
            return AGREES;
        }
        return printed.admits(recomputed) ? AGREES_WITHIN_ROUNDING : DIFFERS;
    }
}
