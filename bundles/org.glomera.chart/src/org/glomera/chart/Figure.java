package org.glomera.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/**
 * A figure of one size: JFreeChart lays out and draws axes, titles and legend; layers draw the data into the area that
 * is left.
 */
final class Figure {

    private static final int SQUARE_ROUNDS = 3;

    private final JFreeChart chart;
    private final Rectangle2D bounds;
    private final List<Canvas.Layer> layers;
    private RectangleInsets insets;

    Figure(JFreeChart chart, double width, double height, RectangleInsets insets, List<Canvas.Layer> layers) {
        this.chart = chart;
        this.bounds = new Rectangle2D.Double(0, 0, width, height);
        this.layers = layers;
        this.insets = insets;
        chart.getPlot().setInsets(insets);
    }

    static JFreeChart chart(String title, Plot plot, double width) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        JFreeChart figure = new JFreeChart(null, FigureStyle.HEADING, plot, false);
        figure.setBackgroundPaint(Color.WHITE);
        figure.setPadding(new RectangleInsets(4, 4, 4, 4));
        if (!title.isBlank()) {
            Font font = Texts.fit(FigureStyle.HEADING, title, width - 30, 11);
            figure.setTitle(new TextTitle(title, font, FigureStyle.INK, RectangleEdge.TOP, HorizontalAlignment.LEFT,
                    TextTitle.DEFAULT_VERTICAL_ALIGNMENT, new RectangleInsets(2, 8, 2, 8)));
        }
        return figure;
    }

    void draw(Graphics2D graphics, Set<String> highlighted, Canvas.Hits hits) {
        graphics.setClip(bounds);
        Rectangle2D area = layOut(graphics);
        graphics.setClip(bounds);
        Canvas canvas = new Canvas(graphics, bounds, area, xRange(), yAxis().getRange(), hits, highlighted);
        layers.forEach(layer -> layer.draw(canvas));
    }

    private Rectangle2D layOut(Graphics2D graphics) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(graphics, bounds, info);
        return info.getPlotInfo().getDataArea();
    }

    /** Makes a unit equally long on both axes, which show the same range, and gives both the same ticks. */
    void makeSquare() {
        Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            Charts.hint(scratch);
            for (int round = 0; round < SQUARE_ROUNDS; round++) {
                Rectangle2D area = layOut(scratch);
                double beside = Math.max(0, area.getWidth() - area.getHeight());
                double above = Math.max(0, area.getHeight() - area.getWidth());
                insets = new RectangleInsets(insets.getTop() + above / 2, insets.getLeft() + beside / 2,
                        insets.getBottom() + above / 2, insets.getRight() + beside / 2);
                chart.getPlot().setInsets(insets);
            }
        } finally {
            scratch.dispose();
        }
        if (((XYPlot) chart.getPlot()).getDomainAxis() instanceof NumberAxis x && yAxis() instanceof NumberAxis y) {
            boolean coarser = x.getTickUnit().getSize() > y.getTickUnit().getSize();
            (coarser ? y : x).setTickUnit(coarser ? x.getTickUnit() : y.getTickUnit());
        }
    }

    private Range xRange() {
        return chart.getPlot() instanceof XYPlot plot ? plot.getDomainAxis().getRange() : new Range(0, 1);
    }

    private ValueAxis yAxis() {
        return chart.getPlot() instanceof XYPlot plot ? plot.getRangeAxis()
                : ((CategoryPlot) chart.getPlot()).getRangeAxis();
    }
}
