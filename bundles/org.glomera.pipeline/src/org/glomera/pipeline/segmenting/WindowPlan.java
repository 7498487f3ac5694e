package org.glomera.pipeline.segmenting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.network.model.InputPreparation;
import org.glomera.pipeline.SegmentRequest.Windowing;
import org.glomera.pipeline.preparing.CanonicalGrid;
import org.glomera.pipeline.preparing.InputBuilder;

/**
 * Chooses what a network is shown of an image. A network saw its training images at one scale, since each was resampled
 * to the input size; an image with a much smaller or larger field of view would show it kidneys of another size.
 * <p>
 * <b>As in training</b>, along every axis where the image is shorter than {@value #SHORTEST} or longer than
 * {@value #LONGEST} times the trained length, the network is shown the trained length, else the image as it is:
 * <ul>
 * <li>a shorter image is padded evenly on both sides;</li>
 * <li>across the body (x, y) a longer one is cut around the body's centre of mass;</li>
 * <li>along the body (z) a longer one is shown in windows that overlap by half or more, as the kidneys' place along the
 * body is not known.</li>
 * </ul>
 * <b>In sliding windows</b> the whole image is brought to the spacing of the training (trained length / input size) or a
 * finer one, never stretched, and shown in windows along every axis; what is smaller than a window is padded.
 * <p>
 * All windows are parts of one lattice of points, so that the image is resampled once and so are the answers, see
 * {@link WindowSum}.
 */
final class WindowPlan {

    /** An image of less than this times the trained length is padded. */
    static final double SHORTEST = 0.8;
    /** An image of more than this times the trained length is cut or shown in windows. */
    static final double LONGEST = 1.25;
    /** More windows take hours at the full size, and are a wrong spacing in a header or an option. */
    static final int MOST_WINDOWS = 2000;
    /** More points than these times four bytes, an array a channel and one for the sum, are no image of a patient. */
    static final long MOST_POINTS = 1L << 28;

    /** A shown spacing of less than this share of the trained one changes the kidneys' scale. */
    private static final double SAME_SCALE = SHORTEST - 1e-6;
    /** No axis has as many; beyond, the number of windows is refused. */
    private static final int MOST_POINTS_ALONG = 1 << 20;
    private static final String[] AXES = {"from right to left", "from front to back", "from feet to head"};

    private final List<String> changes = new ArrayList<>();
    private final AxisPlan[] axes = new AxisPlan[3];
    private final Vector3 trainedSpacingMm;
    private final Grid field;
    private final Grid lattice;

    private WindowPlan(Grid reference, InputPreparation preparation, Windowing windowing, Vector3 bodyMm)
            throws GlomeraException {
        Grid canonical = CanonicalGrid.of(reference);
        double[] voxels = {canonical.nx(), canonical.ny(), canonical.nz()};
        double[] window = {preparation.nx(), preparation.ny(), preparation.nz()};
        double[] length = components(InputBuilder.fieldOfViewMm(reference));
        double[] trained = components(preparation.fieldOfViewMm());
        double[] body = components(canonical.voxelToPatientMm().inverse().apply(bodyMm));
        trainedSpacingMm = new Vector3(trained[0] / window[0], trained[1] / window[1], trained[2] / window[2]);
        for (int axis = 0; axis < 3; axis++) {
            int n = (int) voxels[axis];
            int size = (int) window[axis];
            axes[axis] = windowing instanceof Windowing.Sliding sliding
                    ? sliding(n, length[axis], size, trained[axis] / size, sliding)
                    : asTraining(axis, n, length[axis], size, trained[axis], body[axis]);
        }
        field = part(canonical, axes[0].start(), axes[1].start(), axes[2].start(), axes[0].count(), axes[1].count(),
                axes[2].count());
        long points = (long) axes[0].points() * axes[1].points() * axes[2].points();
        long count = (long) axes[0].starts().size() * axes[1].starts().size() * axes[2].starts().size();
        if (points > MOST_POINTS || count > MOST_WINDOWS) {
            throw new GlomeraException(Kind.CONFIGURATION, String.format(Locale.ROOT, "The image would be shown to the "
                    + "network at %d x %d x %d points in %d windows, which is too much: at most %d points and %d windows "
                    + "are calculated. Take a coarser spacing or a smaller overlap, or cut the image to the abdomen.",
                    axes[0].points(), axes[1].points(), axes[2].points(), count, MOST_POINTS, MOST_WINDOWS));
        }
        lattice = field.withSize(axes[0].points(), axes[1].points(), axes[2].points());
    }

    /**
     * Plans.
     *
     * @param reference the grid of the image that gives the field of view
     * @param preparation how the network's training images became its input
     * @param windowing as in training or sliding
     * @param bodyMm the body's centre, in patient coordinates
     * @throws GlomeraException when there would be too many windows or points
     */
    static WindowPlan of(Grid reference, InputPreparation preparation, Windowing windowing, Vector3 bodyMm)
            throws GlomeraException {
        return new WindowPlan(reference, preparation, windowing, bodyMm);
    }

    private AxisPlan asTraining(int axis, int voxels, double lengthMm, int window, double trainedMm, double body) {
        double ratio = lengthMm / trainedMm;
        if (ratio >= SHORTEST && ratio <= LONGEST) {
            return AxisPlan.whole(voxels, window);
        }
        changes.add(String.format(Locale.ROOT, "%.0f instead of %.0f mm %s", lengthMm, trainedMm, AXES[axis]));
        int count = Math.max(1, (int) Math.round(voxels / ratio));
        if (ratio < 1) {
            return AxisPlan.padded(voxels, count, window);
        }
        return axis == 2
                ? AxisPlan.sliding(voxels, points(window * ratio), window, Windowing.OVERLAP)
                : AxisPlan.cut(voxels, count, body, window);
    }

