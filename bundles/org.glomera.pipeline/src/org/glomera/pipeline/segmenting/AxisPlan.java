package org.glomera.pipeline.segmenting;

import java.util.ArrayList;
import java.util.List;

/**
 * What a network is shown of an image along one axis: a part of the image, resampled to a number of points, in windows
 * of the input size.
 *
 * @param start the part's first voxel in the image; negative where the image is padded
 * @param count the part's number of voxels
 * @param points how many points it is resampled to, at least {@code window}
 * @param window the network's input size, in points
 * @param overlap share of a window that the next one covers at least
 */
record AxisPlan(int start, int count, int points, int window, double overlap) {

    /** Refuses a part that is no part and points that fill no window. */
    AxisPlan {
        if (count < 1 || window < 1 || points < window) {
            throw new IllegalArgumentException(count + " voxels at " + points + " points are not shown in windows of "
                    + window + ".");
        }
    }

    /** The whole image at the input size. */
    static AxisPlan whole(int voxels, int window) {
        return new AxisPlan(0, voxels, window, window, 0);
    }

    /** A part of {@code count} voxels at the input size, with as much of the image on either side of its middle. */
    static AxisPlan padded(int voxels, int count, int window) {
        return new AxisPlan(-(count - voxels) / 2, count, window, window, 0);
    }

    /** A part of {@code count} voxels at the input size around a place, within the image. */
    static AxisPlan cut(int voxels, int count, double around, int window) {
        int start = (int) Math.round(around - (count - 1) / 2.0);
        return new AxisPlan(Math.max(0, Math.min(voxels - count, start)), count, window, window, 0);
    }

    /** The whole image at more points than a window has. */
    static AxisPlan sliding(int voxels, int points, int window, double overlap) {
        return new AxisPlan(0, voxels, Math.max(points, window), window, overlap);
    }

    /**
     * The first point of each window, in order: spread evenly from the first to the last, as many as it takes for
     * neighbours to overlap by the share or more.
     */
    List<Integer> starts() {
        int steps = (int) Math.ceil((points - window) / (window * (1 - overlap)));
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            starts.add(steps == 0 ? 0 : (int) Math.round((points - window) * (i / (double) steps)));
        }
        return starts.stream().distinct().toList();
    }
}
