package org.glomera.image.resample;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * How the voxels of a target grid lie in a source grid. Where every index of the target runs along one index of the
 * source (in any order and direction), the two are axis-parallel and resampling falls apart into its three axes.
 */
final class GridRelation {

    /** How far, in source voxels over the whole target, an index may drift sideways and still count as parallel. */
    private static final double PARALLEL_TOLERANCE = 1e-3;

    private final Affine3 targetToSource;
    private final double[][] step;
    private final double[] first;
    private final int[] sourceSize;
    private final int[] targetSize;
    private final int[] sourceAxis;

    GridRelation(Grid source, Grid target) {
        targetToSource = source.voxelToPatientMm().inverse().after(target.voxelToPatientMm());
        step = new double[][] {components(targetToSource.column0()), components(targetToSource.column1()),
                components(targetToSource.column2())};
        first = components(targetToSource.offset());
        sourceSize = new int[] {source.nx(), source.ny(), source.nz()};
        targetSize = new int[] {target.nx(), target.ny(), target.nz()};
        sourceAxis = parallelAxes();
    }

    private static double[] components(Vector3 v) {
        return new double[] {v.x(), v.y(), v.z()};
    }

    /** For each target axis the source axis along which it runs, or an empty array when the grids are oblique. */
    private int[] parallelAxes() {
        int[] axes = new int[3];
        boolean[] taken = new boolean[3];
        for (int t = 0; t < 3; t++) {
            int dominant = 0;
            for (int s = 1; s < 3; s++) {
                if (Math.abs(step[t][s]) > Math.abs(step[t][dominant])) {
                    dominant = s;
                }
            }
            for (int s = 0; s < 3; s++) {
                if (s != dominant && Math.abs(step[t][s]) * targetSize[t] > PARALLEL_TOLERANCE) {
                    return new int[0];
                }
            }
            if (taken[dominant]) {
                return new int[0];
            }
            taken[dominant] = true;
            axes[t] = dominant;
        }
        return axes;
    }

    /** Whether every index of the target runs along one index of the source. */
    boolean isAxisParallel() {
        return sourceAxis.length == 3;
    }

    /** From target voxel indices to source voxel indices. */
    Affine3 targetToSource() {
        return targetToSource;
    }

    /** Source voxels that one step along a target axis crosses. */
    double stepLength(int targetAxis) {
        double[] s = step[targetAxis];
        return Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
    }

    /** How one target axis runs along its source axis; of axis-parallel grids only. */
    AxisRelation axis(int targetAxis) {
        int s = sourceAxis[targetAxis];
        int stride = s == 0 ? 1 : s == 1 ? sourceSize[0] : sourceSize[0] * sourceSize[1];
        return new AxisRelation(targetSize[targetAxis], sourceSize[s], step[targetAxis][s], first[s], stride);
    }

    /**
     * One axis of axis-parallel grids: target index i has its centre at source index {@code first + step * i}.
     *
     * @param targetSize voxels of the target along the axis
     * @param sourceSize voxels of the source along the axis
     * @param step source voxels a target voxel, negative where the axes are opposed
     * @param first where the first target voxel's centre lies, in source voxels
     * @param stride distance of source neighbours along the axis in the source's array
     */
    record AxisRelation(int targetSize, int sourceSize, double step, double first, int stride) {
        double centre(int i) {
            return first + step * i;
        }
    }
}
