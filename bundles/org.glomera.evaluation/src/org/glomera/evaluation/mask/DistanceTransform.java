package org.glomera.evaluation.mask;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.glomera.core.geometry.Vector3;

/**
 * The exact Euclidean distance of voxels of a box from the nearest of a set of voxels, in millimetres on a grid with
 * three perpendicular axes and any spacing. Axis by axis the squared distance is the lower envelope of parabolas
 * (Felzenszwalb and Huttenlocher, Distance transforms of sampled functions, Theory of Computing 8, 2012), in double
 * precision. Time is linear in the number of voxels. The box is worked through in blocks of columns, so memory is two
 * bytes a voxel and a little, and only columns that are asked for are looked at.
 */
public final class DistanceTransform {

    /** Columns along x that are worked on together: one cache line of the distances along x. */
    private static final int BLOCK = 32;
    private static final char NONE = Character.MAX_VALUE;

    private final int nx;
    private final int ny;
    private final int nz;
    private final Vector3 spacingMm;
    /** Distance in voxels to the nearest feature of the same row; not set in rows without one. */
    private final char[] alongX;
    /** For each z, the y of rows with features; for no z without one. */
    private final int[][] rows;
    /** Every z that has features. */
    private final int[] planes;

    /**
     * Measures along the rows.
     *
     * @param features the voxels from which distances are taken, at least one, as places in an array of nx times ny
     *        times nz voxels, x fastest
     * @throws IllegalArgumentException without features and for more than 65,534 voxels along x
     */
    public DistanceTransform(int nx, int ny, int nz, Vector3 spacingMm, int[] features) {
        if (features.length == 0 || nx >= NONE) {
            throw new IllegalArgumentException(features.length == 0 ? "There is nothing to take distances from."
                    : "A row of " + nx + " voxels is too long.");
        }
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        this.spacingMm = spacingMm;
        this.alongX = new char[Math.multiplyExact(Math.multiplyExact(nx, ny), nz)];
        boolean[] used = new boolean[ny * nz];
        for (int feature : features) {
            int row = feature / nx;
            if (!used[row]) {
                used[row] = true;
                Arrays.fill(alongX, row * nx, (row + 1) * nx, NONE);
            }
            alongX[feature] = 0;
        }
        this.rows = new int[nz][];
        for (int z = 0; z < nz; z++) {
            rows[z] = measureRows(used, z);
        }
        this.planes = IntStream.range(0, nz).filter(z -> rows[z].length > 0).toArray();
    }

    private int[] measureRows(boolean[] used, int z) {
        int[] found = new int[ny];
        int count = 0;
        for (int y = 0; y < ny; y++) {
            if (used[z * ny + y]) {
                measureRow((z * ny + y) * nx);
                found[count++] = y;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void measureRow(int from) {
        int last = from + nx - 1;
        for (int i = from + 1; i <= last; i++) {
            if (alongX[i - 1] != NONE && alongX[i] > alongX[i - 1]) {
                alongX[i] = (char) (alongX[i - 1] + 1);
            }
        }
        for (int i = last - 1; i >= from; i--) {
            if (alongX[i] > alongX[i + 1]) {
                alongX[i] = (char) (alongX[i + 1] + 1);
            }
        }
    }

    /**
     * The distances of some voxels.
     *
     * @param voxels places in an array over the box
     * @return in millimetres, in the order of {@code voxels}
     */
    public double[] distancesMm(int[] voxels) {
        Columns columns = new Columns(nx, ny, voxels);
        double[] distances = new double[voxels.length];
        eachColumn(columns, (column, line) -> {
            for (int i = columns.first(column); i < columns.first(column + 1); i++) {
                int voxel = columns.voxel(i);
                distances[voxel] = Math.sqrt(line[voxels[voxel] / (nx * ny)]);
            }
        });
        return distances;
    }

    /** The distances of all voxels in millimetres, x fastest; four bytes a voxel more. */
    public float[] mapMm() {
        float[] map = new float[alongX.length];
        eachColumn(null, (column, line) -> {
            for (int z = 0, at = column; z < nz; z++, at += nx * ny) {
                map[at] = (float) Math.sqrt(line[z]);
            }
        });
        return map;
    }

    /** Takes the squared distances along z of a column, which is y times nx plus x. The line is used again. */
    @FunctionalInterface
    private interface ColumnVisitor {
        void visit(int column, double[] line);
    }

    private void eachColumn(Columns wanted, ColumnVisitor visitor) {
        double[] block = new double[BLOCK * ny * planes.length];
        Envelope alongY = new Envelope(ny, spacingMm.y());
        Envelope alongZ = new Envelope(nz, spacingMm.z());
        double[] line = new double[nz];
        for (int x0 = 0; x0 < nx; x0 += BLOCK) {
            int x1 = Math.min(nx, x0 + BLOCK);
            if (wanted != null && !wanted.hasAny(x0, x1)) {
                continue;
            }
            sweepY(x0, x1, block, alongY);
            for (int y = 0; y < ny; y++) {
                for (int x = x0; x < x1; x++) {
                    int column = y * nx + x;
                    if (wanted == null || wanted.has(column)) {
                        sweepZ(block, ((x - x0) * ny + y) * planes.length, alongZ, line);
                        visitor.visit(column, line);
                    }
                }
            }
        }
    }

    /** Squared distances within each plane, for the columns from x0 to x1, z fastest. */
    private void sweepY(int x0, int x1, double[] block, Envelope envelope) {
        for (int plane = 0; plane < planes.length; plane++) {
            int z = planes[plane];
            for (int x = x0; x < x1; x++) {
                envelope.clear();
                for (int y : rows[z]) {
                    double alongXMm = alongX[(z * ny + y) * nx + x] * spacingMm.x();
                    envelope.add(y, alongXMm * alongXMm);
                }
                envelope.fill(block, (x - x0) * ny * planes.length + plane, planes.length, ny);
            }
        }
    }

    private void sweepZ(double[] block, int from, Envelope envelope, double[] line) {
        envelope.clear();
        for (int plane = 0; plane < planes.length; plane++) {
            envelope.add(planes[plane], block[from + plane]);
        }
        envelope.fill(line, 0, 1, nz);
    }
}
