package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.comparison.StatisticTable;
import org.glomera.comparison.page.Cell.Tone;
import org.glomera.comparison.page.Paragraph.Style;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.StatisticResult.Row;

/** One statistic about all shown kidneys as one table, with its assumptions below. */
final class StatisticBlock {

    private static final int WHOLE_TEXT = 240;

    private final Comparison comparison;
    private final List<StatisticTable> family;
    private final double level;
    private final StatisticNames names;
    private final Set<String> values = new LinkedHashSet<>();
    private final Set<String> common;
    private final boolean pairs;

    /** Prepares a table of one statistic. */
    StatisticBlock(Comparison comparison, List<StatisticTable> family, Measure measure, double level) {
        this.comparison = comparison;
        this.family = family;
        this.level = level;
        this.names = new StatisticNames(family.get(0), measure);
        List<Row> rows = family.stream().flatMap(table -> table.result().rows().stream()).toList();
        rows.forEach(row -> values.addAll(row.values().keySet()));
        this.pairs = rows.stream().anyMatch(row -> !row.against().isEmpty());
        this.common = new LinkedHashSet<>(rows.isEmpty() ? List.of() : rows.get(0).remarks());
        rows.forEach(row -> common.retainAll(row.remarks()));
    }

    /** Adds the table and its assumptions. */
    void addTo(List<Block> blocks) {
        StatisticTable first = family.get(0);
        StatisticResult result = first.result();
        blocks.add(new TableBlock(id(first), result.method(), caption(first), columns(), rows()));
        if (!result.assumptions().isEmpty()) {
            blocks.add(new Paragraph(Style.NOTE, "Assumed: " + String.join(" ", result.assumptions())));
        }
    }

    private static String id(StatisticTable table) {
        return table.topic().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + table.statistic();
    }

    private String caption(StatisticTable first) {
        String quantity = first.quantity() + (first.unit().isEmpty() ? "" : " in " + first.unit()) + ".";
        boolean tested = values.contains("p_holm");
        String remarks = Cell.text(String.join(" ", common), WHOLE_TEXT).text();
        return quantity + (remarks.isEmpty() ? "" : " " + remarks)
                + (tested ? " Marked: below " + level + " after correction." : "");
    }

    private List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.text(pairs ? "Compared" : "Network"));
        if (pairs) {
            columns.add(TableColumn.text("With"));
        }
        columns.add(TableColumn.text("Kidney"));
        values.forEach(value -> columns.add(names.column(value)));
        columns.add(TableColumn.text("Remarks"));
        return columns;
    }

    private List<TableRow> rows() {
        List<TableRow> rows = new ArrayList<>();
        for (StatisticTable table : family) {
            table.result().rows().forEach(row -> rows.add(row(table, row)));
        }
        return rows;
    }

    private TableRow row(StatisticTable table, Row row) {
        String remarks = String.join(" ", row.remarks().stream().filter(remark -> !common.contains(remark)).toList());
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(title(comparison, row.of())));
        if (pairs) {
            cells.add(Cell.text(row.against().isEmpty() ? "" : title(comparison, row.against())));
        }
        cells.add(Cell.text(table.side()));
        for (String value : values) {
            if (row.values().containsKey(value)) {
                cells.add(number(value, row.value(value), remarks));
            } else {
                cells.add(Cell.text(""));
            }
        }
        cells.add(Cell.text(remarks, WHOLE_TEXT));
        return new TableRow(cells, "", comparison.run(row.of()).map(ComparedRun::name).orElse(""));
    }

    private Cell number(String value, double number, String remarks) {
        Cell cell = names.cell(value, number);
        if (Double.isNaN(number)) {
            return cell.remarked(remarks.isEmpty() ? String.join(" ", common) : remarks);
        }
        return value.equals("p_holm") && number < level ? cell.with(Tone.SIGNIFICANT, 1) : cell;
    }

    /** A column's name for people: a network's short title, the manual delineation, or all for an empty name. */
    static String title(Comparison comparison, String column) {
        return column.isEmpty() ? "all" : comparison.run(column).map(ComparedRun::shortTitle).orElse(column);
    }
}
