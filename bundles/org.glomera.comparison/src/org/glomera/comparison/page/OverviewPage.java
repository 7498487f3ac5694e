package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Numbers;
import org.glomera.comparison.page.Paragraph.Style;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.Summary;
import org.glomera.study.CaseResult;
import org.glomera.study.CurvePoint;
import org.glomera.study.RunInfo;

/** The networks, what differs between them, and what the numbers support. */
public final class OverviewPage {

    private static final int DICE_DIGITS = 3;

    private OverviewPage() {
    }

    /** Makes the page. */
    public static Page of(Comparison comparison, ViewOptions options) {
        List<Block> blocks = new ArrayList<>();
        comparison.problems().forEach(problem -> blocks.add(new Paragraph(Style.WARNING, problem)));
        blocks.add(networks(comparison));
        return new Page("overview", "Overview", blocks);
    }

    private static TableBlock networks(Comparison comparison) {
        List<TableColumn> columns = List.of(TableColumn.text("Network"), TableColumn.text("Architecture"),
                TableColumn.number("Training images", "", 0), TableColumn.number("Test images", "", 0),
                TableColumn.number("Epochs", "", 0), TableColumn.number("Reported epoch", "", 0),
                TableColumn.number("Training Dice", "", DICE_DIGITS), TableColumn.number("Test Dice", "", DICE_DIGITS),
                TableColumn.number("Mean absolute activity difference, right", "%", 2),
                TableColumn.number("Mean absolute activity difference, left", "%", 2));
        return new TableBlock("networks", "Networks", "", columns,
                comparison.runs().stream().map(run -> network(comparison, run)).toList());
    }

    private static TableRow network(Comparison comparison, ComparedRun run) {
        Optional<RunInfo> info = run.info();
        Optional<CurvePoint> reported = run.reported();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(run.title()));
        cells.add(Cell.text(info.map(RunInfo::architecture).orElse(Numbers.NONE)));
        cells.add(Cell.number(info.map(i -> (double) i.trainingImages()).orElse(Double.NaN), 0));
        cells.add(Cell.number(info.map(i -> (double) i.testImages()).orElse(Double.NaN), 0));
        cells.add(Cell.number(info.map(i -> (double) i.epochsDone()).orElse(Double.NaN), 0));
        cells.add(Cell.number(info.map(i -> (double) i.reportedEpoch()).orElse(Double.NaN), 0));
        cells.add(Cell.number(reported.map(CurvePoint::trainingDice).orElse(Double.NaN), DICE_DIGITS));
        cells.add(Cell.number(reported.map(CurvePoint::testDice).orElse(Double.NaN), DICE_DIGITS));
        cells.add(Cell.number(meanAbsolute(comparison, run, Kidneys.RIGHT), 2));
        cells.add(Cell.number(meanAbsolute(comparison, run, Kidneys.LEFT), 2));
        return new TableRow(cells, "", run.name());
    }

    private static double meanAbsolute(Comparison comparison, ComparedRun run, Kidneys kidneys) {
        return Summary.of(comparison.results().stream()
                .filter(row -> row.network().equals(run.name()) && row.kidneys() == kidneys)
                .mapToDouble(CaseResult::differencePercent).filter(value -> !Double.isNaN(value)).map(Math::abs)
                .toArray()).mean();
    }
}
