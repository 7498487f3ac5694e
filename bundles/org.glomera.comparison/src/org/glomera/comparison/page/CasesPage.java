package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.comparison.Numbers;
import org.glomera.comparison.page.Cell.Tone;
import org.glomera.comparison.page.Paragraph.Style;
import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;
import org.glomera.study.ImageGrid;
import org.glomera.study.RunInfo;

/** Case by network: manual, automatic, their difference, and further measures as columns. */
public final class CasesPage {

    private final Comparison comparison;
    private final ViewOptions options;
    private final List<Measure> further;
    private final String unit;
    private final int digits;

    private CasesPage(Comparison comparison, ViewOptions options) {
        this.comparison = comparison;
        this.options = options;
        this.further = options.caseMeasures().stream().distinct().map(comparison::measure).flatMap(Optional::stream)
                .toList();
        Optional<Measure> automatic = comparison.measure(Measure.AUTOMATIC);
        this.unit = automatic.map(Measure::unit).orElse("");
        this.digits = automatic.map(Measure::digits).orElse(2);
    }

    /** Makes the page. */
    public static Page of(Comparison comparison, ViewOptions options) {
        return new Page("cases", "Cases", new CasesPage(comparison, options).blocks());
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (comparison.results().isEmpty()) {
            blocks.add(new Paragraph(Style.WARNING, "Nothing was measured yet. Evaluate the experiment first."));
            return blocks;
        }
        blocks.add(new Paragraph(Style.TEXT, "Mean activity concentration" + (unit.isEmpty() ? "" : " in " + unit)
                + " under the manual and under each network's delineation, and the difference of the two in percent of"
                + " the manual one. Flagged: more than " + limit() + " % off."));
        if (further.stream().anyMatch(measure -> measure.grid().isEmpty())) {
            grids().ifPresent(blocks::add);
        }
        options.kidneys(comparison).forEach(kidneys -> blocks.add(table(kidneys)));
        return blocks;
    }

    private String limit() {
        double percent = options.flagPercent();
        return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
    }

    /** Said where measures without a grid of their own were measured on different grids. */
    private Optional<Block> grids() {
        List<ImageGrid> grids = comparison.runs().stream().map(ComparedRun::info).flatMap(Optional::stream)
                .map(RunInfo::segmentationGrid).distinct().toList();
        if (grids.size() < 2) {
            return Optional.empty();
        }
        List<String> each = new ArrayList<>();
        for (ImageGrid grid : grids) {
            List<String> on = comparison.runs().stream()
                    .filter(run -> run.info().filter(info -> info.segmentationGrid() == grid).isPresent())
                    .map(ComparedRun::shortTitle).toList();
            each.add(grid.name() + " for " + String.join(", ", on));
        }
        return Optional.of(new Paragraph(Style.WARNING, "Measures that name no grid are on the grid of each network's"
                + " own image (" + String.join("; ", each) + "), against the delineation on that image. To compare"
                + " networks on one grid, choose a measure that names it."));
    }

    private TableBlock table(Kidneys kidneys) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.text("Case"));
        columns.add(TableColumn.number("Manual", unit, digits));
        for (ComparedRun run : comparison.runs()) {
            String group = run.shortTitle();
            columns.add(TableColumn.number("Automatic", unit, digits).in(group, run.name()));
            columns.add(TableColumn.number("Difference", "%", 2).in(group, run.name()));
            further.forEach(measure -> columns.add(TableColumn.number(measure.name(), measure.unit(),
                    measure.digits()).in(group, run.name())));
        }
        return new TableBlock("cases-" + kidneys.word(), Words.title(kidneys), "", columns,
                comparison.cases().stream().map(id -> row(id, kidneys)).toList());
    }

    private TableRow row(String id, Kidneys kidneys) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(id));
        cells.add(Cell.number(comparison.manual(id, kidneys), digits));
        for (ComparedRun run : comparison.runs()) {
            Optional<CaseResult> result = comparison.result(run.name(), id, kidneys);
            if (result.isEmpty()) {
                Cell none = Cell.number(Double.NaN, 0).remarked("cases.csv has no row of this case for "
                        + run.shortTitle() + ", " + kidneys.phrase() + ".");
                cells.add(none);
                cells.add(none);
                further.forEach(measure -> cells.add(none));
            } else {
                cells(run, id, kidneys, result.get(), cells);
            }
        }
        return new TableRow(cells, id, "");
    }

    private void cells(ComparedRun run, String id, Kidneys kidneys, CaseResult result, List<Cell> cells) {
        String missing = result.volumeMlAutomatic() == 0 ? "not found" : Numbers.NONE;
        cells.add(value(Cell.number(result.automatic(), digits), missing, why(run, id, kidneys, Measure.AUTOMATIC)));
        Cell difference = Cell.signed(result.differencePercent(), 2);
        cells.add(value(toned(difference), missing, why(run, id, kidneys, Measure.ACTIVITY_DIFFERENCE)));
        for (Measure measure : further) {
            Cell cell = measure.signed() ? Cell.signed(measure.of(result), measure.digits())
                    : Cell.number(measure.of(result), measure.digits());
            cells.add(value(cell, Numbers.NONE, why(run, id, kidneys, measure.id())));
        }
    }

    private String why(ComparedRun run, String id, Kidneys kidneys, String measure) {
        return comparison.remark(run.name(), id, kidneys, measure);
    }

    private static Cell value(Cell cell, String missing, String why) {
        if (!Double.isNaN(cell.value())) {
            return cell.remarked(why);
        }
        boolean found = missing.equals(Numbers.NONE);
        return new Cell(missing, Double.NaN, Tone.MISSING, 0, !why.isEmpty() ? why : found ? "No value was measured."
                : "The network found no kidney here.");
    }

    /** Colour by size of the difference: as strong as the limit is near, flagged beyond it. */
    private Cell toned(Cell difference) {
        double size = Math.abs(difference.value());
        if (Double.isNaN(size) || size == 0) {
            return difference;
        }
        if (size > options.flagPercent()) {
            return difference.with(Tone.FLAGGED, 1);
        }
        return difference.with(difference.value() < 0 ? Tone.LOW : Tone.HIGH, size / options.flagPercent());
    }
}
