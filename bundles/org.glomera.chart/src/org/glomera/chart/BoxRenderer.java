package org.glomera.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BoxAndWhiskerRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.statistics.BoxAndWhiskerCategoryDataset;

/**
 * Draws boxes as in print: a light fill under a thin coloured outline, a strong median, short whisker ends, a white
 * diamond at the mean, and every point that was given, where JFreeChart would merge near ones.
 */
final class BoxRenderer extends BoxAndWhiskerRenderer {

    private static final long serialVersionUID = 1L;
    private static final Stroke OUTLINE = new BasicStroke(1.1f);
    private static final Stroke MEDIAN = new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final int FILL_ALPHA = 64;
    private static final double WHISKER_END_SHARE = 0.4;
    private static final double POINT_RADIUS = 2.2;
    private static final double MEAN_RADIUS = 3.4;
    /** Points that would cover each other are spread over this share of the box's width, in a fixed order. */
    private static final double SPREAD_SHARE = 0.5;
    private static final double[] SPREAD = {0, 0.5, -0.5, 0.25, -0.25, 0.75, -0.75};

    BoxRenderer() {
        setItemMargin(0.22);
        setMaximumBarWidth(0.12);
        setDefaultLegendShape(new Rectangle2D.Double(-5, -5, 10, 10));
    }

    @Override
    public void drawVerticalItem(Graphics2D graphics, CategoryItemRendererState state, Rectangle2D area,
            CategoryPlot plot, CategoryAxis domain, ValueAxis range, CategoryDataset dataset, int row, int column) {
        var data = (BoxAndWhiskerCategoryDataset) dataset;
        if (data.getMedianValue(row, column) == null) {
            return;
        }
        double width = state.getBarWidth();
        double left = left(state, area, plot, domain, data.getRowCount(), row, column);
        DoubleUnaryOperator y = value -> range.valueToJava2D(value, area, plot.getRangeAxisEdge());
        Color colour = (Color) getItemPaint(row, column);
        graphics.setStroke(OUTLINE);
        drawWhiskers(graphics, data, row, column, left + width / 2, width, y, colour);
        drawBox(graphics, data, row, column, left, width, y, colour);
        drawPoints(graphics, data.getOutliers(row, column), left + width / 2, width, y, colour);
        drawMean(graphics, data.getMeanValue(row, column).doubleValue(), left + width / 2, y, colour);
    }

    private double left(CategoryItemRendererState state, Rectangle2D area, CategoryPlot plot, CategoryAxis domain,
            int rows, int row, int column) {
        double start = domain.getCategoryStart(column, getColumnCount(), area, plot.getDomainAxisEdge());
        double end = domain.getCategoryEnd(column, getColumnCount(), area, plot.getDomainAxisEdge());
        double gap = rows > 1 ? area.getWidth() * getItemMargin() / (getColumnCount() * (rows - 1)) : 0;
        double used = state.getBarWidth() * rows + gap * (rows - 1);
        return start + (end - start - used) / 2 + row * (state.getBarWidth() + gap);
    }

    private static void drawWhiskers(Graphics2D graphics, BoxAndWhiskerCategoryDataset data, int row, int column,
            double centre, double width, DoubleUnaryOperator y, Color colour) {
        graphics.setPaint(colour);
        double[][] whiskers = {
            {data.getQ1Value(row, column).doubleValue(), data.getMinRegularValue(row, column).doubleValue()},
            {data.getQ3Value(row, column).doubleValue(), data.getMaxRegularValue(row, column).doubleValue()}};
        for (double[] whisker : whiskers) {
            double from = y.applyAsDouble(whisker[0]);
            double to = y.applyAsDouble(whisker[1]);
            double half = width * WHISKER_END_SHARE / 2;
            graphics.draw(new Line2D.Double(centre, from, centre, to));
            graphics.draw(new Line2D.Double(centre - half, to, centre + half, to));
        }
    }

    private static void drawBox(Graphics2D graphics, BoxAndWhiskerCategoryDataset data, int row, int column,
            double left, double width, DoubleUnaryOperator y, Color colour) {
        double top = y.applyAsDouble(data.getQ3Value(row, column).doubleValue());
        double bottom = y.applyAsDouble(data.getQ1Value(row, column).doubleValue());
        double median = y.applyAsDouble(data.getMedianValue(row, column).doubleValue());
        Shape box = new Rectangle2D.Double(left, top, width, bottom - top);
        graphics.setPaint(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FILL_ALPHA));
        graphics.fill(box);
        graphics.setPaint(colour);
        graphics.draw(box);
        graphics.setStroke(MEDIAN);
        graphics.draw(new Line2D.Double(left, median, left + width, median));
        graphics.setStroke(OUTLINE);
    }

    private static void drawPoints(Graphics2D graphics, List<?> values, double centre, double width,
            DoubleUnaryOperator y, Color colour) {
        graphics.setPaint(colour);
        double[] places = values.stream().mapToDouble(value -> y.applyAsDouble(((Number) value).doubleValue())).sorted()
                .toArray();
        int beside = 0;
        for (int i = 0; i < places.length; i++) {
            boolean free = i == 0 || places[i] - places[i - 1] > 2 * POINT_RADIUS;
            beside = free ? 0 : beside + 1;
            double x = centre + SPREAD[beside % SPREAD.length] * width * SPREAD_SHARE;
            graphics.draw(new Ellipse2D.Double(x - POINT_RADIUS, places[i] - POINT_RADIUS, 2 * POINT_RADIUS,
                    2 * POINT_RADIUS));
        }
    }

    private static void drawMean(Graphics2D graphics, double mean, double centre, DoubleUnaryOperator y, Color colour) {
        if (Double.isNaN(mean)) {
            return;
        }
        double middle = y.applyAsDouble(mean);
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(centre, middle - MEAN_RADIUS);
        diamond.lineTo(centre + MEAN_RADIUS, middle);
        diamond.lineTo(centre, middle + MEAN_RADIUS);
        diamond.lineTo(centre - MEAN_RADIUS, middle);
        diamond.closePath();
        graphics.setPaint(Color.WHITE);
        graphics.fill(diamond);
        graphics.setPaint(colour);
        graphics.draw(diamond);
    }
}
