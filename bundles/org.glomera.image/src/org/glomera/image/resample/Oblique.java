package org.glomera.image.resample;

import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * Resampling between grids that are not axis-parallel. A target voxel's mean or share is taken over regular points
 * within it (supersampling): {@code samples} along each of its axes, each in the middle of its part.
 */
final class Oblique {

    /** Most points along one axis of a target voxel. */
    private static final int MOST_SAMPLES = 16;
    /** Least points along an axis for the share of a label: 216 points a voxel. */
    private static final int LEAST_LABEL_SAMPLES = 6;
    /** A step longer than this many source voxels by rounding only needs no further point. */
    private static final double ROUNDING = 1e-6;

    private final Grid source;
    private final Grid target;
    private final Affine3 map;
    private final GridRelation relation;
    private final int strideZ;

    Oblique(Grid source, Grid target, GridRelation relation) {
        this.source = source;
        this.target = target;
        this.relation = relation;
        this.map = relation.targetToSource();
        this.strideZ = source.nx() * source.ny();
    }

    /** Points a target voxel, per axis, for a mean: no two further apart than a source voxel. */
    int[] meanSamples() {
        int[] samples = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            samples[axis] = limited((int) Math.ceil(relation.stepLength(axis) - ROUNDING), 1);
        }
        return samples;
    }

    /** Points a target voxel, per axis, for a label's share: two a source voxel, at least six. */
    int[] labelSamples() {
        int[] samples = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            samples[axis] = limited((int) Math.ceil(2 * relation.stepLength(axis) - ROUNDING), LEAST_LABEL_SAMPLES);
        }
        return samples;
    }

    private static int limited(int samples, int least) {
        return Math.min(Math.max(samples, least), MOST_SAMPLES);
    }

    /** Means of trilinear interpolation; {@code outside} where a target voxel's centre lies outside the source. */
    float[] means(float[] values, int[] samples, float outside) {
        float[] out = new float[target.voxelCount()];
        double[][] points = points(samples);
        forEachVoxel((index, x, y, z) -> out[index] = isInside(x, y, z) ? mean(values, points, x, y, z) : outside);
        return out;
    }

    private float mean(float[] values, double[][] points, double x, double y, double z) {
        double sum = 0;
        int count = 0;
        for (double[] p : points) {
            if (isInside(x + p[0], y + p[1], z + p[2])) {
                sum += trilinear(values, x + p[0], y + p[1], z + p[2]);
                count++;
            }
        }
        return count == 0 ? (float) trilinear(values, x, y, z) : (float) (sum / count);
    }

    /** Shares of each target voxel in which the nearest label is a member. */
    float[] shares(byte[] labels, boolean[] member, int[] samples) {
        float[] out = new float[target.voxelCount()];
        double[][] points = points(samples);
        forEachVoxel((index, x, y, z) -> {
            int count = 0;
            for (double[] p : points) {
                int at = nearest(x + p[0], y + p[1], z + p[2]);
                if (at >= 0 && member[labels[at] & 0xff]) {
                    count++;
                }
            }
            out[index] = (float) (count / (double) points.length);
        });
        return out;
    }

    /** The label with the largest share of each target voxel. */
    byte[] largestShares(byte[] labels, int[] samples) {
        byte[] out = new byte[target.voxelCount()];
        double[][] points = points(samples);
        forEachVoxel(() -> {
            LabelShares shares = new LabelShares();
            return (index, x, y, z) -> {
                for (double[] p : points) {
                    int at = nearest(x + p[0], y + p[1], z + p[2]);
                    if (at >= 0 && labels[at] != 0) {
                        shares.add(labels[at] & 0xff, 1.0 / points.length);
                    }
                }
                out[index] = (byte) shares.takeLargest();
            };
        });
        return out;
    }

    /** The label of the nearest source voxel, 0 outside. */
    byte[] nearest(byte[] labels) {
        byte[] out = new byte[target.voxelCount()];
        forEachVoxel((index, x, y, z) -> {
            int at = nearest(x, y, z);
            out[index] = at < 0 ? 0 : labels[at];
        });
        return out;
    }

    /** How many target voxels have their centre within the source's faces. */
    long insideCount() {
        return IntStream.range(0, target.nz()).parallel().mapToLong(k -> {
            long count = 0;
            for (int j = 0; j < target.ny(); j++) {
                for (int i = 0; i < target.nx(); i++) {
                    double[] c = position(i, j, k);
                    if (isInside(c[0], c[1], c[2])) {
                        count++;
                    }
                }
            }
            return count;
        }).sum();
    }

    /** Called with a voxel's place in the target's array and its centre in source voxels. */
    @FunctionalInterface
    private interface VoxelAction {
        void at(int index, double x, double y, double z);
    }

    private void forEachVoxel(VoxelAction action) {
        forEachVoxel(() -> action);
    }

    /** Calls an action for every voxel; each slice gets an action of its own, which one thread uses. */
    private void forEachVoxel(Supplier<VoxelAction> actionOfSlice) {
        IntStream.range(0, target.nz()).parallel().forEach(k -> {
            VoxelAction action = actionOfSlice.get();
            for (int j = 0; j < target.ny(); j++) {
                for (int i = 0; i < target.nx(); i++) {
                    double[] c = position(i, j, k);
                    action.at(target.index(i, j, k), c[0], c[1], c[2]);
                }
            }
        });
    }

    private double[] position(int i, int j, int k) {
        return new double[] {
                map.column0().x() * i + map.column1().x() * j + map.column2().x() * k + map.offset().x(),
                map.column0().y() * i + map.column1().y() * j + map.column2().y() * k + map.offset().y(),
                map.column0().z() * i + map.column1().z() * j + map.column2().z() * k + map.offset().z()};
    }

    /** The points of a target voxel relative to its centre, in source voxels. */
    private double[][] points(int[] samples) {
        double[][] points = new double[samples[0] * samples[1] * samples[2]][];
        int n = 0;
        for (int c = 0; c < samples[2]; c++) {
            for (int b = 0; b < samples[1]; b++) {
                for (int a = 0; a < samples[0]; a++) {
                    double u = (a + 0.5) / samples[0] - 0.5;
                    double v = (b + 0.5) / samples[1] - 0.5;
                    double w = (c + 0.5) / samples[2] - 0.5;
                    Vector3 p = map.applyToDirection(new Vector3(u, v, w));
                    points[n++] = new double[] {p.x(), p.y(), p.z()};
                }
            }
        }
        return points;
    }

    private boolean isInside(double x, double y, double z) {
        return AxisWeights.isInside(x, source.nx()) && AxisWeights.isInside(y, source.ny())
                && AxisWeights.isInside(z, source.nz());
    }

    private int nearest(double x, double y, double z) {
        if (!isInside(x, y, z)) {
            return -1;
        }
        return Nearest.index(x, source.nx()) + source.nx() * Nearest.index(y, source.ny())
                + strideZ * Nearest.index(z, source.nz());
    }

    private double trilinear(float[] values, double px, double py, double pz) {
        double x = clamped(px, source.nx());
        double y = clamped(py, source.ny());
        double z = clamped(pz, source.nz());
        int x0 = (int) x;
        int y0 = (int) y;
        int z0 = (int) z;
        double fx = x - x0;
        double fy = y - y0;
        double fz = z - z0;
        int dx = fx > AxisWeights.SMALLEST_WEIGHT ? 1 : 0;
        int dy = fy > AxisWeights.SMALLEST_WEIGHT ? source.nx() : 0;
        int dz = fz > AxisWeights.SMALLEST_WEIGHT ? strideZ : 0;
        int at = x0 + source.nx() * y0 + strideZ * z0;
        double front = mix(mix(values[at], values[at + dx], fx), mix(values[at + dy], values[at + dy + dx], fx), fy);
        int up = at + dz;
        double back = mix(mix(values[up], values[up + dx], fx), mix(values[up + dy], values[up + dy + dx], fx), fy);
        return mix(front, back, fz);
    }

    private static double clamped(double c, int size) {
        double inside = Math.min(Math.max(c, 0), size - 1.0);
        double whole = Math.rint(inside);
        return Math.abs(inside - whole) <= AxisWeights.SMALLEST_WEIGHT ? whole : inside;
    }

    private static double mix(double a, double b, double share) {
        return a + share * (b - a);
    }
}
