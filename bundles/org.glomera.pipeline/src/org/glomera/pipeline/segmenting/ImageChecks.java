package org.glomera.pipeline.segmenting;

import java.util.List;
import java.util.Locale;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.pipeline.preparing.InputBuilder;

/** Whether an image can show kidneys. */
final class ImageChecks {

    /** A CT in HU has air below and bone above these. */
    private static final double AIR_BELOW_HU = -200;
    private static final double BONE_ABOVE_HU = 150;
    /** An image that is shorter than this along an axis holds no kidney: an adult's is 100 to 120 by 50 to 70 by 30 mm. */
    private static final double SHORTEST_MM = 30;
    /** A shorter image from feet to head cuts kidneys off. */
    private static final double WHOLE_KIDNEYS_MM = 120;

    private ImageChecks() {
    }

    /** Refuses an image that is smaller than a kidney; a caveat for one that cuts kidneys off. */
    static void size(Volume image, String word, List<String> caveats) throws GlomeraException {
        Vector3 length = InputBuilder.fieldOfViewMm(image.grid());
        double shortest = Math.min(length.x(), Math.min(length.y(), length.z()));
        if (shortest < SHORTEST_MM) {
            throw new GlomeraException(Kind.INPUT, String.format(Locale.ROOT, "The %s is too small: it reaches over %.0f x "
                    + "%.0f x %.0f mm, less than a kidney. Give the whole volume, not a slice or a part of it.", word,
                    length.x(), length.y(), length.z()));
        }
        if (length.z() < WHOLE_KIDNEYS_MM) {
            caveats.add(String.format(Locale.ROOT, "The %s reaches over %.0f mm from feet to head, so it cannot show both "
                    + "kidneys whole.", word, length.z()));
        }
    }

    /** A caveat for values that are not HU. */
    static void hounsfield(Volume ct, List<String> caveats) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : ct.values()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (low > AIR_BELOW_HU || high < BONE_ABOVE_HU) {
            caveats.add("The CT's values run from %.0f to %.0f, which does not look like HU.".formatted(low, high));
        }
    }

    /** Whether a kidney has a voxel among the outermost of the image. */
    static boolean reachesTheEdge(LabelMap kidneys, Side side) {
        Grid grid = kidneys.grid();
        for (int i = 0; i < kidneys.labels().length; i++) {
            if (kidneys.labels()[i] == side.label()) {
                int x = i % grid.nx();
                int y = i / grid.nx() % grid.ny();
                int z = i / grid.nx() / grid.ny();
                if (x == 0 || y == 0 || z == 0 || x == grid.nx() - 1 || y == grid.ny() - 1 || z == grid.nz() - 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
