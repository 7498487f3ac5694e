package org.glomera.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import org.glomera.chart.Marker.Dash;

/** Symbols and strokes of markers. */
final class Symbols {

    private static final double HALF_PI = Math.PI / 2;
    private static final double STAR_WAIST = 0.45;
    static final int FAINT_ALPHA = 140;

    private Symbols() {
    }

    /** A shape around the origin that covers about as much as a disc of this radius. */
    static Shape shape(Marker.Shape shape, double radius) {
        return switch (shape) {
            case CIRCLE -> new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
            case SQUARE -> new Rectangle2D.Double(-0.88 * radius, -0.88 * radius, 1.76 * radius, 1.76 * radius);
            case TRIANGLE_UP -> polygon(3, 1.4 * radius, 1, -HALF_PI, 0.2 * radius);
            case TRIANGLE_DOWN -> polygon(3, 1.4 * radius, 1, HALF_PI, -0.2 * radius);
            case DIAMOND -> polygon(4, 1.28 * radius, 1, -HALF_PI, 0);
            case STAR -> polygon(10, 1.5 * radius, STAR_WAIST, -HALF_PI, 0.08 * radius);
            case PLUS -> strokes(1.2 * radius, 0);
            case CROSS -> strokes(1.2 * radius, Math.PI / 4);
        };
    }

    /** The shape around a place. */
    private static Shape shape(Marker.Shape shape, double x, double y, double radius) {
        if (shape == Marker.Shape.CIRCLE) {
            return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape(shape, radius));
    }

    /** A polygon whose every second corner is nearer to its middle by a share. */
    private static Path2D polygon(int corners, double radius, double share, double start, double down) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = start + i * 2 * Math.PI / corners;
            double reach = i % 2 == 0 ? radius : radius * share;
            double x = reach * Math.cos(angle);
            double y = reach * Math.sin(angle) + down;
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private static Path2D strokes(double reach, double turn) {
        Path2D path = new Path2D.Double();
        path.moveTo(-reach, 0);
        path.lineTo(reach, 0);
        path.moveTo(0, -reach);
        path.lineTo(0, reach);
        path.transform(AffineTransform.getRotateInstance(turn));
        return path;
    }

    /** Width of the outline of a hollow symbol and of the strokes of a cross. */
    static BasicStroke outline(double radius) {
        return new BasicStroke((float) (radius * 0.45), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }

    static boolean isStrokesAlone(Marker.Shape shape) {
        return shape == Marker.Shape.CROSS || shape == Marker.Shape.PLUS;
    }

    /** Draws a symbol with a thin edge of the ground, which parts it from what lies behind. */
    static void draw(Graphics2D graphics, Scheme scheme, Marker marker, double x, double y, double radius) {
        double inner = marker.filled() || isStrokesAlone(marker.shape()) ? radius : radius * 0.92;
        Shape shape = shape(marker.shape(), x, y, inner);
        BasicStroke outline = outline(radius);
        float edge = marker.filled() ? 1.2f : outline.getLineWidth() + 1.2f;
        graphics.setPaint(scheme.groundColour());
        graphics.setStroke(new BasicStroke(edge, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        graphics.draw(shape);
        if (!marker.filled() && !isStrokesAlone(marker.shape())) {
            graphics.fill(shape);
        }
        graphics.setPaint(scheme.colour(marker.rgb()));
        if (marker.filled()) {
            graphics.fill(shape);
        } else {
            graphics.setStroke(outline);
            graphics.draw(shape);
        }
    }

    /** Draws a symbol of a crowd: translucent and without an edge, so that many over each other are darker. */
    static void drawFaint(Graphics2D graphics, Scheme scheme, Marker marker, double x, double y, double radius) {
        Shape shape = shape(marker.shape(), x, y, radius);
        graphics.setPaint(scheme.translucent(marker.rgb(), FAINT_ALPHA));
        if (marker.filled()) {
            graphics.fill(shape);
        } else {
            graphics.setStroke(outline(radius));
            graphics.draw(shape);
        }
    }

    /** The stroke of a marker's lines. */
    static Stroke stroke(Dash dash, float width) {
        return switch (dash) {
            case SOLID -> new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
            case LONG_DASH_DOT -> dashed(width, 9, 3, 1.6f, 3);
            case LONG_DASH_DOT_DOT -> dashed(width, 9, 2.6f, 1.6f, 2.6f, 1.6f, 2.6f);
        };
    }

    /** The stroke of a second line of a marker. */
    static Stroke shortDashes(float width) {
        return dashed(width, 3.6f, 2.6f);
    }

    private static Stroke dashed(float width, float... dashes) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1f, dashes, 0);
    }
}
