package org.glomera.pipeline.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.glomera.chart.Axis;
import org.glomera.chart.BoxChart;
import org.glomera.chart.BoxChart.Box;
import org.glomera.chart.Charts;
import org.glomera.chart.KeyedValue;
import org.glomera.chart.LineChart;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Stroke;
import org.glomera.chart.Mark;
import org.glomera.chart.Point;
import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.evaluation.Summary;
import org.glomera.evaluation.TukeyBox;
import org.glomera.pipeline.reporting.ReportData.Network;
import org.glomera.study.CaseResult;
import org.glomera.study.CurvePoint;

/** Learning curves and box plots. */
final class FigureSections {

    private static final String BOX_RULE = "Box: quartiles by " + Summary.QUARTILE_RULE + ", line: median, symbol:"
            + " mean. Whiskers reach to the last value within 1.5 times the height of the box; points lie beyond.";

    private final ReportData data;

    FigureSections(ReportData data) {
        this.data = data;
    }

    String curves() {
        Html html = new Html().section("curves", "Learning curves");
        String reason = data.networks().stream().map(network -> network.run().reportedEpochReason()).findFirst()
                .orElse("");
        html.paragraph(reason + " The test curve's best epoch is marked by a dot for display alone.");
        html.raw("<div class=\"row three\">");
        for (Network network : data.networks()) {
            html.raw("<figure>" + Charts.svg(curve(network), 400, 300) + "<figcaption>" + Html.escape(caption(network))
                    + "</figcaption></figure>");
        }
        return html.raw("</div>").toString();
    }

    private static LineChart curve(Network network) {
        List<Point> training = new ArrayList<>();
        List<Point> test = new ArrayList<>();
        for (CurvePoint point : network.curve().points()) {
            training.add(new Point(point.epoch(), point.trainingDice()));
            test.add(new Point(point.epoch(), point.testDice()));
        }
        List<Point> best = network.curve().bestByTestDice().map(point -> List.of(new Point(point.epoch(),
                point.testDice()))).orElse(List.of());
        return new LineChart(network.shortTitle(), Axis.ofWholeNumbers("Epoch"), Axis.of("Dice coefficient", 0, 1),
                List.of(new Line("training", network.rgb(), Stroke.DASHED, training, List.of()),
                        new Line("test", network.rgb(), Stroke.SOLID, test, best)),
                List.of(new Mark(network.run().reportedEpoch(), "reported")));
    }

    private static String caption(Network network) {
        Optional<CurvePoint> reported = network.curve().at(network.run().reportedEpoch());
        Optional<CurvePoint> best = network.curve().bestByTestDice();
        return reported.map(point -> "Reported: epoch " + point.epoch() + ", test " + Html.number(point.testDice(), 3))
                .orElse("") + best.map(point -> ". Best on the test cohort: epoch " + point.epoch() + ", "
                        + Html.number(point.testDice(), 3)).orElse("") + ".";
    }

    String boxes() {
        Html html = new Html().section("boxes", "Right and left kidney");
        html.raw("<div class=\"row two\">");
        html.raw(figure(box("Activity concentration: difference from manual", "Difference (%)",
                CaseResult::differencePercent, List.of(new Mark(0, "")), false)));
        html.raw(figure(box("Overlap with the manual delineation", "Dice coefficient", CaseResult::dice, List.of(),
                true)));
        return html.raw("</div>").note(BOX_RULE).toString();
    }

    private static String figure(BoxChart chart) {
        return "<figure>" + Charts.svg(chart, 560, 380) + "</figure>";
    }

    private BoxChart box(String title, String label, ToDoubleFunction<CaseResult> value, List<Mark> marks,
            boolean dice) {
        List<BoxChart.Series> series = new ArrayList<>();
        double lowest = 1;
        for (Network network : data.networks()) {
            Map<String, Box> boxes = new LinkedHashMap<>();
            for (Side side : Side.values()) {
                double[] values = data.results(network).stream().filter(row -> row.kidneys() == Kidneys.of(side))
                        .mapToDouble(value).filter(v -> !Double.isNaN(v)).toArray();
                if (values.length > 0) {
                    TukeyBox box = TukeyBox.of(values);
                    lowest = Math.min(lowest, Summary.of(values).minimum());
                    boxes.put(group(side), new Box(box.lowerWhisker(), box.lowerQuartile(), box.median(),
                            box.upperQuartile(), box.upperWhisker(), box.mean(), KeyedValue.of(box.outliers())));
                }
            }
            series.add(new BoxChart.Series(network.shortTitle(), network.rgb(), boxes));
        }
        Axis axis = dice ? Axis.of(label, Math.max(0, Math.floor(lowest * 10 - 0.5) / 10), 1) : Axis.of(label);
        return new BoxChart(title, axis, List.of(group(Side.RIGHT), group(Side.LEFT)), series, marks, "");
    }

    private static String group(Side side) {
        return side == Side.RIGHT ? "Right kidney" : "Left kidney";
    }
}
