package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;

/** The learning curves in numbers. */
final class CurveTable {

    static final int DIGITS = 3;

    private CurveTable() {
    }

    static TableBlock of(Comparison comparison) {
        boolean validated = validated(comparison);
        List<TableColumn> columns = new ArrayList<>(List.of(TableColumn.text("Network"),
                TableColumn.number("Epochs", "", 0), TableColumn.number("Reported epoch", "", 0),
                TableColumn.number("Training Dice", "", DIGITS), TableColumn.number("Test Dice", "", DIGITS),
                TableColumn.number("Training less test Dice", "", DIGITS)));
        if (validated) {
            columns.add(TableColumn.number("Validation Dice", "", DIGITS));
        }
        columns.addAll(List.of(TableColumn.number("Best epoch by the test cohort", "", 0),
                TableColumn.number("Test Dice there", "", DIGITS), TableColumn.number("Folds", "", 0)));
        return new TableBlock("curves", "Reported epoch",
                "", columns, comparison.runs().stream().map(run -> row(run, validated)).toList());
    }

    /** Whether a run has validation cases. */
    static boolean validated(Comparison comparison) {
        return comparison.runs().stream().anyMatch(run -> run.curve().validated()
                || run.folds().stream().anyMatch(Curve::validated));
    }

    private static TableRow row(ComparedRun run, boolean validated) {
        Optional<CurvePoint> reported = run.reported();
        Optional<CurvePoint> best = run.curve().bestByTestDice();
        double training = reported.map(CurvePoint::trainingDice).orElse(Double.NaN);
        double test = reported.map(CurvePoint::testDice).orElse(Double.NaN);
        String why = reported.isPresent() ? "" : run.reportedEpoch() == 0 ? "No epoch is reported yet."
                : "The curve has no row of the reported epoch.";
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(run.title()));
        cells.add(Cell.count(run.curve().points().size()));
        cells.add(run.reportedEpoch() == 0 ? Cell.number(Double.NaN, 0).remarked(why)
                : Cell.count(run.reportedEpoch()));
        cells.add(Cell.number(training, DIGITS).remarked(why));
        cells.add(Cell.number(test, DIGITS).remarked(why));
        cells.add(Cell.signed(training - test, DIGITS).remarked(why));
        if (validated) {
            cells.add(Cell.number(reported.map(CurvePoint::validationDice).orElse(Double.NaN), DIGITS).remarked(why));
        }
        cells.add(Cell.number(best.map(point -> (double) point.epoch()).orElse(Double.NaN), 0));
        cells.add(Cell.number(best.map(CurvePoint::testDice).orElse(Double.NaN), DIGITS));
        cells.add(Cell.count(run.folds().size()));
        return new TableRow(cells, "", run.name());
    }
}
