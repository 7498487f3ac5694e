package org.glomera.ui.comparison;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.glomera.chart.Marker;

/**
 * The symbol and the colour of a run as a small image, for tables, legends and lists: the same that the figures draw.
 * Edges are smoothed by asking sixteen places of each pixel.
 */
final class MarkImage {

    private static final int SIZE_PX = 16;
    private static final int GAP_PX = 4;
    private static final int SAMPLES = 4;
    private static final double REACH = 0.72;
    private static final double STROKE = 0.17;
    private static final double HOLE = 0.58;
    private static final double INNER_STAR = 0.42;
    private static final double[][] TRIANGLE = {{0, -0.85}, {0.9, 0.7}, {-0.9, 0.7}};
    private static final double[][] STAR = star();

    private MarkImage() {
    }

    /** The symbol of a marker, 16 pixels wide at usual resolution. */
    static ImageDescriptor of(Marker marker) {
        return ImageDescriptor.createFromImageDataProvider(zoom -> data(marker, SIZE_PX * zoom / 100));
    }

    /** The symbol on a transparent ground, with a gap to its right as words that follow it need. */
    static ImageData data(Marker marker, int sizePx) {
        int gap = sizePx * GAP_PX / SIZE_PX;
        ImageData data = new ImageData(sizePx + gap, sizePx, 24, new PaletteData(0xff0000, 0x00ff00, 0x0000ff));
        data.alphaData = new byte[data.width * data.height];
        for (int y = 0; y < sizePx; y++) {
            for (int x = 0; x < sizePx; x++) {
                data.setPixel(x, y, marker.rgb());
                data.setAlpha(x, y, 255 * covered(marker, x, y, sizePx) / (SAMPLES * SAMPLES));
            }
        }
        return data;
    }

    private static int covered(Marker marker, int x, int y, int sizePx) {
        int covered = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double u = 2 * (x + (i % SAMPLES + 0.5) / SAMPLES) / sizePx - 1;
            double v = 2 * (y + (i / SAMPLES + 0.5) / SAMPLES) / sizePx - 1;
            covered += isInk(marker, u, v) ? 1 : 0;
        }
        return covered;
    }

    /** Whether a place between -1 and 1, counted to the right and downwards, belongs to the symbol. */
    private static boolean isInk(Marker marker, double u, double v) {
        boolean isHole = !marker.filled() && isInside(marker.shape(), u / HOLE, v / HOLE);
        return isInside(marker.shape(), u, v) && (!isHole || isStroke(marker.shape()));
    }

    private static boolean isStroke(Marker.Shape shape) {
        return shape == Marker.Shape.CROSS || shape == Marker.Shape.PLUS;
    }

    private static boolean isInside(Marker.Shape shape, double u, double v) {
        double reach = Math.max(Math.abs(u), Math.abs(v));
        return switch (shape) {
            case CIRCLE -> Math.hypot(u, v) <= REACH;
            case SQUARE -> reach <= REACH * 0.9;
            case DIAMOND -> Math.abs(u) + Math.abs(v) <= REACH * 1.25;
            case TRIANGLE_UP -> isInside(TRIANGLE, u, v);
            case TRIANGLE_DOWN -> isInside(TRIANGLE, u, -v);
            case STAR -> isInside(STAR, u, v);
            case CROSS -> reach <= REACH && Math.min(Math.abs(u - v), Math.abs(u + v)) <= STROKE * Math.sqrt(2);
            case PLUS -> reach <= REACH && Math.min(Math.abs(u), Math.abs(v)) <= STROKE;
        };
    }

    /** Whether a ray from the place crosses the polygon's edges an odd number of times. */
    private static boolean isInside(double[][] polygon, double u, double v) {
        boolean inside = false;
        for (int i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
            double[] one = polygon[i];
            double[] other = polygon[j];
            if (one[1] > v != other[1] > v
                    && u < (other[0] - one[0]) * (v - one[1]) / (other[1] - one[1]) + one[0]) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static double[][] star() {
        double[][] points = new double[10][];
        for (int i = 0; i < points.length; i++) {
            double radius = i % 2 == 0 ? 0.95 : INNER_STAR;
            double angle = Math.PI * i / 5;
            points[i] = new double[] {radius * Math.sin(angle), -radius * Math.cos(angle)};
        }
        return points;
    }
}
