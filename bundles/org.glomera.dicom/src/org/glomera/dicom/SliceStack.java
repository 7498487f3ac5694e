package org.glomera.dicom;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/** Orders parallel slices along their normal and refuses those that do not make a regular grid. */
final class SliceStack {

    /**
     * How far a slice may lie from its place in the regular grid, as a share of the spacing: files round positions, and
     * a twentieth of a slice is far below what an outline can resolve.
     */
    static final double PLACE_TOLERANCE = 0.05;
    /** Slices closer than this share of the usual spacing are at the same position. */
    private static final double SAME_POSITION = 0.05;
    /** How far the line of the slices' first voxels may lean, sideways per length: 0.01 is 0.6 degrees. */
    private static final double STRAIGHT = 0.01;
    /** How close a gap must be to a whole number of spacings to be called missing slices. */
    private static final double WHOLE = 0.1;

    private final SlicePlane plane;
    private final List<Slice> ordered;
    private final double[] alongMm;
    private final OptionalDouble thicknessMm;

    /**
     * One slice.
     *
     * @param file where it is from
     * @param positionMm the centre of its first voxel
     * @param pixels its voxels
     */
    record Slice(Path file, Vector3 positionMm, CtPixels pixels) {
    }

    /** Takes slices in any order; the thickness is used as spacing where there is a single slice. */
    SliceStack(SlicePlane plane, List<Slice> slices, OptionalDouble thicknessMm) {
        this.plane = plane;
        Vector3 normal = plane.normal();
        this.ordered = slices.stream().sorted(Comparator.comparingDouble(slice -> slice.positionMm().dot(normal)))
                .toList();
        this.alongMm = ordered.stream().mapToDouble(slice -> slice.positionMm().dot(normal)).toArray();
        this.thicknessMm = thicknessMm;
    }

    /** The slices in the order of the grid's third index. */
    List<Slice> ordered() {
        return ordered;
    }

    /**
     * The regular grid of the slices.
     *
     * @throws GlomeraException when there is none; the message names the file and the position
     */
    Grid grid() throws GlomeraException {
        double spacing = spacingMm();
        return new Grid(plane.columns(), plane.rows(), ordered.size(),
                new Affine3(plane.alongRow().times(plane.columnSpacingMm()),
                        plane.alongColumn().times(plane.rowSpacingMm()), plane.normal().times(spacing),
                        ordered.get(0).positionMm()));
    }

    private double spacingMm() throws GlomeraException {
        int last = ordered.size() - 1;
        if (last == 0) {
            return thicknessMm.stream().filter(value -> value > 0).findFirst()
                    .orElseThrow(() -> new GlomeraException(Kind.INPUT, ordered.get(0).file()
                            + " is the only slice of its series and has no slice thickness. Import the whole series."));
        }
        double usual = medianGap();
        requireDistinct(usual);
        requireComplete(usual);
        double spacing = (alongMm[last] - alongMm[0]) / last;
        requireRegular(spacing);
        requireStraight();
        return spacing;
    }

    private double medianGap() {
        double[] gaps = new double[alongMm.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = alongMm[i + 1] - alongMm[i];
        }
        Arrays.sort(gaps);
        return gaps[gaps.length / 2];
    }

    private void requireDistinct(double usual) throws GlomeraException {
        for (int i = 1; i < alongMm.length; i++) {
            if (alongMm[i] - alongMm[i - 1] <= SAME_POSITION * usual) {
                throw problem(String.format(Locale.ROOT, "%s and %s are slices at the same position, %.2f mm. Take one "
                        + "of them out of the folder.", ordered.get(i - 1).file(), ordered.get(i).file(), alongMm[i]));
            }
        }
    }

    private void requireComplete(double usual) throws GlomeraException {
        for (int i = 1; i < alongMm.length; i++) {
            double spacings = (alongMm[i] - alongMm[i - 1]) / usual;
            long whole = Math.round(spacings);
            if (whole >= 2 && Math.abs(spacings - whole) <= WHOLE) {
                throw problem(String.format(Locale.ROOT, "%d slice(s) are missing between %s and %s, at %.2f mm: "
                        + "the slices are %.2f mm apart elsewhere. Export the whole series again.", whole - 1,
                        ordered.get(i - 1).file(), ordered.get(i).file(), alongMm[i - 1] + usual, usual));
            }
        }
    }

    private void requireRegular(double spacing) throws GlomeraException {
        for (int i = 0; i < alongMm.length; i++) {
            double place = alongMm[0] + i * spacing;
            if (Math.abs(alongMm[i] - place) > PLACE_TOLERANCE * spacing) {
                throw problem(String.format(Locale.ROOT, "%s lies at %.2f mm, but evenly spaced slices would have "
                        + "one at %.2f mm: the spacing of the series varies, which is not supported. Reconstruct it "
                        + "with even spacing.", ordered.get(i).file(), alongMm[i], place));
            }
        }
    }

    private void requireStraight() throws GlomeraException {
        Vector3 first = ordered.get(0).positionMm();
        for (int i = 1; i < alongMm.length; i++) {
            double along = alongMm[i] - alongMm[0];
            double sideways = ordered.get(i).positionMm().minus(first).minus(plane.normal().times(along)).length();
            if (sideways > STRAIGHT * along) {
                throw problem(String.format(Locale.ROOT, "%s is shifted by %.2f mm within its plane against %s: the "
                        + "gantry was tilted or the table moved, which is not supported yet. Export the series "
                        + "resampled to upright slices.", ordered.get(i).file(), sideways, ordered.get(0).file()));
            }
        }
    }

    private static GlomeraException problem(String sentence) {
        return new GlomeraException(Kind.INPUT, sentence);
    }
}
