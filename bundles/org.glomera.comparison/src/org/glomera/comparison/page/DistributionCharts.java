package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.glomera.chart.Axis;
import org.glomera.chart.BoxChart;
import org.glomera.chart.BoxChart.Box;
import org.glomera.chart.KeyedValue;
import org.glomera.chart.Mark;
import org.glomera.chart.Point;
import org.glomera.chart.ScatterChart;
import org.glomera.chart.ScatterChart.Cloud;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.TukeyBox;

/** Box plots and scatter charts whose points are keyed by the cases' ids. */
final class DistributionCharts {

    private DistributionCharts() {
    }

    /** A measure of every network: a group a kidney, a box a network, all cases as points. */
    static BoxChart boxes(Comparison comparison, Measure measure, List<Kidneys> kidneys) {
        List<BoxChart.Series> series = new ArrayList<>();
        for (ComparedRun run : comparison.runs()) {
            Map<String, Box> boxes = new LinkedHashMap<>();
            kidneys.forEach(which -> box(comparison, measure, run, which)
                    .ifPresent(box -> boxes.put(Words.title(which), box)));
            series.add(new BoxChart.Series(run.shortTitle(), run.marker(), boxes));
        }
        List<Mark> marks = measure.signed() ? List.of(new Mark(measure.ideal(), "")) : List.of();
        return new BoxChart("", Axis.of(measure.heading()).withDigits(measure.digits()),
                kidneys.stream().map(Words::title).toList(), series, marks, "");
    }

    private static Optional<Box> box(Comparison comparison, Measure measure, ComparedRun run, Kidneys which) {
        double[] values = comparison.values(measure, run.name(), which);
        List<KeyedValue> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                points.add(new KeyedValue(values[i], comparison.cases().get(i)));
            }
        }
        if (points.isEmpty()) {
            return Optional.empty();
        }
        TukeyBox box = TukeyBox.of(points.stream().mapToDouble(KeyedValue::value).toArray());
        return Optional.of(new Box(box.lowerWhisker(), box.lowerQuartile(), box.median(), box.upperQuartile(),
                box.upperWhisker(), box.mean(), points));
    }

    /** Automatic over manual activity of every network, with the line where both are equal. */
    static ScatterChart scatter(Comparison comparison, Measure automatic, Kidneys which) {
        List<Cloud> clouds = new ArrayList<>();
        for (ComparedRun run : comparison.runs()) {
            double[] values = comparison.values(automatic, run.name(), which);
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                String id = comparison.cases().get(i);
                double manual = comparison.manual(id, which);
                if (!Double.isNaN(values[i]) && !Double.isNaN(manual)) {
                    points.add(new Point(manual, values[i], id));
                }
            }
            clouds.add(new Cloud(run.shortTitle(), run.marker(), points));
        }
        return new ScatterChart("", axis("Manual", automatic), axis("Automatic", automatic), clouds, List.of(), true);
    }

    /** An axis in a measure's unit, whose values are shown with the measure's decimals. */
    static Axis axis(String name, Measure measure) {
        return Axis.of(measure.unit().isEmpty() ? name : name + " (" + measure.unit() + ")")
                .withDigits(measure.digits());
    }
}
