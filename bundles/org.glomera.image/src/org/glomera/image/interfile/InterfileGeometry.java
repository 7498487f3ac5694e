package org.glomera.image.interfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.raw.Bounds;
import org.glomera.image.raw.FileProblem;

/** Sizes, spacings and place of an Interfile image. */
final class InterfileGeometry {

    private static final String THICKNESS = "slice thickness (pixels)";
    private static final String SEPARATION = "centre-centre slice separation (pixels)";
    /** Thicker slices than this are neither CT's nor SPECT's. */
    private static final double THICKEST_MM = 10;
    /** Share by which two readings of a slice thickness may differ without being said. */
    private static final double SAME = 0.001;

    private InterfileGeometry() {
    }

    /** The grid, with what was taken for granted added to the remarks. */
    static Grid grid(InterfileKeys keys, List<String> remarks) throws FileProblem {
        InterfileOrientation axes = InterfileOrientation.of(keys);
        remarks.addAll(axes.remarks());
        long[] size = {size(keys, 1), size(keys, 2), slices(keys)};
        Bounds.sizes(size[0], size[1], size[2]);
        double dx = inPlane(keys, 1);
        double dy = inPlane(keys, 2);
        double[] spacing = {dx, dy, betweenSlicesMm(keys, (dx + dy) / 2, remarks)};
        Vector3[] directions = {axes.x(), axes.y(), axes.z()};
        Vector3 first = new Vector3(0, 0, 0);
        boolean centred = false;
        for (int axis = 0; axis < 3; axis++) {
            Optional<Double> offset = keys.number("first pixel offset (mm)[" + (axis + 1) + "]");
            centred |= offset.isEmpty();
            double at = offset.orElse(-(size[axis] - 1) / 2.0 * spacing[axis]);
            Bounds.vector(at, 0, 0, "the place of its first voxel");
            first = first.plus(directions[axis].times(at));
        }
        if (centred) {
            remarks.add("The header does not say where the image lies; its middle was put at the origin of the "
                    + "patient's coordinates.");
        }
        return Bounds.grid(size[0], size[1], size[2], directions[0].times(spacing[0]),
                directions[1].times(spacing[1]), directions[2].times(spacing[2]), first);
    }

    private static long size(InterfileKeys keys, int axis) throws FileProblem {
        String key = "matrix size[" + axis + "]";
        return keys.whole(key).orElseThrow(() -> InterfileHeader.missing("matrix size [" + axis + "]"));
    }

    /** The number of slices; the keys that say it have to agree. */
    private static long slices(InterfileKeys keys) throws FileProblem {
        Map<String, Long> said = new LinkedHashMap<>();
        for (String key : List.of("matrix size[3]", "number of slices", "total number of images",
                "number of images/energy window", "number of images")) {
            Optional<Long> number = keys.whole(key);
            if (number.isPresent() && number.get() != 0) {
                said.put(key, number.get());
            }
        }
        if (said.isEmpty()) {
            throw InterfileHeader.missing("number of slices");
        }
        if (said.values().stream().distinct().count() > 1) {
            throw new FileProblem("says different numbers of slices (" + said + "), or holds more than one image. "
                    + "Correct the header or write each image into a file of its own");
        }
        return said.values().iterator().next();
    }

    private static double inPlane(InterfileKeys keys, int axis) throws FileProblem {
        String key = "scaling factor (mm/pixel) [" + axis + "]";
        Optional<Double> given = keys.number("scaling factor (mm/pixel)[" + axis + "]",
                "scale factor (mm/pixel)[" + axis + "]");
        return Bounds.spacing(given.orElseThrow(() -> InterfileHeader.missing(key)), "'" + key + "'");
    }

    private static double betweenSlicesMm(InterfileKeys keys, double pixelMm, List<String> remarks)
            throws FileProblem {
        Optional<Double> mm = keys.number("scaling factor (mm/pixel)[3]", "scale factor (mm/pixel)[3]",
                "slice thickness (mm)", "slice thickness (mm/pixel)");
        if (mm.isPresent()) {
            return Bounds.spacing(mm.get(), "'scaling factor (mm/pixel) [3]'");
        }
        Optional<Double> separation = keys.number(SEPARATION, "center-center slice separation (pixels)");
        String key = separation.isPresent() && separation.get() != 0 ? SEPARATION : THICKNESS;
        double number = Math.abs(key.equals(SEPARATION) ? separation.get()
                : keys.number(THICKNESS).orElseThrow(() -> InterfileHeader.missing(THICKNESS)));
        Bounds.spacing(number, "'" + key + "'");
        return Bounds.spacing(inMm(key, number, pixelMm, remarks), "'" + key + "'");
    }

    /**
     * Interfile counts the distance of slices in pixels; GATE and others write millimetres under the same key. Millimetres
     * are taken when pixels would give slices thicker than {@value #THICKEST_MM} mm and millimetres do not, or when
     * the number is the pixel's own width in millimetres (voxels as long as wide). Where the two differ, a remark says
     * which was taken.
     */
    private static double inMm(String key, double number, double pixelMm, List<String> remarks) {
        double asPixels = number * pixelMm;
        if (Math.abs(asPixels - number) <= SAME * number) {
            return asPixels;
        }
        boolean isMm = asPixels > THICKEST_MM && number <= THICKEST_MM
                || Math.abs(number - pixelMm) <= SAME * pixelMm;
        if (isMm) {
            remarks.add(String.format(Locale.ROOT, "'%s' is %s: taken as millimetres, as simulators write it; in "
                    + "pixels of %.4g mm it would be %.4g mm.", key, plain(number), pixelMm, asPixels));
            return number;
        }
        if (Math.abs(number - 1) > SAME) {
            remarks.add(String.format(Locale.ROOT, "'%s' is %s: taken as pixels of %.4g mm, so slices are %.4g mm "
                    + "apart. If millimetres are meant, write the number as 'scaling factor (mm/pixel) [3]'.", key,
                    plain(number), pixelMm, asPixels));
        }
        return asPixels;
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.6g", number);
    }
}
