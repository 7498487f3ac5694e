package org.glomera.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.stream.DoubleStream;

import org.glomera.chart.BoxChart.Box;
import org.glomera.chart.BoxChart.Series;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.statistics.BoxAndWhiskerItem;
import org.jfree.data.statistics.DefaultBoxAndWhiskerCategoryDataset;

/** Makes a figure of box plots. */
final class BoxFigure {

    private static final Font RULE = Charts.font(Font.PLAIN, 10);

    private BoxFigure() {
    }

    static JFreeChart build(BoxChart chart) {
        var data = new DefaultBoxAndWhiskerCategoryDataset();
        BoxRenderer renderer = new BoxRenderer();
        for (int s = 0; s < chart.series().size(); s++) {
            Series series = chart.series().get(s);
            for (int g = 0; g < chart.groups().size(); g++) {
                Box box = series.boxes().get(chart.groups().get(g));
                data.add(item(box), new FigureBuilder.Key(series.name(), s),
                        new FigureBuilder.Key(chart.groups().get(g), g));
            }
            renderer.setSeriesPaint(s, new Color(series.rgb()));
            renderer.setSeriesOutlinePaint(s, new Color(series.rgb()));
        }
        CategoryPlot plot = new CategoryPlot(data, categoryAxis(), FigureStyle.numberAxis(chart.y()), renderer);
        plot.setRangeGridlinePaint(FigureStyle.GRID);
        plot.setRangeGridlineStroke(FigureStyle.THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        FigureStyle.fit(plot.getRangeAxis(), chart.y(),
                DoubleStream.concat(FigureBuilder.marked(chart.marks()), shown(chart)));
        chart.marks().forEach(mark -> plot.addRangeMarker(FigureStyle.levelMarker(mark), Layer.BACKGROUND));
        JFreeChart figure = FigureStyle.figure(chart.title(), plot, chart.series().size() > 1);
        if (!chart.rule().isEmpty()) {
            figure.addSubtitle(0, new TextTitle(chart.rule(), RULE, FigureStyle.AXIS, RectangleEdge.BOTTOM,
                    HorizontalAlignment.LEFT, TextTitle.DEFAULT_VERTICAL_ALIGNMENT, new RectangleInsets(2, 8, 2, 30)));
        }
        return figure;
    }

    /** Every number that the figure shows: JFreeChart itself would leave outliers outside. */
    private static DoubleStream shown(BoxChart chart) {
        return chart.series().stream().flatMap(series -> series.boxes().values().stream())
                .flatMapToDouble(box -> DoubleStream.concat(
                        DoubleStream.of(box.lowerWhisker(), box.upperWhisker(), box.mean()),
                        box.points().stream().mapToDouble(KeyedValue::value)));
    }

    /** JFreeChart takes an item of nulls for a place without a box. */
    private static BoxAndWhiskerItem item(Box box) {
        if (box == null) {
            return new BoxAndWhiskerItem(null, null, null, null, null, null, null, null, List.of());
        }
        return new BoxAndWhiskerItem(box.mean(), box.median(), box.lowerQuartile(), box.upperQuartile(),
                box.lowerWhisker(), box.upperWhisker(), null, null,
                box.points().stream().map(KeyedValue::value).toList());
    }

    private static CategoryAxis categoryAxis() {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(FigureStyle.LABEL);
        axis.setTickLabelPaint(FigureStyle.INK);
        axis.setAxisLinePaint(FigureStyle.AXIS);
        axis.setAxisLineStroke(FigureStyle.THIN);
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0.06);
        axis.setUpperMargin(0.06);
        axis.setCategoryMargin(0.25);
        return axis;
    }
}
