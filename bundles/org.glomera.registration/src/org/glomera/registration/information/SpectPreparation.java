package org.glomera.registration.information;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;

/**
 * What is made of a SPECT before it is compared: means over blocks, a logarithm that shows background beside kidneys, and
 * a choice of voxels. Left out are those near the border of the field of view, which the camera saw in part, and those
 * that lie in the glow of a hotter neighbour: what a camera of 10 to 15 mm resolution shows there is its neighbour, and
 * it would draw the image to where the glow ends.
 */
final class SpectPreparation {

    /** The share of voxels above which a value counts as the highest. */
    private static final double HIGHEST_SHARE = 0.001;
    /** Where the logarithm bends, as a share of the highest value: about the activity of fat and blood. */
    private static final double BEND = 0.01;
    private static final double BORDER_MM = 20;
    /** Standard deviation of the blur that shows where a glow comes from: about that of the camera. */
    private static final double GLOW_SIGMA_MM = 6;
    /** A voxel lies in the glow of its neighbours when the blur raises it above this factor. */
    private static final double GLOW_FACTOR = 1;
    /** Rises below this share of the highest value are noise. */
    private static final double GLOW_FLOOR = 0.001;
    private static final int MOST_SAMPLES = 500_000;
    private static final long SEED = 5;

    private SpectPreparation() {
    }

    /**
     * The places that count, with their values in bins. Values that are negative or not finite count as 0.
     *
     * @param spacingMm the wanted distance of places, reached as far as whole voxels allow
     * @throws GlomeraException when the image holds no activity
     */
    static Samples samples(Volume spect, double spacingMm, int bins, IProgressMonitor monitor) throws GlomeraException {
        Volume image = finite(spect, spacingMm, monitor);
        double highest = highest(image.values());
        if (!(highest > 0)) {
            throw new GlomeraException(Kind.INPUT, "The SPECT image cannot be registered: it holds no activity. Choose "
                    + "another SPECT image.");
        }
        boolean[] counts = counts(image, highest);
        thin(counts);
        return chosen(image, counts, highest, bins);
    }

    /** The whole image in bins; all 0 where there is no activity. */
    static Volume bins(Volume spect, double spacingMm, int bins, IProgressMonitor monitor) {
        Volume image = finite(spect, spacingMm, monitor);
        double highest = highest(image.values());
        float[] values = new float[image.values().length];
        for (int i = 0; i < values.length && highest > 0; i++) {
            values[i] = bin(image.values()[i], highest, bins);
        }
        return new Volume(image.grid(), image.quantity(), values);
    }

    private static float bin(float value, double highest, int bins) {
        return (float) ((bins - 1) / Math.log1p(1 / BEND) * Math.log1p(Math.min(1, value / highest) / BEND));
    }

    private static Volume finite(Volume spect, double spacingMm, IProgressMonitor monitor) {
        return Reduction.blocks(spect, spacingMm, value -> value > 0 && value < Float.MAX_VALUE ? value : 0, monitor);
    }

    private static double highest(float[] values) {
        float[] sorted = values.clone();
        Arrays.parallelSort(sorted);
        return sorted[(int) ((sorted.length - 1) * (1 - HIGHEST_SHARE))];
    }

    private static boolean[] counts(Volume image, double highest) {
        Grid grid = image.grid();
        Vector3 spacing = grid.spacingMm();
        int bx = border(spacing.x(), grid.nx());
        int by = border(spacing.y(), grid.ny());
        int bz = border(spacing.z(), grid.nz());
        float[] glow = Reduction.blurred(image, GLOW_SIGMA_MM).values();
        boolean[] counts = new boolean[grid.voxelCount()];
        for (int z = bz; z < grid.nz() - bz; z++) {
            for (int y = by; y < grid.ny() - by; y++) {
                for (int x = bx; x < grid.nx() - bx; x++) {
                    int i = grid.index(x, y, z);
                    counts[i] = glow[i] <= GLOW_FACTOR * image.values()[i] + GLOW_FLOOR * highest;
                }
            }
        }
        return counts;
    }

    /** Voxels of the border along an axis; at least a half of the axis remains. */
    private static int border(double spacingMm, int count) {
        return Math.min((int) Math.round(BORDER_MM / spacingMm), count / 4);
    }

    /** Leaves out voxels by chance, always the same ones, so that not too many remain. */
    private static void thin(boolean[] counts) {
        int count = 0;
        for (boolean each : counts) {
            count += each ? 1 : 0;
        }
        double share = MOST_SAMPLES / (double) count;
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; share < 1 && i < counts.length; i++) {
            counts[i] = counts[i] && random.nextDouble() < share;
        }
    }

    private static Samples chosen(Volume image, boolean[] counts, double highest, int bins) {
        Grid grid = image.grid();
        int count = 0;
        for (boolean each : counts) {
            count += each ? 1 : 0;
        }
        Samples samples = new Samples(new float[count], new float[count], new float[count], new float[count]);
        int at = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i]) {
                Vector3 place = grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), i / (grid.nx() * grid.ny()));
                samples.x()[at] = (float) place.x();
                samples.y()[at] = (float) place.y();
                samples.z()[at] = (float) place.z();
                samples.bins()[at] = bin(image.values()[i], highest, bins);
                at++;
            }
        }
        return samples;
    }
}
