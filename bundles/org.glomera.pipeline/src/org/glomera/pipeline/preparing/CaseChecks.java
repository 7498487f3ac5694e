package org.glomera.pipeline.preparing;

import java.util.Map;
import java.util.Optional;

import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.image.resample.Resampler;
import org.glomera.network.Channel;

/** Finds what makes a case unusable for a network; the first fault found is the reason. Has no state. */
final class CaseChecks {

    /** Image and delineation are written from one grid; single precision in a NIfTI header moves corners by less. */
    private static final double SAME_GRID_MM = 0.1;
    /**
     * A hybrid network takes a CT that is cut short, padded with air, as long as the CT shows at least this share of
     * the SPECT's field of view: below, most of the second channel would be padding.
     */
    private static final double SMALLEST_FIELD_SHARE = 0.5;
    /** Of each kidney the CT must show at least this share, or the second channel tells nothing about it. */
    private static final double SMALLEST_KIDNEY_SHARE = 0.5;

    private CaseChecks() {
    }

    /**
     * Why the case cannot be used.
     *
     * @param images the network's channels
     * @param kidneys the delineation on the reference image
     * @param reference which image that is
     * @return a sentence; empty when the case can be used
     */
    static Optional<String> fault(Map<Channel, Volume> images, LabelMap kidneys, Channel reference) {
        for (Map.Entry<Channel, Volume> image : images.entrySet()) {
            int bad = image.getValue().nonFiniteCount();
            if (bad > 0) {
                return Optional.of("The " + name(image.getKey()) + " has " + bad
                        + (bad == 1 ? " voxel that is no finite number." : " voxels that are no finite numbers."));
            }
        }
        if (!kidneys.grid().isSameAs(images.get(reference).grid(), SAME_GRID_MM)) {
            return Optional.of("The delineation does not lie on the grid of the " + name(reference) + ".");
        }
        for (Side side : Side.values()) {
            if (kidneys.count(side) == 0) {
                return Optional.of("The " + side.word() + " kidney is not delineated on the " + name(reference) + ".");
            }
            if (touchesFace(kidneys, side)) {
                return Optional.of("The " + side.word() + " kidney is cut off by the edge of the " + name(reference)
                        + "'s field of view.");
            }
        }
        return reference == Channel.SPECT && images.containsKey(Channel.CT)
                ? uncovered(images.get(Channel.CT).grid(), kidneys) : Optional.empty();
    }

    private static Optional<String> uncovered(Grid ct, LabelMap kidneys) {
        double field = Resampler.coveredShare(kidneys.grid(), ct);
        if (field < SMALLEST_FIELD_SHARE) {
            return Optional.of("The CT shows only %.0f %% of the SPECT's field of view; at least %.0f %% are needed."
                    .formatted(100 * field, 100 * SMALLEST_FIELD_SHARE));
        }
        for (Side side : Side.values()) {
            double share = shareInside(kidneys, side, ct);
            if (share < SMALLEST_KIDNEY_SHARE) {
                return Optional.of("The CT shows only %.0f %% of the %s kidney; at least %.0f %% are needed."
                        .formatted(100 * share, side.word(), 100 * SMALLEST_KIDNEY_SHARE));
            }
        }
        return Optional.empty();
    }

    private static double shareInside(LabelMap kidneys, Side side, Grid ct) {
        Grid grid = kidneys.grid();
        Affine3 toCt = ct.voxelToPatientMm().inverse();
        long all = 0;
        long inside = 0;
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    if (kidneys.at(x, y, z) == side.label()) {
                        all++;
                        Vector3 at = toCt.apply(grid.patientMm(x, y, z));
                        inside += within(at.x(), ct.nx()) && within(at.y(), ct.ny()) && within(at.z(), ct.nz()) ? 1
                                : 0;
                    }
                }
            }
        }
        return all == 0 ? 0 : inside / (double) all;
    }

    private static boolean within(double index, int n) {
        return index >= -0.5 && index <= n - 0.5;
    }

    private static boolean touchesFace(LabelMap map, Side side) {
        Grid grid = map.grid();
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                boolean edge = z == 0 || z == grid.nz() - 1 || y == 0 || y == grid.ny() - 1;
                int step = edge || grid.nx() == 1 ? 1 : grid.nx() - 1;
                for (int x = 0; x < grid.nx(); x += step) {
                    if (map.at(x, y, z) == side.label()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String name(Channel channel) {
        return channel == Channel.SPECT ? "SPECT" : "CT";
    }
}
