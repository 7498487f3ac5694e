package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.comparison.page.Cell.Tone;
import org.glomera.comparison.page.Paragraph.Style;
import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;

/** Case by network. */
public final class CasesPage {

    private CasesPage() {
    }

    /** Makes the page. */
    public static Page of(Comparison comparison, ViewOptions options) {
        List<Block> blocks = new ArrayList<>();
        if (comparison.results().isEmpty()) {
            blocks.add(new Paragraph(Style.WARNING, "Nothing was measured yet. Evaluate the experiment first."));
        } else {
            for (Kidneys kidneys : comparison.kidneys()) {
                blocks.add(table(comparison, options, kidneys));
            }
        }
        return new Page("cases", "Cases", blocks);
    }

    private static TableBlock table(Comparison comparison, ViewOptions options, Kidneys kidneys) {
        List<Measure> further = options.caseMeasures().stream().map(comparison::measure).flatMap(Optional::stream)
                .toList();
        Optional<Measure> automatic = comparison.measure(Measure.AUTOMATIC);
        String unit = automatic.map(Measure::unit).orElse("");
        int digits = automatic.map(Measure::digits).orElse(2);
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.text("Case"));
        columns.add(TableColumn.number("Manual", unit, digits));
        for (ComparedRun run : comparison.runs()) {
            columns.add(TableColumn.number("Automatic", unit, digits).in(run.shortTitle(), run.name()));
            columns.add(TableColumn.number("Difference", "%", 2).in(run.shortTitle(), run.name()));
            further.forEach(measure -> columns.add(TableColumn.number(measure.name(), measure.unit(),
                    measure.digits()).in(run.shortTitle(), run.name())));
        }
        return new TableBlock("cases-" + kidneys.word(), Words.title(kidneys), "", columns,
                comparison.cases().stream().map(id -> row(comparison, options, kidneys, id, further, digits)).toList());
    }

    private static TableRow row(Comparison comparison, ViewOptions options, Kidneys kidneys, String id,
            List<Measure> further, int digits) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(id));
        cells.add(Cell.number(comparison.runs().stream().map(run -> comparison.result(run.name(), id, kidneys))
                .flatMap(Optional::stream).mapToDouble(CaseResult::manual).filter(v -> !Double.isNaN(v))
                .findFirst().orElse(Double.NaN), digits));
        for (ComparedRun run : comparison.runs()) {
            Optional<CaseResult> result = comparison.result(run.name(), id, kidneys);
            cells.add(Cell.number(result.map(CaseResult::automatic).orElse(Double.NaN), digits));
            double difference = result.map(CaseResult::differencePercent).orElse(Double.NaN);
            Cell shown = Cell.signed(difference, 2);
            cells.add(Math.abs(difference) > options.flagPercent() ? shown.with(Tone.FLAGGED, 1) : shown);
            further.forEach(measure -> cells.add(Cell.number(result.map(measure::of).orElse(Double.NaN),
                    measure.digits())));
        }
        return new TableRow(cells, id, "");
    }
}
