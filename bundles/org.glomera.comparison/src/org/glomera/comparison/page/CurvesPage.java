package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;

import org.glomera.chart.Axis;
import org.glomera.chart.LineChart;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Stroke;
import org.glomera.chart.LineChart.Weight;
import org.glomera.chart.Point;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.Paragraph.Style;
import org.glomera.study.CurvePoint;

/** Training and test Dice by epoch. */
public final class CurvesPage {

    private CurvesPage() {
    }

    /** Makes the page. */
    public static Page of(Comparison comparison, ViewOptions options) {
        List<Block> blocks = new ArrayList<>();
        if (comparison.runs().stream().allMatch(run -> run.curve().points().isEmpty())) {
            blocks.add(new Paragraph(Style.WARNING, "No run has finished an epoch yet."));
        } else {
            blocks.add(new FigureBlock("curves", "Learning curves", "", chart(comparison), 900, 420));
        }
        return new Page("curves", "Learning curves", blocks);
    }

    private static LineChart chart(Comparison comparison) {
        List<Line> lines = new ArrayList<>();
        for (ComparedRun run : comparison.runs()) {
            List<Point> training = new ArrayList<>();
            List<Point> test = new ArrayList<>();
            for (CurvePoint point : run.curve().points()) {
                training.add(new Point(point.epoch(), point.trainingDice()));
                test.add(new Point(point.epoch(), point.testDice()));
            }
            lines.add(new Line(run.shortTitle() + ", training", run.marker(), Stroke.DASHED, Weight.NORMAL, training,
                    List.of()));
            lines.add(new Line(run.shortTitle() + ", test", run.marker(), Stroke.SOLID, Weight.NORMAL, test,
                    List.of()));
        }
        return new LineChart("", Axis.ofWholeNumbers("Epoch"), Axis.of("Dice coefficient", 0, 1), lines, List.of());
    }
}
