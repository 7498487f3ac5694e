package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.glomera.chart.Axis;
import org.glomera.chart.Band;
import org.glomera.chart.LineChart;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Stroke;
import org.glomera.chart.LineChart.Weight;
import org.glomera.chart.Point;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Smoothing;
import org.glomera.comparison.page.Paragraph.Style;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;

/** Training and test Dice by epoch, and that of validation cases where a run has them: raw values thin under smoothed ones, the reported epoch marked, folds as a band. */
public final class CurvesPage {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

    private final Comparison comparison;
    private final Smoothing smoothing;

    private CurvesPage(Comparison comparison, ViewOptions options) {
        this.comparison = comparison;
        this.smoothing = options.smoothingEpochs() > 0 ? new Smoothing(options.smoothingEpochs())
                : Smoothing.forCurves(comparison.runs().stream().map(ComparedRun::curve).toList());
    }

    /** Makes the page. */
    public static Page of(Comparison comparison, ViewOptions options) {
        return new Page("curves", "Learning curves", new CurvesPage(comparison, options).blocks());
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<String> without = comparison.runs().stream()
                .filter(run -> run.curve().points().isEmpty() && run.folds().isEmpty()).map(ComparedRun::shortTitle)
                .toList();
        if (without.size() == comparison.runs().size()) {
            blocks.add(new Paragraph(Style.WARNING, "No run has finished an epoch yet."));
            return blocks;
        }
        if (!without.isEmpty()) {
            blocks.add(new Paragraph(Style.WARNING, "Without a learning curve: " + String.join(", ", without) + "."));
        }
        blocks.add(figure("test-dice", "Test cohort", CurvePoint::testDice));
        blocks.add(figure("training-dice", "Training cohort", CurvePoint::trainingDice));
        if (CurveTable.validated(comparison)) {
            blocks.add(figure("validation-dice", "Validation cases", CurvePoint::validationDice));
        }
        blocks.add(CurveTable.of(comparison));
        blocks.add(new Paragraph(Style.NOTE, "The best epoch by the test cohort is for display alone: choosing it would"
                + " use the test cases for training."));
        return blocks;
    }

    private FigureBlock figure(String id, String title, ToDoubleFunction<CurvePoint> dice) {
        List<Line> lines = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        for (ComparedRun run : comparison.runs()) {
            lines.addAll(lines(run, dice));
            FoldRange.of(run.folds(), dice).map(range -> new Band("", run.rgb(), range)).ifPresent(bands::add);
        }
        LineChart chart = new LineChart("", Axis.ofWholeNumbers("Epoch"),
                Axis.of("Dice coefficient", 0, 1).withDigits(CurveTable.DIGITS), lines, bands, List.of());
        return new FigureBlock(id, title, caption(!bands.isEmpty()), chart, WIDTH, HEIGHT);
    }

    private List<Line> lines(ComparedRun run, ToDoubleFunction<CurvePoint> dice) {
        Curve curve = run.curve();
        if (curve.points().stream().allMatch(point -> Double.isNaN(dice.applyAsDouble(point)))) {
            return List.of();
        }
        List<Point> raw = new ArrayList<>();
        curve.points().forEach(point -> raw.add(new Point(point.epoch(), dice.applyAsDouble(point))));
        Optional<Point> reported = run.reported().filter(point -> !Double.isNaN(dice.applyAsDouble(point)))
                .map(point -> new Point(point.epoch(), dice.applyAsDouble(point)));
        List<Point> dots = reported.map(List::of).orElse(List.of());
        if (smoothing.isNone()) {
            return List.of(new Line(run.shortTitle(), run.marker(), Stroke.SOLID, Weight.NORMAL, raw, dots));
        }
        double[] values = raw.stream().mapToDouble(Point::y).toArray();
        double[] smooth = smoothing.of(values);
        List<Point> smoothed = new ArrayList<>();
        for (int i = 0; i < smooth.length; i++) {
            smoothed.add(new Point(raw.get(i).x(), smooth[i]));
        }
        return List.of(new Line("", run.marker(), Stroke.SOLID, Weight.PALE, raw, List.of()),
                new Line(run.shortTitle(), run.marker(), Stroke.SOLID, Weight.NORMAL, smoothed, dots));
    }

    private String caption(boolean folds) {
        return smoothing.description() + " The dot is the reported epoch's own value."
                + (folds ? " Band: from the lowest to the highest fold of a network." : "");
    }
}
