package org.glomera.pipeline.segmenting;

import java.util.ArrayList;
import java.util.List;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;
import org.glomera.pipeline.preparing.CanonicalGrid;
import org.glomera.pipeline.preparing.InputBuilder;

/**
 * Chooses the parts of an image that a network is shown. A network saw its training images at one scale, since each was
 * resampled to the input size; an image with a much smaller or larger field of view would show it kidneys of another
 * size. So along every axis where the image is shorter than {@value #SHORTEST} or longer than {@value #LONGEST} times
 * the trained length, the network is shown the trained length:
 * <ul>
 * <li>a shorter image is padded evenly on both sides;</li>
 * <li>across the body (x, y) a longer one is cut around the body's centre of mass;</li>
 * <li>along the body (z) a longer one is shown in windows that overlap by half or more, whose answers are averaged,
 * each weighted by the distance from its ends, as the kidneys' place along the body is not known.</li>
 * </ul>
 */
final class FieldOfView {

    /** An image of less than this times the trained length is padded. */
    static final double SHORTEST = 0.8;
    /** An image of more than this times the trained length is cut. */
    static final double LONGEST = 1.25;

    /** What belongs to the body: more than this is tissue, in HU; air and lung lie below. */
    private static final double BODY_HU = -300;

    private final Grid canonical;
    private final List<Grid> windows = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    /**
     * Chooses the windows of an image.
     *
     * @param reference the grid of the image that gives the field of view
     * @param trainedMm the trained lengths along x, y and z
     * @param centreMm the body's centre, in patient coordinates
     */
    FieldOfView(Grid reference, Vector3 trainedMm, Vector3 centreMm) {
        this.canonical = CanonicalGrid.of(reference);
        Vector3 length = InputBuilder.fieldOfViewMm(reference);
        Vector3 centre = canonical.voxelToPatientMm().inverse().apply(centreMm);
        Span x = span("from right to left", canonical.nx(), length.x(), trainedMm.x(), centre.x());
        Span y = span("from front to back", canonical.ny(), length.y(), trainedMm.y(), centre.y());
        Span z = span("from feet to head", canonical.nz(), length.z(), trainedMm.z(), Double.NaN);
        for (int start : z.starts()) {
            windows.add(part(x.starts().get(0), y.starts().get(0), start, x.count(), y.count(), z.count()));
        }
    }

    /**
     * A part along one axis.
     *
     * @param starts index of the first voxel, one a window; negative where the image is padded
     * @param count number of voxels
     */
    private record Span(List<Integer> starts, int count) {
    }

    private Span span(String axis, int n, double lengthMm, double trainedMm, double centre) {
        double ratio = lengthMm / trainedMm;
        if (ratio >= SHORTEST && ratio <= LONGEST) {
            return new Span(List.of(0), n);
        }
        int count = Math.max(1, (int) Math.round(n / ratio));
        changes.add("%.0f instead of %.0f mm %s".formatted(lengthMm, trainedMm, axis));
        if (ratio < 1) {
            return new Span(List.of(-(count - n) / 2), count);
        }
        if (!Double.isNaN(centre)) {
            int start = (int) Math.round(centre - (count - 1) / 2.0);
            return new Span(List.of(Math.max(0, Math.min(n - count, start))), count);
        }
        int steps = (int) Math.ceil((n - count) / (count / 2.0));
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            starts.add((int) Math.round((n - count) * (i / (double) steps)));
        }
        return new Span(starts.stream().distinct().toList(), count);
    }

    private Grid part(int x, int y, int z, int nx, int ny, int nz) {
        Affine3 m = canonical.voxelToPatientMm();
        return new Grid(nx, ny, nz, new Affine3(m.column0(), m.column1(), m.column2(), canonical.patientMm(x, y, z)));
    }

    /** The parts that the network is shown; one as long as the image is not longer than {@value #LONGEST} times. */
    List<Grid> windows() {
        return List.copyOf(windows);
    }

    /** How the image differs from the training's, one clause an axis; empty when it does not. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    /** The centre of mass of what is more than air and lung, in patient coordinates; the image's middle when nothing is. */
    static Vector3 bodyCentreMm(Volume ct) {
        Grid grid = ct.grid();
        double sumX = 0;
        double sumY = 0;
        double sumZ = 0;
        long count = 0;
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    if (ct.at(x, y, z) > BODY_HU) {
                        sumX += x;
                        sumY += y;
                        sumZ += z;
                        count++;
                    }
                }
            }
        }
        return count == 0 ? grid.centreMm() : grid.patientMm(sumX / count, sumY / count, sumZ / count);
    }
}
