package org.glomera.ui.comparison;

/**
 * By which column a table is sorted.
 *
 * @param column the column's place, or -1 for the order in which the page gives the rows
 * @param ascending whether the smallest value stands first
 */
record Sorting(int column, boolean ascending) {

    /** The order of the page. */
    static final Sorting NONE = new Sorting(-1, true);

    /** Refuses places below -1. */
    Sorting {
        if (column < -1) {
            throw new IllegalArgumentException("There is no column " + column + ".");
        }
    }

    /** What a click on a column's heading leads to: ascending, then descending, then the order of the page. */
    Sorting clicked(int clickedColumn) {
        if (column != clickedColumn) {
            return new Sorting(clickedColumn, true);
        }
        return ascending ? new Sorting(column, false) : NONE;
    }
}
