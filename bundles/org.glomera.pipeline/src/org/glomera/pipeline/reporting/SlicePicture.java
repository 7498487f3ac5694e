package org.glomera.pipeline.reporting;

import java.util.Base64;
import java.util.List;

import org.glomera.chart.Pictures;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.image.resample.Resampler;

/**
 * One axial slice with outlines, as it is seen from the feet: the patient's right is at the left of the picture, the
 * back below. Image and outlines are sampled in patient space, so they may lie on any grid.
 */
final class SlicePicture {

    private static final double MARGIN_MM = 42;
    private static final double SMALLEST_WIDTH_MM = 250;
    private static final double HEIGHT_TO_WIDTH = 0.68;
    private static final int WIDTH_PIXELS = 480;
    private static final int HEIGHT_PIXELS = (int) Math.round(WIDTH_PIXELS * HEIGHT_TO_WIDTH);
    private static final int OPAQUE = 0xff000000;

    /**
     * An outline.
     *
     * @param kidneys what is outlined
     * @param rgb its colour
     */
    record Outline(LabelMap kidneys, int rgb) {
    }

    private final Grid plane;

    private SlicePicture(Grid plane) {
        this.plane = plane;
    }

    /** The slice in which a delineation has its largest area, around both kidneys. */
    static SlicePicture at(LabelMap delineation) {
        Grid grid = delineation.grid();
        int[] areas = new int[grid.nz()];
        Vector3 low = null;
        Vector3 high = null;
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    if (delineation.at(x, y, z) != 0) {
                        areas[z]++;
                        Vector3 at = grid.patientMm(x, y, z);
                        low = low == null ? at : min(low, at);
                        high = high == null ? at : max(high, at);
                    }
                }
            }
        }
        int best = 0;
        for (int z = 1; z < areas.length; z++) {
            best = areas[z] > areas[best] ? z : best;
        }
        Vector3 middle = low == null ? grid.centreMm() : low.plus(high).times(0.5);
        double needed = low == null ? 0 : Math.max(high.x() - low.x(), (high.y() - low.y()) / HEIGHT_TO_WIDTH);
        double width = Math.max(SMALLEST_WIDTH_MM, needed + 2 * MARGIN_MM);
        double z = grid.patientMm((grid.nx() - 1) / 2.0, (grid.ny() - 1) / 2.0, best).z();
        return new SlicePicture(planeAround(middle.x(), middle.y(), z, width));
    }

    private static Grid planeAround(double x, double y, double z, double widthMm) {
        double pixel = widthMm / WIDTH_PIXELS;
        return Grid.axial(WIDTH_PIXELS, HEIGHT_PIXELS, 1, new Vector3(pixel, pixel, 1),
                new Vector3(x - (WIDTH_PIXELS - 1) / 2.0 * pixel, y - (HEIGHT_PIXELS - 1) / 2.0 * pixel, z));
    }

    private static Vector3 min(Vector3 a, Vector3 b) {
        return new Vector3(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.min(a.z(), b.z()));
    }

    private static Vector3 max(Vector3 a, Vector3 b) {
        return new Vector3(Math.max(a.x(), b.x()), Math.max(a.y(), b.y()), Math.max(a.z(), b.z()));
    }

    /** Where the slice lies, in patient coordinates. */
    double zMm() {
        return plane.patientMm(0, 0, 0).z();
    }

    /**
     * The picture as a data URI. Later outlines are drawn over earlier ones.
     *
     * @param black the value that is black
     * @param white the value that is white; smaller than {@code black} for a picture with dark on light
     */
    String dataUri(Volume image, double black, double white, float outside, List<Outline> outlines) {
        float[] values = Resampler.trilinear(image, plane, outside).values();
        int[] argb = new int[values.length];
        for (int i = 0; i < argb.length; i++) {
            double share = (values[i] - black) / (white - black);
            int grey = (int) Math.round(255 * Math.max(0, Math.min(1, Double.isNaN(share) ? 0 : share)));
            argb[i] = OPAQUE | grey << 16 | grey << 8 | grey;
        }
        outlines.forEach(outline -> draw(outline, argb));
        byte[] png = Pictures.png(argb, plane.nx(), plane.ny());
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** Colours the pixels of a kidney that lie within two pixels of another label. */
    private void draw(Outline outline, int[] argb) {
        LabelMap labels = Resampler.nearest(outline.kidneys(), plane);
        for (int y = 0; y < plane.ny(); y++) {
            for (int x = 0; x < plane.nx(); x++) {
                int label = labels.at(x, y, 0);
                if ((label == Side.RIGHT.label() || label == Side.LEFT.label()) && onEdge(labels, x, y, label)) {
                    argb[plane.index(x, y, 0)] = OPAQUE | outline.rgb();
                }
            }
        }
    }

    private boolean onEdge(LabelMap labels, int x, int y, int label) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                boolean near = Math.abs(dx) + Math.abs(dy) <= 2 && plane.contains(x + dx, y + dy, 0);
                if (near && labels.at(x + dx, y + dy, 0) != label) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The largest value that an image has within a delineation; 1 when there is none. */
    static double largestWithin(Volume image, LabelMap delineation) {
        LabelMap onImage = delineation.grid().isSameAs(image.grid(), 0.1) ? delineation
                : Resampler.nearest(delineation, image.grid());
        float largest = 0;
        for (int i = 0; i < onImage.labels().length; i++) {
            if (onImage.labels()[i] != 0 && image.values()[i] > largest) {
                largest = image.values()[i];
            }
        }
        return largest > 0 ? largest : 1;
    }
}
