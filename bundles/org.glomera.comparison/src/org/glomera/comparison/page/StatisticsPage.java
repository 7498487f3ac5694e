package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.comparison.page.Paragraph.Style;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.PairedTable.Column;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.StatisticResult.Row;

/** Every contributed statistic with its assumptions. */
public final class StatisticsPage {

    private StatisticsPage() {
    }

    /** Makes the page. */
    public static Page of(Comparison comparison, ViewOptions options) {
        List<Block> blocks = new ArrayList<>();
        if (comparison.statistics().all().isEmpty()) {
            blocks.add(new Paragraph(Style.WARNING, "No plug-in contributes a statistic."));
        }
        comparison.measure(options.measure()).ifPresent(measure -> {
            for (Kidneys kidneys : comparison.kidneys()) {
                PairedTable table = table(comparison, measure, kidneys, options.baseline());
                comparison.statistics().all().forEach((id, statistic) -> add(blocks, comparison,
                        id + "-" + measure.id() + "-" + kidneys.word(), kidneys, statistic.compute(table)));
            }
        });
        return new Page("statistics", "Statistics", blocks);
    }

    private static PairedTable table(Comparison comparison, Measure measure, Kidneys kidneys, String baseline) {
        List<Column> columns = comparison.runs().stream()
                .map(run -> Column.of(run.name(), comparison.values(measure, run.name(), kidneys))).toList();
        return new PairedTable(measure.name(), measure.unit(), comparison.cases(), columns,
                comparison.run(baseline).map(ComparedRun::name).orElse(""));
    }

    private static void add(List<Block> blocks, Comparison comparison, String id, Kidneys kidneys, StatisticResult result) {
        Set<String> names = new LinkedHashSet<>();
        result.rows().forEach(row -> names.addAll(row.values().keySet()));
        List<TableColumn> columns = new ArrayList<>(List.of(TableColumn.text("Of"), TableColumn.text("Against")));
        names.forEach(name -> columns.add(TableColumn.number(name, "", 3)));
        columns.add(TableColumn.text("Remarks"));
        List<TableRow> rows = new ArrayList<>();
        for (Row row : result.rows()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(title(comparison, row.of())),
                    Cell.text(title(comparison, row.against()))));
            names.forEach(name -> cells.add(Cell.number(row.values().getOrDefault(name, Double.NaN), 3)));
            cells.add(Cell.text(String.join(" ", row.remarks())));
            rows.add(TableRow.of(cells));
        }
        blocks.add(new TableBlock(id, result.method() + ", " + kidneys.phrase(), "", columns, rows));
        if (!result.assumptions().isEmpty()) {
            blocks.add(new Paragraph(Style.NOTE, "Assumed: " + String.join(" ", result.assumptions())));
        }
    }

    private static String title(Comparison comparison, String name) {
        return comparison.run(name).map(ComparedRun::shortTitle).orElse(name);
    }
}
