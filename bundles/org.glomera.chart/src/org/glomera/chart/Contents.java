package org.glomera.chart;

import java.util.DoubleSummaryStatistics;
import java.util.StringJoiner;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.glomera.chart.BoxChart.Box;
import org.glomera.chart.BoxChart.Series;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.ScatterChart.Cloud;

/** What a chart shows, in numbers and in words. */
final class Contents {

    private Contents() {
    }

    static DoubleStream x(LineChart chart) {
        return DoubleStream.concat(
                chart.lines().stream().flatMap(line -> line.points().stream()).mapToDouble(Point::x),
                chart.bands().stream().flatMap(band -> band.edges().stream()).mapToDouble(Band.Edge::x));
    }

    static DoubleStream y(LineChart chart) {
        return DoubleStream.concat(
                chart.lines().stream()
                        .flatMap(line -> Stream.concat(line.points().stream(), line.dots().stream()))
                        .mapToDouble(Point::y),
                chart.bands().stream().flatMap(band -> band.edges().stream())
                        .flatMapToDouble(edge -> DoubleStream.of(edge.lower(), edge.upper())));
    }

    static DoubleStream x(ScatterChart chart) {
        return chart.clouds().stream().flatMap(cloud -> cloud.points().stream())
                .filter(point -> !Double.isNaN(point.y())).mapToDouble(Point::x);
    }

    static DoubleStream y(ScatterChart chart) {
        return chart.clouds().stream().flatMap(cloud -> cloud.points().stream()).mapToDouble(Point::y);
    }

    static DoubleStream y(BoxChart chart) {
        return chart.series().stream().flatMap(series -> chart.groups().stream().map(series.boxes()::get))
                .filter(box -> box != null)
                .flatMapToDouble(box -> DoubleStream.concat(
                        DoubleStream.of(box.lowerWhisker(), box.upperWhisker(), box.mean()),
                        box.points().stream().mapToDouble(KeyedValue::value)));
    }

    /** Whether a chart has no value to show. */
    static boolean isEmpty(Chart chart) {
        return shown(chart).allMatch(Double::isNaN);
    }

    private static DoubleStream shown(Chart chart) {
        if (chart instanceof LineChart line) {
            return y(line);
        }
        return chart instanceof ScatterChart scatter ? y(scatter) : y((BoxChart) chart);
    }

    private static Axis yAxis(Chart chart) {
        if (chart instanceof LineChart line) {
            return line.y();
        }
        return chart instanceof ScatterChart scatter ? scatter.y() : ((BoxChart) chart).y();
    }

    /** What stands in the place of a figure that has no value to show. */
    static String nothing(Chart chart) {
        String name = Texts.name(yAxis(chart));
        return name.isBlank() ? "There are no values to show." : "There are no values to show for “" + name + "”.";
    }

    /** A chart's name for those who do not see it. */
    static String name(Chart chart) {
        if (!chart.title().isBlank()) {
            return chart.title();
        }
        if (chart instanceof LineChart line) {
            return line.y().label() + " over " + line.x().label();
        }
        if (chart instanceof ScatterChart scatter) {
            return scatter.y().label() + " over " + scatter.x().label();
        }
        return ((BoxChart) chart).y().label();
    }

    /** What a chart shows, for those who do not see it. */
    static String description(Chart chart) {
        if (isEmpty(chart)) {
            return nothing(chart);
        }
        if (chart instanceof LineChart line) {
            return description(line);
        }
        return chart instanceof ScatterChart scatter ? description(scatter) : description((BoxChart) chart);
    }

    private static String description(LineChart chart) {
        StringJoiner text = new StringJoiner("; ", "Lines of " + chart.y().label() + " over " + chart.x().label()
                + ": ", ".");
        for (Line line : chart.lines()) {
            if (!line.name().isBlank()) {
                text.add(line.name() + " " + extent(chart.y(), line.points().stream().mapToDouble(Point::y)));
            }
        }
        return marked(text, chart.x(), chart.marks());
    }

    private static String description(ScatterChart chart) {
        StringJoiner text = new StringJoiner("; ", "Points of " + chart.y().label() + " over " + chart.x().label()
                + ": ", ".");
        for (Cloud cloud : chart.clouds()) {
            text.add(cloud.name() + " " + extent(chart.y(), cloud.points().stream().mapToDouble(Point::y)));
        }
        return marked(text, chart.y(), chart.marks());
    }

    private static String description(BoxChart chart) {
        StringJoiner text = new StringJoiner("; ", "Boxes of " + chart.y().label() + ": ", ".");
        for (String group : chart.groups()) {
            for (Series series : chart.series()) {
                Box box = series.boxes().get(group);
                text.add(series.name() + ", " + group + " " + (box == null ? "no values"
                        : "median " + Texts.value(chart.y(), box.median()) + ", quartiles "
                                + Texts.range(chart.y(), box.lowerQuartile(), box.upperQuartile())));
            }
        }
        return marked(text, chart.y(), chart.marks());
    }

    private static String marked(StringJoiner text, Axis axis, Iterable<Mark> marks) {
        for (Mark mark : marks) {
            text.add("marked at " + Texts.value(axis, mark.value())
                    + (mark.label().isBlank() ? "" : ": " + mark.label()));
        }
        return text.toString();
    }

    private static String extent(Axis axis, DoubleStream values) {
        DoubleSummaryStatistics extent = values.filter(Double::isFinite).summaryStatistics();
        return extent.getCount() == 0 ? "no values" : extent.getCount() + (extent.getCount() == 1 ? " value, "
                : " values, ") + Texts.range(axis, extent.getMin(), extent.getMax());
    }
}
