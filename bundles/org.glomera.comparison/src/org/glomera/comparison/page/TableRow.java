package org.glomera.comparison.page;

import java.util.List;
import java.util.Objects;

/**
 * A row of a table.
 *
 * @param cells one a column
 * @param caseId the case that the row is about; empty for none
 * @param run name of the run that the row is about; empty for none
 */
public record TableRow(List<Cell> cells, String caseId, String run) {

    /** Copies its cells. */
    public TableRow {
        cells = List.copyOf(cells);
        Objects.requireNonNull(caseId);
        Objects.requireNonNull(run);
    }

    /** A row about neither a case nor a run. */
    public static TableRow of(List<Cell> cells) {
        return new TableRow(cells, "", "");
    }
}
