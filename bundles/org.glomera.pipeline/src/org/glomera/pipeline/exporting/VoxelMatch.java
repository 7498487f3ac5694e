package org.glomera.pipeline.exporting;

import java.util.Locale;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.image.resample.Resampler;

/** Tells whether a label map has an image's voxels, in any order and direction of rows, columns and slices. */
final class VoxelMatch {

    /** How far two centres may lie apart and still be the same voxel's, in voxels: headers of single precision. */
    private static final double SAME_VOXEL = 0.02;

    private VoxelMatch() {
    }

    /** Whether every voxel of the label map is one of the image, and every one of the image is there. */
    static boolean isMatch(Grid labels, Grid image) {
        if (labels.voxelCount() != image.voxelCount()) {
            return false;
        }
        Affine3 toImage = image.voxelToPatientMm().inverse().after(labels.voxelToPatientMm());
        for (int corner = 0; corner < 8; corner++) {
            Vector3 place = corner(toImage, labels, corner);
            if (!isEnd(place.x(), image.nx()) || !isEnd(place.y(), image.ny()) || !isEnd(place.z(), image.nz())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEnd(double index, int size) {
        return Math.abs(index) <= SAME_VOXEL || Math.abs(index - (size - 1)) <= SAME_VOXEL;
    }

    private static Vector3 corner(Affine3 map, Grid grid, int corner) {
        return map.apply((corner & 1) * (grid.nx() - 1.0), (corner >> 1 & 1) * (grid.ny() - 1.0),
                (corner >> 2 & 1) * (grid.nz() - 1.0));
    }

    /** The label map on the image's own grid, voxel by voxel; both {@linkplain #isMatch match}. */
    static LabelMap onto(LabelMap labels, Grid image) {
        return Resampler.nearest(labels, image);
    }

    /** By how much two grids differ, as a sentence. */
    static String difference(Grid labels, Grid image) {
        double farthest = 0;
        for (int corner = 0; corner < 8; corner++) {
            Vector3 place = corner(labels.voxelToPatientMm(), labels, corner);
            double nearest = Double.POSITIVE_INFINITY;
            for (int other = 0; other < 8; other++) {
                nearest = Math.min(nearest, place.minus(corner(image.voxelToPatientMm(), image, other)).length());
            }
            farthest = Math.max(farthest, nearest);
        }
        return String.format(Locale.ROOT, "the delineation has %s, the image %s, and a corner voxel of the delineation "
                + "lies %.2f mm from the nearest corner voxel of the image.", size(labels), size(image), farthest);
    }

    private static String size(Grid grid) {
        Vector3 spacing = grid.spacingMm();
        return String.format(Locale.ROOT, "%d x %d x %d voxels of %.3f x %.3f x %.3f mm", grid.nx(), grid.ny(),
                grid.nz(), spacing.x(), spacing.y(), spacing.z());
    }
}
