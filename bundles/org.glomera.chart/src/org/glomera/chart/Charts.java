package org.glomera.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.glomera.core.file.Digests;

/**
 * Draws charts. The same chart at the same size gives the same text and bytes on the same machine; on another one
 * labels may be a little wider, since they are measured with its fonts.
 *
 * <p>Drawing needs no display: unless the program has said otherwise, {@code java.awt.headless} is set before the first
 * chart is drawn, so that no window system is touched beside the workbench's own.
 */
public final class Charts {

    private static final int SMALLEST = 100;
    private static final int LARGEST = 10_000;
    private static final int PREFIX_DIGITS = 12;

    static {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private Charts() {
    }

    /**
     * A chart as an SVG element that can stand in an HTML page: no script, no reference to anything outside, a title
     * for those who do not see it, and ids that no other chart of the page has.
     *
     * @param width in CSS pixels, 100 to 10,000; the element also scales to the width it is given
     * @param height in CSS pixels, 100 to 10,000
     */
    public static String svg(Chart chart, int width, int height) {
        requireSize(width, height);
        String prefix = "c" + Digests.sha256((chart + " " + width + " " + height).getBytes(StandardCharsets.UTF_8))
                .substring(0, PREFIX_DIGITS);
        SvgCanvas canvas = new SvgCanvas(width, height, prefix);
        FigureBuilder.build(chart).draw(canvas.graphics(), new Rectangle2D.Double(0, 0, width, height));
        return canvas.element(name(chart));
    }

    /**
     * A chart as the bytes of a PNG file.
     *
     * @param width in layout pixels, 100 to 10,000
     * @param height in layout pixels, 100 to 10,000
     * @param scale picture pixels a layout pixel, 1 to 8: 2 for a screen of high resolution, 4 for print
     */
    public static byte[] png(Chart chart, int width, int height, int scale) {
        return Pictures.png(image(chart, width, height, scale));
    }

    private static BufferedImage image(Chart chart, int width, int height, int scale) {
        requireSize(width, height);
        if (scale < 1 || scale > 8 || (long) width * height * scale * scale > LARGEST * LARGEST) {
            throw new IllegalArgumentException("A figure of " + width + " x " + height + " is not scaled by " + scale
                    + ".");
        }
        BufferedImage image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS,
                    RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            FigureBuilder.build(chart).draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        return image;
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
        BufferedImage image = image(chart, width, height, scale);
        int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new Drawing(image.getWidth(), image.getHeight(), argb, List.of());
    }

    private static void requireSize(int width, int height) {
        if (width < SMALLEST || height < SMALLEST || width > LARGEST || height > LARGEST) {
            throw new IllegalArgumentException("A figure is " + SMALLEST + " to " + LARGEST
                    + " pixels wide and high, not " + width + " x " + height + ".");
        }
    }

    private static String name(Chart chart) {
        if (!chart.title().isEmpty()) {
            return chart.title();
        }
        if (chart instanceof LineChart line) {
            return line.y().label() + " over " + line.x().label();
        }
        if (chart instanceof ScatterChart scatter) {
            return scatter.y().label() + " over " + scatter.x().label();
        }
        return ((BoxChart) chart).y().label();
    }

    static Font font(int style, float size) {
        return new Font(Font.SANS_SERIF, style, 1).deriveFont(size);
    }
}
