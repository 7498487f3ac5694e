package org.glomera.comparison.page;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param group what stands above this column and its neighbours of the same group, for instance a network's title;
 *        empty for none
 * @param name its name without the unit
 * @param unit unit of its numbers; empty for none
 * @param kind what its cells hold
 * @param digits decimals that are shown
 * @param run name of the run that the column is about, for its colour; empty for none
 */
public record TableColumn(String group, String name, String unit, Kind kind, int digits, String run) {

    /** What the cells of a column hold. */
    public enum Kind {
        /** Words; sorted as {@link org.glomera.study.Names#NATURAL_ORDER}. */
        TEXT,
        /** Numbers, set flush right and sorted by value; a cell without one is NaN and says why. */
        NUMBER
    }

    /** Refuses missing parts. */
    public TableColumn {
        Objects.requireNonNull(group);
        Objects.requireNonNull(name);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(run);
    }

    /** A column of words. */
    public static TableColumn text(String name) {
        return new TableColumn("", name, "", Kind.TEXT, 0, "");
    }

    /** A column of numbers. */
    public static TableColumn number(String name, String unit, int digits) {
        return new TableColumn("", name, unit, Kind.NUMBER, digits, "");
    }

    /** This column under a heading that it shares with its neighbours, about a run or an empty name. */
    public TableColumn in(String newGroup, String newRun) {
        return new TableColumn(newGroup, name, unit, kind, digits, newRun);
    }

    /** Its name with its unit in parentheses. */
    public String heading() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    /** Group, name and unit in one line, as a CSV file's heading. */
    public String fullHeading() {
        return group.isEmpty() ? heading() : group + ": " + heading();
    }
}
