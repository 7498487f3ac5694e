package org.glomera.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.glomera.chart.ScatterChart.Cloud;

/** Draws the line of identity, which a crowd would hide on top of it, and clouds of points. */
final class PointLayer implements Canvas.Layer {

    private static final double RADIUS = 3.7;
    private static final double SMALL_RADIUS = 2.6;
    /** From this many points on, they are drawn smaller and translucent. */
    private static final int MANY = 300;
    private static final double RING_GAP = 3;
    private static final BasicStroke RING_GROUND = new BasicStroke(3.4f);
    private static final BasicStroke RING = new BasicStroke(1.6f);

    private final ScatterChart chart;
    private final boolean many;
    private final double radius;

    PointLayer(ScatterChart chart) {
        this.chart = chart;
        many = chart.clouds().stream().mapToInt(cloud -> cloud.points().size()).sum() >= MANY;
        radius = many ? SMALL_RADIUS : RADIUS;
    }

    @Override
    public void draw(Canvas canvas) {
        if (chart.identity() && !many) {
            canvas.clipped(() -> drawIdentity(canvas));
        }
        for (Cloud cloud : chart.clouds()) {
            cloud.points().forEach(point -> drawPoint(canvas, cloud, point, true));
        }
        if (chart.identity() && many) {
            canvas.clipped(() -> drawIdentity(canvas));
        }
        for (Cloud cloud : chart.clouds()) {
            for (Point point : cloud.points()) {
                if (canvas.isHighlighted(point.key()) && !Double.isNaN(point.y())) {
                    ring(canvas, inside(canvas.x(point.x()), canvas.area().getMinX(), canvas.area().getMaxX()),
                            inside(canvas.y(point.y()), canvas.area().getMinY(), canvas.area().getMaxY()), radius);
                    drawPoint(canvas, cloud, point, false);
                }
            }
        }
    }

    private static void drawIdentity(Canvas canvas) {
        double lower = Math.min(canvas.xRange().getLowerBound(), canvas.yRange().getLowerBound());
        double upper = Math.max(canvas.xRange().getUpperBound(), canvas.yRange().getUpperBound());
        canvas.graphics().setPaint(canvas.scheme().axisColour());
        canvas.graphics().setStroke(FigureStyle.THIN_DASHED);
        canvas.graphics().draw(new Line2D.Double(canvas.x(lower), canvas.y(lower), canvas.x(upper), canvas.y(upper)));
    }

    /** A point beyond an axis with given ends stands at its end, under a small arrowhead that points to it. */
    private void drawPoint(Canvas canvas, Cloud cloud, Point point, boolean first) {
        if (Double.isNaN(point.y())) {
            return;
        }
        double x = canvas.x(point.x());
        double y = canvas.y(point.y());
        double shownX = inside(x, canvas.area().getMinX(), canvas.area().getMaxX());
        double shownY = inside(y, canvas.area().getMinY(), canvas.area().getMaxY());
        if (many && first) {
            Symbols.drawFaint(canvas.graphics(), canvas.scheme(), cloud.marker(), shownX, shownY, radius);
        } else {
            Symbols.draw(canvas.graphics(), canvas.scheme(), cloud.marker(), shownX, shownY, radius);
        }
        if (shownX != x || shownY != y) {
            arrow(canvas, shownX, shownY, Math.atan2(y - shownY, x - shownX), radius, cloud.rgb());
        }
        if (first) {
            canvas.hits().add(shownX, shownY, radius, point.key(), () -> lines(point.key(), cloud.name(),
                    Texts.name(chart.x()) + " " + Texts.value(chart.x(), point.x()),
                    Texts.name(chart.y()) + " " + Texts.value(chart.y(), point.y())));
        }
    }

    /** A value, or the end next to it when it lies outside; a value within rounding of an end is inside. */
    static double inside(double value, double lower, double upper) {
        double tolerance = 1e-6 * (upper - lower);
        if (value < lower - tolerance) {
            return lower;
        }
        return value > upper + tolerance ? upper : value;
    }

    static void arrow(Canvas canvas, double x, double y, double direction, double radius, int rgb) {
        double tip = radius + 5;
        double tail = radius + 1.5;
        Path2D path = new Path2D.Double();
        path.moveTo(x + tail * Math.cos(direction - 0.6), y + tail * Math.sin(direction - 0.6));
        path.lineTo(x + tip * Math.cos(direction), y + tip * Math.sin(direction));
        path.lineTo(x + tail * Math.cos(direction + 0.6), y + tail * Math.sin(direction + 0.6));
        canvas.graphics().setPaint(canvas.colour(rgb));
        canvas.graphics().setStroke(new BasicStroke(1.4f));
        canvas.graphics().draw(path);
    }

    /** A dark ring with a white edge around a symbol of a radius. */
    static void ring(Canvas canvas, double x, double y, double radius) {
        double reach = radius + RING_GAP;
        Ellipse2D ring = new Ellipse2D.Double(x - reach, y - reach, 2 * reach, 2 * reach);
        canvas.graphics().setPaint(canvas.scheme().groundColour());
        canvas.graphics().setStroke(RING_GROUND);
        canvas.graphics().draw(ring);
        canvas.graphics().setPaint(canvas.scheme().inkColour());
        canvas.graphics().setStroke(RING);
        canvas.graphics().draw(ring);
    }

    /** Lines of a text, without the empty ones. */
    static String lines(String... lines) {
        return Arrays.stream(lines).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }
}
