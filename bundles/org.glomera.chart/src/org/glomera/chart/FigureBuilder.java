package org.glomera.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import org.glomera.chart.LineChart.Line;
import org.glomera.chart.ScatterChart.Cloud;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Makes JFreeChart's objects from ours. */
final class FigureBuilder {

    private static final Stroke SOLID = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Shape LEGEND_LINE = new Line2D.Double(-11, 0, 11, 0);
    private static final List<Shape> MARKERS = List.of(new Ellipse2D.Double(-3.2, -3.2, 6.4, 6.4),
            polygon(0, -4, 4, 3, -4, 3), new Rectangle2D.Double(-2.9, -2.9, 5.8, 5.8),
            polygon(0, -4.2, 4.2, 0, 0, 4.2, -4.2, 0), polygon(0, 4, 4, -3, -4, -3));

    private FigureBuilder() {
    }

    static JFreeChart build(Chart chart) {
        if (chart instanceof LineChart line) {
            return lines(line);
        }
        if (chart instanceof ScatterChart scatter) {
            return scatter(scatter);
        }
        return BoxFigure.build((BoxChart) chart);
    }

    private static JFreeChart lines(LineChart chart) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setLegendLine(LEGEND_LINE);
        renderer.setDrawSeriesLineAsPath(true);
        for (Line line : chart.lines()) {
            int place = data.getSeriesCount();
            data.addSeries(series(line.name(), place, line.points()));
            renderer.setSeriesPaint(place, new Color(line.rgb()));
            renderer.setSeriesStroke(place, switch (line.stroke()) {
                case SOLID -> SOLID;
                case DASHED -> FigureStyle.dashed(1.6f, 4f);
            });
        }
        XYPlot plot = plot(data, chart.x(), chart.y(), renderer);
        addDots(plot, chart.lines());
        FigureStyle.fit(plot.getDomainAxis(), chart.x(), DoubleStream.concat(marked(chart.marks()),
                chart.lines().stream().flatMap(line -> line.points().stream()).mapToDouble(Point::x)));
        FigureStyle.fit(plot.getRangeAxis(), chart.y(),
                chart.lines().stream().flatMap(line -> line.points().stream()).mapToDouble(Point::y));
        chart.marks().forEach(mark -> FigureStyle.markAcross(plot, mark));
        return FigureStyle.figure(chart.title(), plot, chart.lines().size() > 1);
    }

    private static void addDots(XYPlot plot, List<Line> lines) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setDefaultSeriesVisibleInLegend(false);
        renderer.setUseOutlinePaint(true);
        renderer.setDefaultOutlinePaint(Color.WHITE);
        for (Line line : lines) {
            int place = data.getSeriesCount();
            data.addSeries(series(line.name(), place, line.dots()));
            renderer.setSeriesPaint(place, new Color(line.rgb()));
            renderer.setUseFillPaint(true);
            renderer.setSeriesFillPaint(place, new Color(line.rgb()));
            renderer.setSeriesShape(place, new Ellipse2D.Double(-4, -4, 8, 8));
        }
        plot.setDataset(1, data);
        plot.setRenderer(1, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }

    private static JFreeChart scatter(ScatterChart chart) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setUseFillPaint(true);
        for (Cloud cloud : chart.clouds()) {
            int place = data.getSeriesCount();
            data.addSeries(series(cloud.name(), place, cloud.points()));
            Color colour = new Color(cloud.rgb());
            renderer.setSeriesPaint(place, colour);
            renderer.setSeriesFillPaint(place, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 150));
            renderer.setUseOutlinePaint(true);
            renderer.setSeriesOutlinePaint(place, colour);
            renderer.setSeriesOutlineStroke(place, FigureStyle.THIN);
            renderer.setSeriesShape(place, MARKERS.get(place % MARKERS.size()));
        }
        XYPlot plot = plot(data, chart.x(), chart.y(), renderer);
        fit(plot, chart);
        chart.marks().forEach(mark -> plot.addRangeMarker(FigureStyle.levelMarker(mark), Layer.BACKGROUND));
        if (chart.identity()) {
            addIdentity(plot);
        }
        return FigureStyle.figure(chart.title(), plot, chart.clouds().size() > 1);
    }

    /** Both axes run alike when they are compared by the line of identity. */
    private static void fit(XYPlot plot, ScatterChart chart) {
        double[] x = chart.clouds().stream().flatMap(cloud -> cloud.points().stream()).mapToDouble(Point::x).toArray();
        double[] y = DoubleStream.concat(marked(chart.marks()),
                chart.clouds().stream().flatMap(cloud -> cloud.points().stream()).mapToDouble(Point::y)).toArray();
        double[] both = DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).toArray();
        FigureStyle.fit(plot.getDomainAxis(), chart.x(), Arrays.stream(chart.identity() ? both : x));
        FigureStyle.fit(plot.getRangeAxis(), chart.y(), Arrays.stream(chart.identity() ? both : y));
    }

    static DoubleStream marked(List<Mark> marks) {
        return marks.stream().mapToDouble(Mark::value);
    }

    private static void addIdentity(XYPlot plot) {
        double lower = Math.min(plot.getDomainAxis().getLowerBound(), plot.getRangeAxis().getLowerBound());
        double upper = Math.max(plot.getDomainAxis().getUpperBound(), plot.getRangeAxis().getUpperBound());
        ((XYLineAndShapeRenderer) plot.getRenderer()).addAnnotation(
                new XYLineAnnotation(lower, lower, upper, upper, FigureStyle.THIN_DASHED, FigureStyle.AXIS),
                Layer.BACKGROUND);
    }

    private static XYPlot plot(XYSeriesCollection data, Axis x, Axis y, XYLineAndShapeRenderer renderer) {
        XYPlot plot = new XYPlot(data, FigureStyle.numberAxis(x), FigureStyle.numberAxis(y), renderer);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(FigureStyle.GRID);
        plot.setRangeGridlineStroke(FigureStyle.THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    private static XYSeries series(String name, int place, List<Point> points) {
        XYSeries series = new XYSeries(new Key(name, place), false, true);
        points.forEach(point -> series.add(point.x(), Double.isNaN(point.y()) ? null : point.y()));
        return series;
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** JFreeChart's key of a series: shown by its name, and different from another of that name. */
    record Key(String name, int place) implements Comparable<Key> {
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
