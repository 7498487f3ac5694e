package org.glomera.network.augmentation;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.resample.Resampler;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;

/**
 * An image whose patient lies otherwise: all channels and the mask are interpolated trilinearly at the same places. A
 * voxel belongs to a kidney where the interpolated mask is at least one half.
 */
final class MovedSample {

    private static final float MASK_SHARE = 0.5f;

    private MovedSample() {
    }

    /**
     * The moved image; the sample is not written to.
     *
     * @param movement where a point of the patient goes, in the image's frame
     */
    static Sample of(Sample sample, ImageFacts facts, Affine3 movement) {
        Grid grid = grid(facts);
        Grid target = new Grid(grid.nx(), grid.ny(), grid.nz(), movement.inverse().after(grid.voxelToPatientMm()));
        float[][] channels = new float[sample.channels().length][];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = moved(sample.channels()[i], grid, target, facts.channels().get(i).outsideNormalised());
        }
        boolean swap = facts.sided() && movement.determinant() < 0;
        float[] mask = new float[sample.mask().length];
        mark(moved(only(sample.mask(), 1), grid, target, 0), swap ? 2 : 1, mask);
        if (facts.sided()) {
            mark(moved(only(sample.mask(), 2), grid, target, 0), swap ? 1 : 2, mask);
        }
        return new Sample(channels, mask);
    }

    private static Grid grid(ImageFacts facts) {
        Vector3 s = facts.spacingMm();
        return Grid.axial(facts.nx(), facts.ny(), facts.nz(), s, new Vector3(-s.x() * (facts.nx() - 1) / 2.0,
                -s.y() * (facts.ny() - 1) / 2.0, -s.z() * (facts.nz() - 1) / 2.0));
    }

    private static float[] moved(float[] values, Grid grid, Grid target, float outside) {
        return Resampler.trilinear(new Volume(grid, Quantity.UNKNOWN, values), target, outside).values();
    }

    private static float[] only(float[] mask, float label) {
        float[] share = new float[mask.length];
        for (int i = 0; i < mask.length; i++) {
            share[i] = mask[i] == label ? 1 : 0;
        }
        return share;
    }

    /** Marks what the first label has not taken. */
    private static void mark(float[] share, float label, float[] mask) {
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] == 0 && share[i] >= MASK_SHARE) {
                mask[i] = label;
            }
        }
    }
}
