package org.glomera.pipeline.preparing;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * Turns a grid so that its first index grows to the patient's left, its second to the back and its third to the head,
 * as near as its axes allow. A network sees every image in this orientation, in whatever order a file stores it; no
 * voxel centre moves by it.
 */
public final class CanonicalGrid {

    private CanonicalGrid() {
    }

    /** The turned grid: the same voxels in another order. */
    public static Grid of(Grid grid) {
        Affine3 m = grid.voxelToPatientMm();
        Vector3[] columns = {m.column0(), m.column1(), m.column2()};
        int[] sizes = {grid.nx(), grid.ny(), grid.nz()};
        int[] order = order(columns);
        Vector3 first = m.offset();
        Vector3[] turned = new Vector3[3];
        int[] turnedSizes = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            Vector3 column = columns[order[axis]];
            turnedSizes[axis] = sizes[order[axis]];
            if (component(column, axis) < 0) {
                first = first.plus(column.times(turnedSizes[axis] - 1.0));
                column = column.times(-1);
            }
            turned[axis] = column;
        }
        return new Grid(turnedSizes[0], turnedSizes[1], turnedSizes[2],
                new Affine3(turned[0], turned[1], turned[2], first));
    }

    /** For each patient axis the column that runs most along it; each column once, the clearest of the six first. */
    private static int[] order(Vector3[] columns) {
        int[][] permutations = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        int[] best = permutations[0];
        double bestScore = -1;
        for (int[] permutation : permutations) {
            double score = 0;
            for (int axis = 0; axis < 3; axis++) {
                Vector3 column = columns[permutation[axis]];
                score += Math.abs(component(column, axis)) / column.length();
            }
            if (score > bestScore) {
                bestScore = score;
                best = permutation;
            }
        }
        return best;
    }

    private static double component(Vector3 vector, int axis) {
        return switch (axis) {
            case 0 -> vector.x();
            case 1 -> vector.y();
            default -> vector.z();
        };
    }
}