    private static AxisPlan sliding(int voxels, double lengthMm, int window, double trainedSpacingMm,
            Windowing.Sliding sliding) {
        double spacing = Math.min(trainedSpacingMm, sliding.finestSpacingMm().orElse(trainedSpacingMm));
        double points = lengthMm / spacing;
        if (points < window) {
            return AxisPlan.padded(voxels, Math.max(1, (int) Math.round(voxels * (window / points))), window);
        }
        return AxisPlan.sliding(voxels, points(points), window, sliding.overlap());
    }

    /** Rounded; more than any image has are refused by their windows. */
    private static int points(double points) {
        return (int) Math.min(Math.round(points), MOST_POINTS_ALONG);
    }

    private static double[] components(Vector3 vector) {
        return new double[] {vector.x(), vector.y(), vector.z()};
    }

    private static Grid part(Grid grid, int x, int y, int z, int nx, int ny, int nz) {
        Affine3 m = grid.voxelToPatientMm();
        return new Grid(nx, ny, nz, new Affine3(m.column0(), m.column1(), m.column2(), grid.patientMm(x, y, z)));
    }

    /** The part of the image that is shown, padded where it is larger, with voxels of the image's size. */
    Grid field() {
        return field;
    }

    /** The points over that part. */
    Grid lattice() {
        return lattice;
    }

    /** What is shown along x, y or z. */
    AxisPlan axis(int axis) {
        return axes[axis];
    }

    /**
     * A window, or another box of the lattice.
     *
     * @param x its first point along x
     * @param y its first point along y
     * @param z its first point along z
     * @param nx its number of points along x
     * @param ny its number of points along y
     * @param nz its number of points along z
     */
    record Box(int x, int y, int z, int nx, int ny, int nz) {

        /** Its values of those of a lattice, x fastest. */
        float[] of(float[] values, Grid lattice) {
            if (nx == lattice.nx() && ny == lattice.ny() && nz == lattice.nz()) {
                return values;
            }
            float[] own = new float[nx * ny * nz];
            for (int k = 0; k < nz; k++) {
                for (int j = 0; j < ny; j++) {
                    System.arraycopy(values, lattice.index(x, y + j, z + k), own, (k * ny + j) * nx, nx);
                }
            }
            return own;
        }

        /** This box within another that holds it. */
        Box within(Box outer) {
            return new Box(x - outer.x, y - outer.y, z - outer.z, nx, ny, nz);
        }

        /** The box as a grid of the lattice. */
        Grid grid(Grid lattice) {
            return part(lattice, x, y, z, nx, ny, nz);
        }
    }

    /** The windows, x fastest. */
    List<Box> windows() {
        List<Box> windows = new ArrayList<>();
        for (int z : axes[2].starts()) {
            for (int y : axes[1].starts()) {
                for (int x : axes[0].starts()) {
                    windows.add(new Box(x, y, z, axes[0].window(), axes[1].window(), axes[2].window()));
                }
            }
        }
        return windows;
    }

    /**
     * The box by whose values a window is normalised: as in training, a field of view of the trained length around it,
     * where the image is as long. At the spacing of the training it is the window itself.
     */
    Box normalisedOver(Box window) {
        Vector3 spacing = lattice.spacingMm();
        int nx = trained(0, trainedSpacingMm.x() / spacing.x());
        int ny = trained(1, trainedSpacingMm.y() / spacing.y());
        int nz = trained(2, trainedSpacingMm.z() / spacing.z());
        return new Box(around(window.x(), 0, nx), around(window.y(), 1, ny), around(window.z(), 2, nz), nx, ny, nz);
    }

    private int trained(int axis, double finer) {
        return Math.max(axes[axis].window(), Math.min(axes[axis].points(), (int) Math.round(axes[axis].window()
                * finer)));
    }

    private int around(int start, int axis, int length) {
        int wanted = start - (length - axes[axis].window()) / 2;
        return Math.max(0, Math.min(axes[axis].points() - length, wanted));
    }

    /** How the image differs from the training's, one clause an axis; empty when it does not. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    /** What a user should know of what is shown, as sentences. */
    List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        int windows = windows().size();
        if (!changes.isEmpty()) {
            caveats.add("The image's field of view is not the training's: " + String.join(", ", changes) + ". It was "
                    + (windows > 1 ? "shown to the network in " + windows + " overlapping parts."
                            : "cut or padded to it."));
        }
        Vector3 shown = lattice.spacingMm();
        if (shown.x() < SAME_SCALE * trainedSpacingMm.x() || shown.y() < SAME_SCALE * trainedSpacingMm.y()
                || shown.z() < SAME_SCALE * trainedSpacingMm.z()) {
            caveats.add("The network was shown points that are " + mm(shown) + " apart; in training they were "
                    + mm(trainedSpacingMm) + " apart, so organs look larger to it than it knows them.");
        }
        return caveats;
    }

    private static String mm(Vector3 spacing) {
        return String.format(Locale.ROOT, "%.2f x %.2f x %.2f mm", spacing.x(), spacing.y(), spacing.z());
    }
}
