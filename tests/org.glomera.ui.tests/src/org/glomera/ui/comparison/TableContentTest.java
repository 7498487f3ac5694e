package org.glomera.ui.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.glomera.comparison.page.Cell;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableColumn;
import org.glomera.comparison.page.TableRow;
import org.junit.jupiter.api.Test;

/** Sorting and filtering of tables. */
class TableContentTest {

    private static final TableBlock BLOCK = block(row("p10", "a", 2.0), row("p2", "b", Double.NaN),
            row("p1", "a", -1.5), row("p3", "b", 1.96));

    private static TableBlock block(TableRow... rows) {
        return new TableBlock("t", "Table", "", List.of(TableColumn.text("Case"), TableColumn.text("Network"),
                TableColumn.number("Difference", "%", 1)), List.of(rows));
    }

    private static TableRow row(String id, String run, double value) {
        return new TableRow(List.of(Cell.text(id), Cell.text(run), Cell.signed(value, 1)), id, run);
    }

    private static String cases(TableContent content) {
        return String.join(" ", content.rows().stream().map(TableRow::caseId).toList());
    }

    @Test
    void withoutSorting_theRowsStandAsThePageGivesThem() {
        assertEquals("p10 p2 p1 p3", cases(TableContent.of(BLOCK, Sorting.NONE, "")));
    }

    @Test
    void words_areSortedNaturally() {
        assertEquals("p1 p2 p3 p10", cases(TableContent.of(BLOCK, new Sorting(0, true), "")));
    }

    @Test
    void numbers_areSortedByTheirWholePrecision_notByWhatIsShown() {
        // 1.96 and 2.0 are both shown as +2.0
        assertEquals("p1 p3 p10 p2", cases(TableContent.of(BLOCK, new Sorting(2, true), "")));
    }

    @Test
    void aMissingNumber_isLastWhicheverWayTheColumnIsSorted() {
        assertEquals("p10 p3 p1 p2", cases(TableContent.of(BLOCK, new Sorting(2, false), "")));
    }

    @Test
    void filter_asksForAllWordsInAnyCell_whateverTheirCase() {
        assertEquals("p10 p1", cases(TableContent.of(BLOCK, Sorting.NONE, " P1  A ")));
    }

    @Test
    void aColumnThatIsGone_leavesTheOrderOfThePage() {
        assertEquals(Sorting.NONE, TableContent.of(BLOCK, new Sorting(7, true), "").sorting());
    }

    @Test
    void clicks_goUpThenDownThenBack() {
        assertEquals(new Sorting(1, true), Sorting.NONE.clicked(1));
        assertEquals(new Sorting(1, false), new Sorting(1, true).clicked(1));
        assertEquals(Sorting.NONE, new Sorting(1, false).clicked(1));
        assertEquals(new Sorting(0, true), new Sorting(1, false).clicked(0));
    }

    @Test
    void aRowIsFoundAgain_whenItsNumbersChanged() {
        TableContent after = TableContent.of(block(row("p1", "a", 9), row("p10", "a", 8)), Sorting.NONE, "");
        assertArrayEquals(new int[] {1}, after.placesOf(List.of(BLOCK.rows().get(0))));
    }

    @Test
    void placesOf_aCase_countsShownRowsOnly() {
        assertArrayEquals(new int[] {1}, TableContent.of(BLOCK, Sorting.NONE, "a").placesOf("p1"));
        assertArrayEquals(new int[0], TableContent.of(BLOCK, Sorting.NONE, "a").placesOf("p2"));
        assertArrayEquals(new int[0], TableContent.of(BLOCK, Sorting.NONE, "").placesOf(""));
    }

    @Test
    void shown_holdsTheChosenRowsInTheOrderOfTheScreen() {
        TableContent content = TableContent.of(BLOCK, new Sorting(0, true), "");
        assertEquals("p1 p10", cases(TableContent.of(content.shown(new int[] {3, 0}), Sorting.NONE, "")));
    }
}
