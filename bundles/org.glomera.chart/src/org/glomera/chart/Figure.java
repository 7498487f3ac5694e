package org.glomera.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
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
    private static final float SMALLEST_NAME = 10;
    private static final float SMALLEST_HEADING = 11;
    private static final double NAME_HEIGHT = 13;
    private static final double EDGE = 5;
    private static final int MOST_NAME_LINES = 2;

    private final JFreeChart chart;
    private final Rectangle2D bounds;
    private final Scheme scheme;
    private final List<Canvas.Layer> layers;
    private RectangleInsets insets;

    /** Makes a figure; with {@code square}, a unit is equally long on both axes, which show the same range. */
    Figure(JFreeChart chart, Rectangle2D bounds, RectangleInsets insets, List<Canvas.Layer> layers, boolean square,
            Scheme scheme) {
        this.chart = chart;
        this.bounds = bounds;
        this.scheme = scheme;
        this.layers = new ArrayList<>(layers);
        setInsets(insets);
        Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            Charts.hint(scratch);
            fitNames(layOut(scratch));
            if (square) {
                makeSquare(scratch);
            }
        } finally {
            scratch.dispose();
        }
    }

    static JFreeChart chart(String title, Plot plot, double width, Scheme scheme) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        JFreeChart figure = new JFreeChart(null, FigureStyle.HEADING, plot, false);
        figure.setBackgroundPaint(scheme.groundColour());
        figure.setPadding(new RectangleInsets(4, 4, 4, 4));
        if (!title.isBlank()) {
            Font font = Texts.fit(FigureStyle.HEADING, title, width - 30, SMALLEST_HEADING);
            figure.setTitle(new TextTitle(title, font, scheme.inkColour(), RectangleEdge.TOP, HorizontalAlignment.LEFT,
                    TextTitle.DEFAULT_VERTICAL_ALIGNMENT, new RectangleInsets(2, 8, 2, 8)));
        }
        return figure;
    }

    void draw(Graphics2D graphics, Set<String> highlighted, Canvas.Hits hits) {
        graphics.setClip(bounds);
        Rectangle2D area = layOut(graphics);
        graphics.setClip(bounds);
        Canvas canvas = new Canvas(graphics, bounds, area, xRange(), yAxis().getRange(), hits, highlighted,
                scheme);
        layers.forEach(layer -> layer.draw(canvas));
    }

    private void setInsets(RectangleInsets newInsets) {
        insets = newInsets;
        chart.getPlot().setInsets(newInsets);
    }

    private Rectangle2D layOut(Graphics2D graphics) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(graphics, bounds, info);
        return info.getPlotInfo().getDataArea();
    }

    /** Sets names of axes that are longer than their axis smaller; that of the vertical one then in two lines. */
    private void fitNames(Rectangle2D area) {
        if (chart.getPlot() instanceof XYPlot plot) {
            double room = 2 * Math.min(area.getCenterX(), bounds.getWidth() - area.getCenterX()) - 2 * EDGE;
            fitName(plot.getDomainAxis(), room);
        }
        double room = 2 * Math.min(area.getCenterY(), bounds.getHeight() - area.getCenterY()) - 2 * EDGE;
        String name = yAxis().getLabel();
        Font smallest = FigureStyle.LABEL.deriveFont(SMALLEST_NAME);
        if (name == null || Texts.width(smallest, name) <= room) {
            fitName(yAxis(), room);
            return;
        }
        List<String> wrapped = Texts.wrap(smallest, name, room);
        List<String> lines = wrapped.size() <= MOST_NAME_LINES ? wrapped
                : List.of(wrapped.get(0), Texts.shorten(smallest, String.join(" ", wrapped.subList(1, wrapped.size())),
                        room));
        yAxis().setLabel(null);
        setInsets(new RectangleInsets(insets.getTop(), insets.getLeft() + lines.size() * NAME_HEIGHT + 2,
                insets.getBottom(), insets.getRight()));
        layers.add(canvas -> drawName(canvas, lines, smallest));
    }

    private static void fitName(ValueAxis axis, double room) {
        if (axis.getLabel() != null) {
            axis.setLabelFont(Texts.fit(FigureStyle.LABEL, axis.getLabel(), room, SMALLEST_NAME));
            axis.setLabel(Texts.shorten(axis.getLabelFont(), axis.getLabel(), room));
        }
    }

    private void drawName(Canvas canvas, List<String> lines, Font font) {
        Graphics2D graphics = canvas.graphics();
        AffineTransform before = graphics.getTransform();
        graphics.setPaint(scheme.inkColour());
        graphics.setFont(font);
        graphics.translate(insets.getLeft() - lines.size() * NAME_HEIGHT + EDGE, canvas.area().getCenterY());
        graphics.rotate(-Math.PI / 2);
        for (int i = 0; i < lines.size(); i++) {
            graphics.drawString(lines.get(i), (float) (-Texts.width(font, lines.get(i)) / 2),
                    (float) ((i + 0.6) * NAME_HEIGHT));
        }
        graphics.setTransform(before);
    }

    /** Makes the data area square and gives both axes the same ticks. */
    private void makeSquare(Graphics2D scratch) {
        for (int round = 0; round < SQUARE_ROUNDS; round++) {
            Rectangle2D area = layOut(scratch);
            double beside = Math.max(0, area.getWidth() - area.getHeight());
            double above = Math.max(0, area.getHeight() - area.getWidth());
            setInsets(new RectangleInsets(insets.getTop() + above / 2, insets.getLeft() + beside / 2,
                    insets.getBottom() + above / 2, insets.getRight() + beside / 2));
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
