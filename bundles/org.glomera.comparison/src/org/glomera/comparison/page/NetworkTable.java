package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.comparison.Numbers;
import org.glomera.comparison.page.Cell.Tone;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.Summary;
import org.glomera.study.CurvePoint;
import org.glomera.study.RunInfo;

import com.fasterxml.jackson.databind.JsonNode;

/** The networks' table: what each sees, what it was trained on, and how it does. */
final class NetworkTable {

    /** What must be known to read the table. */
    static final String EXPLANATION = "Training and test Dice are those of the learning curve at the reported epoch, or"
            + " at the last one while there is none: means over the cases of each cohort on the network's input grid."
            + " The mean absolute difference is over the cases that the network measured; where networks measured"
            + " different cases, compare them on the page of statistics, which pairs the cases.";

    private static final int DICE_DIGITS = 3;

    private final Comparison comparison;

    private NetworkTable(Comparison comparison) {
        this.comparison = comparison;
    }

    static TableBlock of(Comparison comparison) {
        List<TableColumn> columns = new ArrayList<>(List.of(TableColumn.text("Network"), TableColumn.text("Images"),
                TableColumn.text("Architecture"), TableColumn.text("State"),
                TableColumn.number("Training images", "", 0), TableColumn.number("Test images", "", 0),
                TableColumn.number("Epochs", "", 0), TableColumn.number("Reported epoch", "", 0),
                TableColumn.number("Training Dice", "", DICE_DIGITS),
                TableColumn.number("Test Dice", "", DICE_DIGITS)));
        if (!comparison.results().isEmpty()) {
            columns.add(TableColumn.number("Cases", "", 0));
            comparison.kidneys().stream().filter(Kidneys::isOne).forEach(which -> columns.add(TableColumn
                    .number("Mean absolute activity difference, " + which.word(), "%", 2)));
        }
        NetworkTable table = new NetworkTable(comparison);
        return new TableBlock("networks", "Networks", "", columns,
                comparison.runs().stream().map(table::row).toList());
    }

    private TableRow row(ComparedRun run) {
        Optional<RunInfo> info = run.info();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(run.shortTitle()).remarked(run.subtitle()));
        cells.add(Cell.text(info.map(i -> images(i.configuration())).orElse(Numbers.NONE)));
        cells.add(Cell.text(info.map(RunInfo::architecture).orElse(Numbers.NONE)));
        cells.add(state(run));
        cells.add(count(info, RunInfo::trainingImages));
        cells.add(count(info, RunInfo::testImages));
        cells.add(count(info, RunInfo::epochsDone));
        cells.add(info.filter(i -> i.reportedEpoch() > 0).map(i -> Cell.count(i.reportedEpoch())
                .remarked(i.reportedEpochReason())).orElse(missing("No epoch is reported yet.")));
        dice(run, cells);
        if (!comparison.results().isEmpty()) {
            cells.add(Cell.count(comparison.results().stream().filter(row -> row.network().equals(run.name()))
                    .map(row -> row.caseId()).distinct().count()));
            comparison.kidneys().stream().filter(Kidneys::isOne)
                    .forEach(which -> cells.add(difference(run, which)));
        }
        return new TableRow(cells, "", run.name());
    }

    private static Cell state(ComparedRun run) {
        return run.info().map(info -> {
            Cell cell = Cell.text(info.keptEarly() ? "stopped early" : info.state().word()).remarked(info.remark());
            return switch (info.state()) {
                case FINISHED -> info.keptEarly() ? cell.with(Tone.FLAGGED, 1) : cell;
                case PREPARED, TRAINING, STOPPED, FAILED -> cell.with(Tone.FLAGGED, 1);
            };
        }).orElse(Cell.text("missing").with(Tone.FLAGGED, 1));
    }

    private static Cell count(Optional<RunInfo> info, ToIntFunction<RunInfo> of) {
        return info.map(i -> Cell.count(of.applyAsInt(i))).orElse(missing("The run's run.json is missing."));
    }

    private static Cell missing(String why) {
        return Cell.number(Double.NaN, 0).remarked(why);
    }

    private static void dice(ComparedRun run, List<Cell> cells) {
        Optional<CurvePoint> point = run.reported().or(run.curve()::last);
        String remark = point.filter(p -> p.epoch() != run.reportedEpoch())
                .map(p -> "After epoch " + p.epoch() + "; no epoch is reported yet.").orElse("");
        cells.add(Cell.number(point.map(CurvePoint::trainingDice).orElse(Double.NaN), DICE_DIGITS).remarked(remark));
        cells.add(Cell.number(point.map(CurvePoint::testDice).orElse(Double.NaN), DICE_DIGITS).remarked(remark));
    }

    private Cell difference(ComparedRun run, Kidneys which) {
        double[] present = comparison.measure(Measure.ACTIVITY_DIFFERENCE)
                .map(measure -> comparison.values(measure, run.name(), which)).map(values -> Arrays.stream(values)
                        .filter(value -> !Double.isNaN(value)).map(Math::abs).toArray()).orElse(new double[0]);
        int absent = comparison.cases().size() - present.length;
        return Cell.number(Summary.of(present).mean(), 2).remarked(absent == 0 ? ""
                : "Over " + present.length + " of " + comparison.cases().size() + " cases; the others have no value.");
    }

    /** What a network sees, from the settings that presets have, or as a text that a sample study states. */
    private static String images(JsonNode configuration) {
        if (configuration.path("modalities").isTextual()) {
            return configuration.path("modalities").asText();
        }
        List<String> channels = new ArrayList<>();
        configuration.path("channels")
                .forEach(channel -> channels.add(channel.asText().toUpperCase(Locale.ROOT)));
        List<String> cases = new ArrayList<>();
        configuration.path("cases").forEach(each -> cases.add(switch (each.asText()) {
            case "spect_ct" -> "SPECT/CT";
            case "diagnostic_ct" -> "diagnostic CT";
            default -> each.asText();
        }));
        if (channels.isEmpty()) {
            return Numbers.NONE;
        }
        return String.join(" and ", channels) + (cases.isEmpty() ? "" : " of " + String.join(" and ", cases));
    }
}
