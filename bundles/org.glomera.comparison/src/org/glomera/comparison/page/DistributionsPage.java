package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.chart.Axis;
import org.glomera.chart.BoxChart;
import org.glomera.chart.KeyedValue;
import org.glomera.chart.Mark;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.comparison.page.Paragraph.Style;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.Summary;
import org.glomera.evaluation.TukeyBox;

/** How a measure is spread over the cases. */
public final class DistributionsPage {

    private static final String RULE = "Box: quartiles by " + Summary.QUARTILE_RULE + ", line: median, symbol: mean."
            + " Whiskers reach to the last value within 1.5 times the height of the box.";

    private DistributionsPage() {
    }

    /** Makes the page. */
    public static Page of(Comparison comparison, ViewOptions options) {
        List<Block> blocks = new ArrayList<>();
        comparison.measure(options.measure()).ifPresentOrElse(
                measure -> blocks.add(new FigureBlock("boxes", measure.heading(), RULE, boxes(comparison, measure),
                        900, 420)),
                () -> blocks.add(new Paragraph(Style.WARNING, "No case has a value of '" + options.measure() + "'.")));
        return new Page("distributions", "Distributions", blocks);
    }

    private static BoxChart boxes(Comparison comparison, Measure measure) {
        List<BoxChart.Series> series = new ArrayList<>();
        for (ComparedRun run : comparison.runs()) {
            Map<String, BoxChart.Box> boxes = new LinkedHashMap<>();
            for (Kidneys kidneys : comparison.kidneys()) {
                double[] values = comparison.values(measure, run.name(), kidneys);
                List<KeyedValue> points = new ArrayList<>();
                for (int i = 0; i < values.length; i++) {
                    if (!Double.isNaN(values[i])) {
                        points.add(new KeyedValue(values[i], comparison.cases().get(i)));
                    }
                }
                if (!points.isEmpty()) {
                    TukeyBox box = TukeyBox.of(points.stream().mapToDouble(KeyedValue::value).toArray());
                    boxes.put(group(kidneys), new BoxChart.Box(box.lowerWhisker(), box.lowerQuartile(), box.median(),
                            box.upperQuartile(), box.upperWhisker(), box.mean(), points));
                }
            }
            series.add(new BoxChart.Series(run.shortTitle(), run.marker(), boxes));
        }
        List<Mark> marks = Double.isNaN(measure.ideal()) ? List.of() : List.of(new Mark(measure.ideal(), ""));
        return new BoxChart("", Axis.of(measure.heading()), comparison.kidneys().stream().map(DistributionsPage::group).toList(), series,
                marks, "");
    }

    private static String group(Kidneys kidneys) {
        return Words.title(kidneys);
    }
}
