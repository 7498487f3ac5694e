package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.glomera.comparison.Analysis;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.comparison.StatisticTable;
import org.glomera.comparison.page.Cell.Tone;
import org.glomera.evaluation.StatisticResult.Row;

/** What a reader looks for first, side by side: the estimated difference, its interval, its effect size, its p. */
final class ShortTable {

    private final Comparison comparison;
    private final Map<String, List<StatisticTable>> byStatistic;
    private final double level;
    private final Measure measure;

    /** Prepares a table from the tables of one topic by their statistics' ids. */
    ShortTable(Comparison comparison, Map<String, List<StatisticTable>> byStatistic, Measure measure, double level) {
        this.comparison = comparison;
        this.byStatistic = byStatistic;
        this.measure = measure;
        this.level = level;
    }

    /** The table; none when the test or the estimate is not installed. */
    Optional<TableBlock> block() {
        List<StatisticTable> tests = byStatistic.getOrDefault(Analysis.TEST, List.of());
        if (tests.isEmpty() || !byStatistic.containsKey(Analysis.ESTIMATE)) {
            return Optional.empty();
        }
        StatisticNames names = new StatisticNames(tests.get(0), measure);
        List<TableColumn> columns = List.of(TableColumn.text("Compared"), TableColumn.text("With"),
                TableColumn.text("Kidney"), TableColumn.number("Pairs", "", 0), names.column("estimate"),
                names.column("estimate_low"), names.column("estimate_high"), names.column("rank_biserial"),
                names.column("p"), names.column("p_holm"));
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            for (Row test : tests.get(i).result().rows()) {
                rows.add(row(names, i, test));
            }
        }
        String id = tests.get(0).topic().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-short";
        return Optional.of(new TableBlock(id, "At a glance", tests.get(0).quantity()
                + ": the Hodges-Lehmann estimate of the difference with its 95 % confidence interval, the rank-biserial"
                + " correlation, and Wilcoxon's signed-rank test. Marked: below " + level + " after Holm's correction"
                + " for all rows of this table.", columns, rows));
    }

    private TableRow row(StatisticNames names, int table, Row test) {
        Optional<Row> estimate = same(Analysis.ESTIMATE, table, test);
        Optional<Row> effect = same(Analysis.EFFECT, table, test);
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(StatisticBlock.title(comparison, test.of())));
        cells.add(Cell.text(StatisticBlock.title(comparison, test.against())));
        cells.add(Cell.text(byStatistic.get(Analysis.TEST).get(table).side()));
        cells.add(number(names, estimate, "n"));
        cells.add(number(names, estimate, "estimate"));
        cells.add(number(names, estimate, "estimate_low"));
        cells.add(number(names, estimate, "estimate_high"));
        cells.add(number(names, effect, "rank_biserial"));
        cells.add(number(names, Optional.of(test), "p"));
        Cell holm = number(names, Optional.of(test), "p_holm");
        cells.add(holm.value() < level ? holm.with(Tone.SIGNIFICANT, 1) : holm);
        return new TableRow(cells, "", comparison.run(test.of()).map(ComparedRun::name).orElse(""));
    }

    private Optional<Row> same(String statistic, int table, Row row) {
        List<StatisticTable> tables = byStatistic.getOrDefault(statistic, List.of());
        return table >= tables.size() ? Optional.empty() : tables.get(table).result().rows().stream()
                .filter(other -> other.of().equals(row.of()) && other.against().equals(row.against())).findFirst();
    }

    private static Cell number(StatisticNames names, Optional<Row> row, String value) {
        double number = row.map(r -> r.values().getOrDefault(value, Double.NaN)).orElse(Double.NaN);
        Cell cell = names.cell(value, number);
        return Double.isNaN(number) ? cell.remarked(row.map(r -> String.join(" ", r.remarks())).orElse("")) : cell;
    }
}
