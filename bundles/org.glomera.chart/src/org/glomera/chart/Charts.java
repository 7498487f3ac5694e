package org.glomera.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.glomera.core.file.Digests;
import org.jfree.chart.text.TextUtils;

/**
 * Draws charts. The same chart at the same size gives the same text and bytes on the same machine; on another one
 * labels may be a little wider, since they are measured with its fonts. A chart without any value is drawn as a
 * sentence that says so.
 *
 * <p>Drawing needs no display: unless the program has said otherwise, {@code java.awt.headless} is set before the first
 * chart is drawn, so that no window system is touched beside the workbench's own.
 */
public final class Charts {

    private static final int SMALLEST = 100;
    private static final int SMALLEST_SAMPLE = 8;
    private static final int LARGEST = 10_000;
    private static final int PREFIX_DIGITS = 12;
    private static final Canvas.Hits NO_HITS = (x, y, radius, key, text) -> { };

    static {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        // otherwise JFreeChart writes the names of vertical axes as outlines, which nobody can search or read aloud
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private Charts() {
    }

    /**
     * A chart as an SVG element that can stand in an HTML or XHTML page: no script, no reference to anything outside, a
     * title and a description for those who do not see it, and ids that no other chart of the page has.
     *
     * @param width in CSS pixels, 100 to 10,000; the element also scales to the width it is given
     * @param height in CSS pixels, 100 to 10,000
     */
    public static String svg(Chart chart, int width, int height) {
        requireSize(width, height, SMALLEST);
        SvgCanvas canvas = new SvgCanvas(width, height, prefix(chart + " " + width + " " + height));
        paint(chart, width, height, canvas.graphics(), Scheme.DOCUMENT, Set.of(), NO_HITS);
        return canvas.element(Contents.name(chart), Contents.description(chart));
    }

    /**
     * A chart as the bytes of a PNG file.
     *
     * @param width in layout pixels, 100 to 10,000
     * @param height in layout pixels, 100 to 10,000
     * @param scale picture pixels a layout pixel, 1 to 8: 2 for a screen of high resolution, 4 for print
     */
    public static byte[] png(Chart chart, int width, int height, int scale) {
        requireSize(width, height, SMALLEST);
        return Pictures.png(image(width, height, scale, BufferedImage.TYPE_INT_RGB,
                graphics -> paint(chart, width, height, graphics, Scheme.DOCUMENT, Set.of(), NO_HITS)));
    }

    /**
     * A chart as a picture whose places can be pointed at.
     *
     * @param width in layout pixels, 100 to 10,000
     * @param height in layout pixels, 100 to 10,000
     * @param scale picture pixels a layout pixel, 1 to 8: 2 for a screen of high resolution
     * @param highlighted keys of the points that are emphasised by a ring, on top of all others
     */
    public static Drawing draw(Chart chart, int width, int height, int scale, Set<String> highlighted) {
        return draw(chart, width, height, scale, highlighted, Scheme.DOCUMENT);
    }

    /** The same in the colours of a screen. */
    public static Drawing draw(Chart chart, int width, int height, int scale, Set<String> highlighted, Scheme scheme) {
        requireSize(width, height, SMALLEST);
        List<Hit> hits = new ArrayList<>();
        return drawing(image(width, height, scale, BufferedImage.TYPE_INT_ARGB,
                graphics -> paint(chart, width, height, graphics, scheme, highlighted,
                        (x, y, radius, key, text) -> hits.add(new Hit(x, y, radius, key, text.get())))), hits);
    }

    /**
     * How a marker looks, on a transparent ground: its symbol, on a piece of its line when there is room for one. For
     * tables and lists beside the figures.
     *
     * @param width in layout pixels, 8 to 10,000; the line is drawn when it is at least twice the height
     * @param height in layout pixels, 8 to 10,000
     * @param scale picture pixels a layout pixel, 1 to 8
     */
    public static Drawing sample(Marker marker, int width, int height, int scale) {
        return sample(marker, width, height, scale, Scheme.DOCUMENT);
    }

    /** The same in the colours of a screen. */
    public static Drawing sample(Marker marker, int width, int height, int scale, Scheme scheme) {
        requireSize(width, height, SMALLEST_SAMPLE);
        return drawing(image(width, height, scale, BufferedImage.TYPE_INT_ARGB,
                graphics -> paintSample(marker, width, height, graphics, scheme)), List.of());
    }

    private static String prefix(String text) {
        return "c" + Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, PREFIX_DIGITS);
    }

    private static void paint(Chart chart, int width, int height, Graphics2D graphics, Scheme scheme,
            Set<String> highlighted, Canvas.Hits hits) {
        if (Contents.isEmpty(chart)) {
            Nothing.paint(chart, width, height, graphics, scheme);
        } else {
            FigureBuilder.build(chart, width, height, scheme).draw(graphics, highlighted, hits);
        }
    }

    private static void paintSample(Marker marker, int width, int height, Graphics2D graphics, Scheme scheme) {
        double middle = height / 2.0;
        if (width >= 2 * height) {
            graphics.setPaint(scheme.colour(marker.rgb()));
            graphics.setStroke(Symbols.stroke(marker.dash(), LineLayer.WIDTH));
            graphics.draw(new Line2D.Double(1, middle, width - 1, middle));
        }
        Symbols.draw(graphics, scheme, marker, width / 2.0, middle, height * 0.29);
    }

    private static BufferedImage image(int width, int height, int scale, int type, Consumer<Graphics2D> painting) {
        if (scale < 1 || scale > 8 || (long) width * height * scale * scale > LARGEST * LARGEST) {
            throw new IllegalArgumentException("A figure of " + width + " x " + height + " is not scaled by " + scale
                    + ".");
        }
        BufferedImage image = new BufferedImage(width * scale, height * scale, type);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            hint(graphics);
            painting.accept(graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static Drawing drawing(BufferedImage image, List<Hit> hits) {
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new Drawing(image.getWidth(), image.getHeight(), argb, hits);
    }

    static void hint(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private static void requireSize(int width, int height, int smallest) {
        if (width < smallest || height < smallest || width > LARGEST || height > LARGEST) {
            throw new IllegalArgumentException("A figure is " + smallest + " to " + LARGEST
                    + " pixels wide and high, not " + width + " x " + height + ".");
        }
    }

    static Font font(int style, float size) {
        return new Font(Font.SANS_SERIF, style, 1).deriveFont(size);
    }
}
