package org.glomera.image.resample;

import java.util.Set;

import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;

/** Brings volumes and label maps onto another grid in patient space. */
public final class Resampler {

    private Resampler() {
    }

    /** Trilinear interpolation at the target voxels' centres; {@code outside} where a centre lies outside the source's faces. */
    public static Volume trilinear(Volume source, Grid target, float outside) {
        throw new UnsupportedOperationException();
    }

    /** Mean of the source over each target voxel; as trilinear along axes where target voxels are not larger. */
    public static Volume average(Volume source, Grid target, float outside) {
        throw new UnsupportedOperationException();
    }

    /** Label of the nearest source voxel; 0 outside the source's faces. */
    public static LabelMap nearest(LabelMap source, Grid target) {
        throw new UnsupportedOperationException();
    }

    /** Label with the largest share of each target voxel, background counted; on a tie the lower label. */
    public static LabelMap byFraction(LabelMap source, Grid target) {
        throw new UnsupportedOperationException();
    }

    /** Share, 0 to 1, of each target voxel that bears one of the labels. */
    public static float[] fraction(LabelMap source, Set<Integer> labels, Grid target) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #trilinear}, onto a grid that may be larger than the source's field of view. */
    public static Volume zeroPad(Volume source, Grid target, float outside) {
        return trilinear(source, target, outside);
    }

    /** Share, 0 to 1, of {@code of}'s voxel centres that lie within the outer faces of {@code by}. */
    public static double coveredShare(Grid of, Grid by) {
        throw new UnsupportedOperationException();
    }
}
