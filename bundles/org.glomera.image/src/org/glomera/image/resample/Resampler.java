package org.glomera.image.resample;

import java.util.Set;
import java.util.function.Function;

import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.image.resample.GridRelation.AxisRelation;

/**
 * Brings volumes and label maps onto another grid. Positions are compared in patient space (DICOM LPS millimetres), so
 * the two grids may differ in spacing, size, direction and order of their indices.
 * <p>
 * The field of view of a grid reaches to the outer faces of its outermost voxels, half a voxel beyond their centres.
 * Whether a target voxel is outside is decided by its centre (with a tolerance of a thousandth of a source voxel, for
 * headers in single precision). Between the outermost centres and the faces the outermost value holds.
 * <p>
 * Grids whose axes are parallel, in any order and direction, are resampled axis by axis with exact weights. For oblique
 * grids interpolation is exact too, and means and shares are taken over points within each target voxel
 * (see {@link #average} and {@link #fraction}).
 * <p>
 * A NaN of the source spreads to exactly those target voxels in which it has weight. The work is shared out over the
 * processors; the result does not depend on their number. Safe for use by several threads.
 */
public final class Resampler {

    private Resampler() {
    }

    /**
     * Trilinear interpolation between the source voxels' centres at the target voxels' centres. It does not smooth
     * where target voxels are larger; {@link #average} does.
     *
     * @param outside the value of target voxels outside the source's field of view, in the source's unit
     */
    public static Volume trilinear(Volume source, Grid target, float outside) {
        GridRelation relation = new GridRelation(source.grid(), target);
        float[] values = relation.isAxisParallel()
                ? separable(relation, target, AxisWeights::linear).sums(Separable.of(source.values()), outside)
                : new Oblique(source.grid(), target, relation).means(source.values(), new int[] {1, 1, 1}, outside);
        return new Volume(target, source.quantity(), values);
    }

    /**
     * The mean of the source over each target voxel, for sampling down without aliasing. Along an axis on which the
     * target voxel is larger than the source voxel, source voxels count by the length of their overlap with it; along
     * an axis on which it is not, values are interpolated linearly. (At equal size the two are the same.) Of a target
     * voxel that sticks out of the field of view with its centre inside, the mean is over the part inside.
     * <p>
     * Oblique grids: the mean of trilinear interpolation at regular points within the target voxel, along each of its
     * axes as many as it crosses source voxels, at most 16.
     *
     * @param outside the value of target voxels whose centre is outside the source's field of view, in the source's
     *        unit
     */
    public static Volume average(Volume source, Grid target, float outside) {
        GridRelation relation = new GridRelation(source.grid(), target);
        float[] values;
        if (relation.isAxisParallel()) {
            values = separable(relation, target, AxisWeights::mean).sums(Separable.of(source.values()), outside);
        } else {
            Oblique oblique = new Oblique(source.grid(), target, relation);
            values = oblique.means(source.values(), oblique.meanSamples(), outside);
        }
        return new Volume(target, source.quantity(), values);
    }

    /**
     * The label of the source voxel whose centre is nearest to each target voxel's centre, background (0) outside the
     * source's field of view. Half-way between two voxels the one with the higher source index counts.
     */
    public static LabelMap nearest(LabelMap source, Grid target) {
        GridRelation relation = new GridRelation(source.grid(), target);
        byte[] labels = relation.isAxisParallel()
                ? Nearest.labels(source.labels(), relation.axis(0), relation.axis(1), relation.axis(2))
                : new Oblique(source.grid(), target, relation).nearest(source.labels());
        return new LabelMap(target, labels);
    }

