package org.glomera.image.resample;

import java.util.Arrays;
import java.util.Set;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;

/** Labels onto another grid by interpolation of their signed distances; see {@link Resampler#byShape}. */
final class ShapeLabels {

    /** Voxels of background around a label's box: interpolation never reaches beyond. */
    private static final int MARGIN = 2;

    private final LabelMap source;
    private final Grid target;
    private final Affine3 targetToSource;
    private final double[] spacingMm;
    private final byte[] labels;
    /** How far inside its label's surface each target voxel lies, in mm, of the labels so far. */
    private final float[] depth;

    private ShapeLabels(LabelMap source, Grid target) {
        this.source = source;
        this.target = target;
        targetToSource = source.grid().voxelToPatientMm().inverse().after(target.voxelToPatientMm());
        Vector3 spacing = source.grid().spacingMm();
        spacingMm = new double[] {spacing.x(), spacing.y(), spacing.z()};
        labels = new byte[target.voxelCount()];
        depth = new float[target.voxelCount()];
    }

    static LabelMap resample(LabelMap source, Grid target) {
        ShapeLabels shapes = new ShapeLabels(source, target);
        int[][] boxes = shapes.boxes();
        for (int label = 1; label < 256; label++) {
            if (boxes[label] != null) {
                shapes.draw(label, boxes[label]);
            }
        }
        return new LabelMap(target, shapes.labels);
    }

    /** For each label that occurs the least x, y, z and the greatest. */
    private int[][] boxes() {
        int[][] boxes = new int[256][];
        Grid grid = source.grid();
        for (int i = 0; i < source.labels().length; i++) {
            int label = source.labels()[i] & 0xff;
            if (label != 0) {
                int[] at = {i % grid.nx(), i / grid.nx() % grid.ny(), i / grid.nx() / grid.ny()};
                if (boxes[label] == null) {
                    boxes[label] = new int[] {at[0], at[1], at[2], at[0], at[1], at[2]};
                }
                int[] box = boxes[label];
                for (int axis = 0; axis < 3; axis++) {
                    box[axis] = Math.min(box[axis], at[axis]);
                    box[axis + 3] = Math.max(box[axis + 3], at[axis]);
                }
            }
        }
        return boxes;
    }

    private void draw(int label, int[] box) {
        int[] low = {box[0] - MARGIN, box[1] - MARGIN, box[2] - MARGIN};
        int[] size = {box[3] - box[0] + 1 + 2 * MARGIN, box[4] - box[1] + 1 + 2 * MARGIN,
                box[5] - box[2] + 1 + 2 * MARGIN};
        Field field = new Field(SignedDistance.of(mask(label, low, size), size, spacingMm), low, size);
        int[] range = targetRange(low, size);
        int nx = range[3] - range[0];
        int ny = range[4] - range[1];
        int nz = range[5] - range[2];
        if (nx <= 0 || ny <= 0 || nz <= 0) {
            return;
        }
        float[] distances = new float[nx * ny * nz];
        for (int i = 0; i < distances.length; i++) {
            Vector3 at = targetToSource.apply(range[0] + i % nx, range[1] + i / nx % ny, range[2] + i / nx / ny);
            distances[i] = isInside(at) ? field.at(at) : Float.MAX_VALUE;
        }
        float level = level(label, distances);
        for (int i = 0; i < distances.length; i++) {
            float inside = level - distances[i];
            int to = target.index(range[0] + i % nx, range[1] + i / nx % ny, range[2] + i / nx / ny);
            if (inside > depth[to]) {
                depth[to] = inside;
                labels[to] = (byte) label;
            }
        }
    }

    private boolean[] mask(int label, int[] low, int[] size) {
        boolean[] mask = new boolean[size[0] * size[1] * size[2]];
        for (int i = 0; i < mask.length; i++) {
            int x = low[0] + i % size[0];
            int y = low[1] + i / size[0] % size[1];
            int z = low[2] + i / size[0] / size[1];
            mask[i] = source.grid().contains(x, y, z) && source.at(x, y, z) == label;
        }
        return mask;
    }

