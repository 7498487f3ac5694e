package org.glomera.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import java.util.function.Supplier;

import org.jfree.data.Range;

/**
 * The data area of a figure while it is drawn.
 *
 * @param graphics where to draw; its clip is the whole figure
 * @param figure the whole figure, in layout pixels
 * @param area the data area within it
 * @param xRange what the horizontal axis shows
 * @param yRange what the vertical axis shows
 * @param hits collects what stands where
 * @param highlighted keys of points that are emphasised
 * @param scheme the colours
 */
record Canvas(Graphics2D graphics, Rectangle2D figure, Rectangle2D area, Range xRange, Range yRange, Hits hits,
        Set<String> highlighted, Scheme scheme) {

    /** Places further away than any figure is large are drawn as if they were here. */
    private static final double FAR = 1e5;
    private static final double LINE_OVERHANG = 1.5;

    /** Draws one kind of things. */
    @FunctionalInterface
    interface Layer {
        /** Draws on the canvas. */
        void draw(Canvas canvas);
    }

    /** Takes what stands where. */
    @FunctionalInterface
    interface Hits {
        /** Takes a place; its text is asked for only where it is wanted. */
        void add(double x, double y, double radius, String key, Supplier<String> text);
    }

    double x(double value) {
        return near(area.getX() + (value - xRange.getLowerBound()) / xRange.getLength() * area.getWidth());
    }

    double y(double value) {
        return near(area.getMaxY() - (value - yRange.getLowerBound()) / yRange.getLength() * area.getHeight());
    }

    /** Width of a picture pixel in layout pixels. */
    double pixel() {
        return 1 / graphics.getTransform().getScaleX();
    }

    private static double near(double pixel) {
        return Math.max(-FAR, Math.min(FAR, pixel));
    }

    /** Draws with everything outside the data area cut off, but for half the width of a line. */
    void clipped(Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(area.getX() - LINE_OVERHANG, area.getY() - LINE_OVERHANG,
                area.getWidth() + 2 * LINE_OVERHANG, area.getHeight() + 2 * LINE_OVERHANG));
        drawing.run();
        graphics.setClip(before);
    }

    boolean isHighlighted(String key) {
        return !key.isEmpty() && highlighted.contains(key);
    }

    Color colour(int rgb) {
        return scheme.colour(rgb);
    }

    Color translucent(int rgb, int alpha) {
        return scheme.translucent(rgb, alpha);
    }
}