    /**
     * The label with the largest share of each target voxel's volume. Background is counted like a label, and what lies
     * outside the source's field of view is background, so that on average volumes are kept. Of equal shares the lower
     * label wins, background first. Shares are those of {@link #fraction}.
     */
    public static LabelMap byFraction(LabelMap source, Grid target) {
        GridRelation relation = new GridRelation(source.grid(), target);
        byte[] labels;
        if (relation.isAxisParallel()) {
            labels = separable(relation, target, AxisWeights::share).largestShares(source.labels());
        } else {
            Oblique oblique = new Oblique(source.grid(), target, relation);
            labels = oblique.largestShares(source.labels(), oblique.labelSamples());
        }
        return new LabelMap(target, labels);
    }

    /**
     * Labels onto a finer grid without the steps of the coarse one: for each label the signed distance from its surface
     * is interpolated trilinearly, and the voxels that lie deepest are taken, as many as make the volume that the
     * target covers of it. Where labels compete, the one whose surface is farther away wins; of equal ones the lower.
     * <p>
     * A label keeps its volume within one per cent when it is several voxels thick. One that is connected stays so, and
     * gets no holes, when it is at least two voxels thick everywhere; thinner parts may open or vanish, and
     * {@link #nearest} keeps them. On coarser grids {@link #byFraction} is the one to take. What lies outside the
     * source's field of view is background.
     * <p>
     * Distances are exact for axes at right angles; a sheared source is treated as if its axes were.
     */
    public static LabelMap byShape(LabelMap source, Grid target) {
        return ShapeLabels.resample(source, target);
    }

    /**
     * The share, 0 to 1, of each target voxel's volume that bears one of the labels. What lies outside the source's
     * field of view bears none. Shares times the target's voxel volume sum up to the labels' volume, wherever the
     * target covers them: exactly for axis-parallel grids.
     * <p>
     * Oblique grids: the share of regular points within the target voxel whose nearest source voxel bears a label,
     * along each of its axes two a source voxel, at least 6 and at most 16; with six a share is a multiple of 1/216.
     *
     * @param labels labels between 0 and 255
     * @return one share a target voxel, x fastest
     */
    public static float[] fraction(LabelMap source, Set<Integer> labels, Grid target) {
        boolean[] member = new boolean[256];
        for (int label : labels) {
            if (label < 0 || label > 255) {
                throw new IllegalArgumentException("Labels lie between 0 and 255; " + label + " does not.");
            }
            member[label] = true;
        }
        GridRelation relation = new GridRelation(source.grid(), target);
        if (relation.isAxisParallel()) {
            return separable(relation, target, AxisWeights::share).shares(Separable.of(source.labels(), member));
        }
        Oblique oblique = new Oblique(source.grid(), target, relation);
        return oblique.shares(source.labels(), member, oblique.labelSamples());
    }

    /**
     * As {@link #trilinear}: brings a volume onto a grid that may be larger than its field of view, and fills up with a
     * constant.
     *
     * @param outside the constant, in the source's unit: 0 for activity, air (-1000) for Hounsfield units
     */
    public static Volume zeroPad(Volume source, Grid target, float outside) {
        return trilinear(source, target, outside);
    }

    /** The share, 0 to 1, of {@code of}'s voxels whose centre lies within the field of view of {@code by}. */
    public static double coveredShare(Grid of, Grid by) {
        GridRelation relation = new GridRelation(by, of);
        if (!relation.isAxisParallel()) {
            return new Oblique(by, of, relation).insideCount() / (double) of.voxelCount();
        }
        return insideShare(relation.axis(0)) * insideShare(relation.axis(1)) * insideShare(relation.axis(2));
    }

    private static double insideShare(AxisRelation axis) {
        int count = 0;
        for (int i = 0; i < axis.targetSize(); i++) {
            if (AxisWeights.isInside(axis.centre(i), axis.sourceSize())) {
                count++;
            }
        }
        return count / (double) axis.targetSize();
    }

    private static Separable separable(GridRelation relation, Grid target,
            Function<AxisRelation, AxisWeights> weights) {
        return new Separable(weights.apply(relation.axis(0)), weights.apply(relation.axis(1)),
                weights.apply(relation.axis(2)), target.nx(), target.ny(), target.nz());
    }
}
