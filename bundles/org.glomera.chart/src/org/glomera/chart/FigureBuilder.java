package org.glomera.chart;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** Makes figures from charts. */
final class FigureBuilder {

    private static final Font RULE = Charts.font(Font.PLAIN, 10);
    private static final double TOP = 6;
    private static final double LEFT = 4;
    private static final double BOTTOM = 4;
    /** Room for the right half of a tick's number. */
    private static final double RIGHT = 14;

    private final double width;
    private final double height;
    private final Scheme scheme;

    private FigureBuilder(double width, double height, Scheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    static Figure build(Chart chart, double width, double height, Scheme scheme) {
        FigureBuilder builder = new FigureBuilder(width, height, scheme);
        if (chart instanceof LineChart line) {
            return builder.lines(line);
        }
        if (chart instanceof ScatterChart scatter) {
            return builder.scatter(scatter);
        }
        return builder.boxes((BoxChart) chart);
    }

    private Figure lines(LineChart chart) {
        XYPlot plot = plot(chart.x(), chart.y());
        FigureStyle.fit(plot.getDomainAxis(), chart.x(), DoubleStream.concat(LevelLayer.shown(chart.marks()),
                Contents.x(chart)));
        FigureStyle.fit(plot.getRangeAxis(), chart.y(), Contents.y(chart));
        setTicks(plot, chart.x(), chart.y());
        PlaceLayer marks = new PlaceLayer(chart.marks());
        JFreeChart drawn = Figure.chart(chart.title(), plot, width, scheme);
        Legend.add(drawn, LegendEntries.of(chart), width, height, scheme);
        return new Figure(drawn, bounds(), insets(marks.margin(), 0),
                List.of(marks::drawLines, new LineLayer(chart), marks::drawWords), false, scheme);
    }

    private Figure scatter(ScatterChart chart) {
        XYPlot plot = plot(chart.x(), chart.y());
        double[] x = Contents.x(chart).toArray();
        double[] y = DoubleStream.concat(LevelLayer.shown(chart.marks()), Contents.y(chart)).toArray();
        double[] both = DoubleStream.concat(DoubleStream.of(x), DoubleStream.of(y)).toArray();
        FigureStyle.fit(plot.getDomainAxis(), chart.x(), DoubleStream.of(chart.equalAxes() ? both : x));
        FigureStyle.fit(plot.getRangeAxis(), chart.y(), DoubleStream.of(chart.equalAxes() ? both : y));
        setTicks(plot, chart.x(), chart.y());
        LevelLayer marks = new LevelLayer(chart.marks(), width);
        JFreeChart drawn = Figure.chart(chart.title(), plot, width, scheme);
        Legend.add(drawn, LegendEntries.of(chart), width, height, scheme);
        boolean square = chart.equalAxes()
                && plot.getDomainAxis().getRange().equals(plot.getRangeAxis().getRange());
        plot.setDomainGridlinesVisible(square);
        return new Figure(drawn, bounds(), insets(0, marks.margin()),
                List.of(marks::drawLines, new PointLayer(chart), marks::drawWords), square, scheme);
    }

    private Figure boxes(BoxChart chart) {
        DefaultCategoryDataset groups = new DefaultCategoryDataset();
        for (int group = 0; group < chart.groups().size(); group++) {
            groups.addValue(null, "", new Key(chart.groups().get(group), group));
        }
        CategoryPlot plot = new CategoryPlot(groups, categoryAxis(chart), FigureStyle.upAxis(chart.y(), scheme),
                new LineAndShapeRenderer());
        plot.setRangeGridlinePaint(scheme.gridColour());
        plot.setRangeGridlineStroke(FigureStyle.THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        FigureStyle.fit(plot.getRangeAxis(), chart.y(),
                DoubleStream.concat(LevelLayer.shown(chart.marks()), Contents.y(chart)));
        FigureStyle.setTicks((NumberAxis) plot.getRangeAxis(), chart.y());
        LevelLayer marks = new LevelLayer(chart.marks(), width);
        JFreeChart drawn = Figure.chart(chart.title(), plot, width, scheme);
        Legend.add(drawn, LegendEntries.of(chart), width, height, scheme);
        if (!chart.rule().isBlank()) {
            drawn.addSubtitle(0, new TextTitle(chart.rule(), RULE, scheme.axisColour(), RectangleEdge.BOTTOM,
                    HorizontalAlignment.LEFT, TextTitle.DEFAULT_VERTICAL_ALIGNMENT, new RectangleInsets(2, 8, 2, 30)));
        }
        return new Figure(drawn, bounds(), insets(0, marks.margin()),
                List.of(marks::drawLines, new BoxLayer(chart), marks::drawWords), false, scheme);
    }

    private Rectangle2D bounds() {
        return new Rectangle2D.Double(0, 0, width, height);
    }

    private static RectangleInsets insets(double above, double beside) {
        return new RectangleInsets(TOP + above, LEFT, BOTTOM, Math.max(RIGHT, beside));
    }

    private XYPlot plot(Axis x, Axis y) {
        XYPlot plot = new XYPlot(null, FigureStyle.acrossAxis(x, scheme), FigureStyle.upAxis(y, scheme),
                new XYLineAndShapeRenderer());
        plot.setDomainGridlinesVisible(false);
        plot.setDomainGridlinePaint(scheme.gridColour());
        plot.setDomainGridlineStroke(FigureStyle.THIN);
        plot.setRangeGridlinePaint(scheme.gridColour());
        plot.setRangeGridlineStroke(FigureStyle.THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    private static void setTicks(XYPlot plot, Axis x, Axis y) {
        FigureStyle.setTicks((NumberAxis) plot.getDomainAxis(), x);
        FigureStyle.setTicks((NumberAxis) plot.getRangeAxis(), y);
    }

    private CategoryAxis categoryAxis(BoxChart chart) {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(FigureStyle.LABEL);
        axis.setTickLabelPaint(scheme.inkColour());
        axis.setAxisLinePaint(scheme.axisColour());
        axis.setAxisLineStroke(FigureStyle.THIN);
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
        axis.setCategoryMargin(0);
        axis.setMaximumCategoryLabelLines(2);
        axis.setCategoryLabelPositionOffset((int) BoxLayer.marginBelow(chart));
        return axis;
    }

    /** JFreeChart's key of a group: shown by its name, and different from another of that name. */
    private record Key(String name, int place) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Integer.compare(place, other.place);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
