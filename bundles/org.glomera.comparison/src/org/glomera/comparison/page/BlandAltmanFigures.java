package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.chart.Mark;
import org.glomera.chart.Point;
import org.glomera.chart.ScatterChart;
import org.glomera.chart.ScatterChart.Cloud;
import org.glomera.comparison.Analysis;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.comparison.StatisticTable;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.StatisticResult.Row;

/**
 * Difference over mean of automatic and manual activity (Bland and Altman, Lancet 327, 1986). Bias and limits are those
 * of the contributed statistic, so figure and table cannot differ.
 */
final class BlandAltmanFigures {

    private final Comparison comparison;
    private final Measure automatic;
    private final List<StatisticTable> tables;

    BlandAltmanFigures(Comparison comparison, Measure automatic, List<Kidneys> kidneys, IProgressMonitor monitor) {
        this.comparison = comparison;
        this.automatic = automatic;
        this.tables = new Analysis(comparison, monitor).againstManual(Analysis.AGREEMENT, kidneys);
    }

    /** The figure of a network and kidney; none when no case has both values. */
    Optional<ScatterChart> chart(ComparedRun run, Kidneys which) {
        double[] values = comparison.values(automatic, run.name(), which);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            String id = comparison.cases().get(i);
            double manual = comparison.manual(id, which);
            if (!Double.isNaN(values[i]) && !Double.isNaN(manual)) {
                points.add(new Point((values[i] + manual) / 2, values[i] - manual, id));
            }
        }
        return points.isEmpty() ? Optional.empty() : Optional.of(new ScatterChart("",
                DistributionCharts.axis("Mean of automatic and manual", automatic),
                DistributionCharts.axis("Automatic less manual", automatic),
                List.of(new Cloud(run.shortTitle(), run.marker(), points)), marks(run, which), false));
    }

    private List<Mark> marks(ComparedRun run, Kidneys which) {
        List<Mark> marks = new ArrayList<>();
        row(run, which).ifPresent(row -> {
            mark(row, "bias", "bias").map(mark -> mark.withColour(run.rgb())).ifPresent(marks::add);
            mark(row, "lower_limit", "lower limit").ifPresent(marks::add);
            mark(row, "upper_limit", "upper limit").ifPresent(marks::add);
        });
        return marks;
    }

    private static Optional<Mark> mark(Row row, String value, String label) {
        double at = value(row, value);
        if (Double.isNaN(at)) {
            return Optional.empty();
        }
        double low = value(row, value + "_low");
        double high = value(row, value + "_high");
        Mark mark = new Mark(at, label);
        return Optional.of(low <= at && at <= high ? mark.withBand(low, high) : mark);
    }

    private static double value(Row row, String name) {
        return row.values().getOrDefault(name, Double.NaN);
    }

    private Optional<Row> row(ComparedRun run, Kidneys which) {
        return tables.stream().filter(table -> table.kidneys() == which)
                .flatMap(table -> table.result().rows().stream()).filter(row -> row.of().equals(run.name()))
                .findFirst();
    }

    /** Bias and limits in words, with what the statistic remarks. */
    String caption(ComparedRun run, Kidneys which) {
        Optional<Row> row = row(run, which);
        if (row.isEmpty()) {
            return "The statistic of bias and limits of agreement is not installed.";
        }
        StatisticNames names = new StatisticNames(tables.get(0), automatic);
        double bias = value(row.get(), "bias");
        String remarks = String.join(" ", row.get().remarks());
        if (Double.isNaN(bias)) {
            return remarks;
        }
        return "Bias " + interval(names, row.get(), "bias") + "; limits of agreement "
                + interval(names, row.get(), "lower_limit") + " and " + interval(names, row.get(), "upper_limit")
                + "; bands: 95 % confidence intervals. " + remarks;
    }

    private static String interval(StatisticNames names, Row row, String value) {
        return names.inSentence(value(row, value));
    }
}
