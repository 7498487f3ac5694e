package org.glomera.ui.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.glomera.comparison.page.Cell;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableColumn;
import org.glomera.comparison.page.TableRow;
import org.glomera.study.Names;

/** The rows of a table that pass its filter, in the order in which they are shown. Immutable. */
final class TableContent {

    private final TableBlock block;
    private final Sorting sorting;
    private final List<TableRow> rows;

    private TableContent(TableBlock block, Sorting sorting, List<TableRow> rows) {
        this.block = block;
        this.sorting = sorting;
        this.rows = rows;
    }

    /**
     * Filters and sorts a table.
     *
     * @param block the table of a page
     * @param sorting by which column; one that the table does not have leaves the order
     * @param filter words that a row must hold, each in any of its cells, whatever their case; blank to pass all
     */
    static TableContent of(TableBlock block, Sorting sorting, String filter) {
        Sorting possible = sorting.column() < block.columns().size() ? sorting : Sorting.NONE;
        String[] words = filter.isBlank() ? new String[0] : filter.strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<TableRow> rows = new ArrayList<>();
        for (TableRow row : block.rows()) {
            if (passes(row, words)) {
                rows.add(row);
            }
        }
        if (possible.column() >= 0) {
            rows.sort(order(block.columns().get(possible.column()), possible));
        }
        return new TableContent(block, possible, List.copyOf(rows));
    }

    private static boolean passes(TableRow row, String[] words) {
        for (String word : words) {
            boolean found = false;
            for (Cell cell : row.cells()) {
                found |= cell.text().toLowerCase(Locale.ROOT).contains(word);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** Numbers by their whole precision, words in natural order; cells without a value last whichever way it goes. */
    private static Comparator<TableRow> order(TableColumn column, Sorting sorting) {
        int place = sorting.column();
        if (column.kind() == TableColumn.Kind.NUMBER) {
            Comparator<Double> numbers = sorting.ascending() ? Comparator.naturalOrder() : Comparator.reverseOrder();
            return Comparator.comparing((TableRow row) -> Double.isNaN(row.cells().get(place).value()))
                    .thenComparing(row -> row.cells().get(place).value(), numbers);
        }
        Comparator<String> words = sorting.ascending() ? Names.NATURAL_ORDER : Names.NATURAL_ORDER.reversed();
        return Comparator.comparing((TableRow row) -> row.cells().get(place).text().isEmpty())
                .thenComparing(row -> row.cells().get(place).text(), words);
    }

    /** The table of the page, unsorted and whole. */
    TableBlock block() {
        return block;
    }

    /** By which column it is sorted. */
    Sorting sorting() {
        return sorting;
    }

    /** The rows as they are shown. */
    List<TableRow> rows() {
        return rows;
    }

    /** The table as it is shown, for the clipboard and for files. */
    TableBlock shown() {
        return with(rows);
    }

    /** The table with some of its shown rows. */
    TableBlock shown(int[] places) {
        return with(IntStream.of(places).sorted().mapToObj((IntFunction<TableRow>) rows::get).toList());
    }

    private TableBlock with(List<TableRow> some) {
        return new TableBlock(block.id(), block.title(), block.caption(), block.columns(), some);
    }

    /** The places of the rows of a case; empty for no case. */
    int[] placesOf(String caseId) {
        return caseId.isEmpty() ? new int[0]
                : IntStream.range(0, rows.size()).filter(i -> rows.get(i).caseId().equals(caseId)).toArray();
    }

    /** Where rows of an earlier content stand now; those that are gone are left out. */
    int[] placesOf(List<TableRow> earlier) {
        List<String> names = earlier.stream().map(TableContent::name).toList();
        return IntStream.range(0, rows.size()).filter(i -> names.contains(name(rows.get(i)))).toArray();
    }

    /** What a row is about: it stays the same when its numbers change. */
    private static String name(TableRow row) {
        StringBuilder name = new StringBuilder(row.caseId()).append('\n').append(row.run());
        for (Cell cell : row.cells()) {
            if (Double.isNaN(cell.value())) {
                name.append('\n').append(cell.text());
            }
        }
        return name.toString();
    }
}
