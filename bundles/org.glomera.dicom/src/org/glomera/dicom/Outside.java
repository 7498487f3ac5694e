package org.glomera.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * What becomes of a delineation that reaches outside its image: a twentieth of it is cut off with a remark, more is
 * refused, since the activity and the volume of a kidney that is cut off are not the kidney's.
 */
final class Outside {

    /** The largest share of a structure that may lie outside the image. */
    static final double LARGEST_SHARE = 0.05;

    private Outside() {
    }

    /** Whether a place in voxel indices lies beyond the outer faces of a grid. */
    static boolean isOutside(Vector3 voxel, Grid grid) {
        return !(within(voxel.x(), grid.nx()) && within(voxel.y(), grid.ny()) && within(voxel.z(), grid.nz()));
    }

    private static boolean within(double index, int size) {
        return index >= -0.5 && index <= size - 0.5;
    }

    /**
     * Adds a remark when a part lies outside.
     *
     * @param what the structure, for messages
     * @param outside how many of its voxels lie outside
     * @param all how many there are
     * @throws GlomeraException when too many lie outside
     */
    static void check(Path file, String what, long outside, long all, List<String> remarks) throws GlomeraException {
        if (outside == 0) {
            return;
        }
        double percent = 100.0 * outside / all;
        if (outside > LARGEST_SHARE * all) {
            throw new GlomeraException(Kind.INPUT, String.format(Locale.ROOT, "In %s the %s reaches outside the image "
                    + "with %.0f %% of its volume. Check that it belongs to this image and that the image covers the "
                    + "whole of it.", file, what, percent));
        }
        remarks.add(String.format(Locale.ROOT, "The %s in %s reaches outside the image; %.1f %% of its volume was cut "
                + "off.", what, file.getFileName(), percent));
    }
}