    /** The target voxels that may lie in a box of the source: from x, y, z, to x, y, z exclusive. */
    private int[] targetRange(int[] low, int[] size) {
        Affine3 toTarget = targetToSource.inverse();
        double[] least = {1e9, 1e9, 1e9};
        double[] most = {-1e9, -1e9, -1e9};
        for (int corner = 0; corner < 8; corner++) {
            Vector3 at = toTarget.apply(low[0] + (corner & 1) * (size[0] - 1.0),
                    low[1] + (corner >> 1 & 1) * (size[1] - 1.0), low[2] + (corner >> 2 & 1) * (size[2] - 1.0));
            double[] p = {at.x(), at.y(), at.z()};
            for (int axis = 0; axis < 3; axis++) {
                least[axis] = Math.min(least[axis], p[axis]);
                most[axis] = Math.max(most[axis], p[axis]);
            }
        }
        int[] n = {target.nx(), target.ny(), target.nz()};
        int[] range = new int[6];
        for (int axis = 0; axis < 3; axis++) {
            range[axis] = (int) Math.max(0, Math.floor(least[axis]));
            range[axis + 3] = (int) Math.min(n[axis], Math.ceil(most[axis]) + 1);
        }
        return range;
    }

    private boolean isInside(Vector3 at) {
        return AxisWeights.isInside(at.x(), source.grid().nx()) && AxisWeights.isInside(at.y(), source.grid().ny())
                && AxisWeights.isInside(at.z(), source.grid().nz());
    }

    /** The distance up to which voxels belong to the label, so that it keeps the volume that the target covers. */
    private float level(int label, float[] distances) {
        double wanted = 0;
        for (float share : Resampler.fraction(source, Set.of(label), target)) {
            wanted += share;
        }
        float most = (float) (0.5 * Math.min(spacingMm[0], Math.min(spacingMm[1], spacingMm[2])));
        float[] sorted = distances.clone();
        Arrays.sort(sorted);
        int count = (int) Math.min(Math.round(wanted), sorted.length);
        if (count == 0) {
            return -most;
        }
        float last = sorted[count - 1];
        float next = count < sorted.length ? sorted[count] : last;
        float level = next == last ? Math.nextUp(last) : last + (Math.min(next, most + last) - last) / 2;
        return Math.max(-most, Math.min(most, level));
    }

    /**
     * Signed distances on a box of the source.
     *
     * @param values in mm, x fastest
     * @param low the source index of the first voxel
     * @param size voxels along x, y, z
     */
    private record Field(float[] values, int[] low, int[] size) {

        /** By trilinear interpolation; far outside beyond the box. */
        float at(Vector3 sourceIndex) {
            double x = sourceIndex.x() - low[0];
            double y = sourceIndex.y() - low[1];
            double z = sourceIndex.z() - low[2];
            if (!(x >= 0 && y >= 0 && z >= 0 && x <= size[0] - 1 && y <= size[1] - 1 && z <= size[2] - 1)) {
                return Float.MAX_VALUE;
            }
            int ix = (int) Math.min(x, size[0] - 2);
            int iy = (int) Math.min(y, size[1] - 2);
            int iz = (int) Math.min(z, size[2] - 2);
            int i = (iz * size[1] + iy) * size[0] + ix;
            int up = size[0] * size[1];
            double front = mix(row(i, x - ix), row(i + size[0], x - ix), y - iy);
            double back = mix(row(i + up, x - ix), row(i + up + size[0], x - ix), y - iy);
            return (float) mix(front, back, z - iz);
        }

        private double row(int i, double fraction) {
            return mix(values[i], values[i + 1], fraction);
        }

        private static double mix(double a, double b, double fraction) {
            return a + (b - a) * fraction;
        }
    }
}
