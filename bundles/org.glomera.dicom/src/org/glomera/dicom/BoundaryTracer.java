package org.glomera.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.glomera.core.volume.LabelMap;

/**
 * Traces the boundaries of one label in one slice along the pixels' edges, outer ones and those of holes. Each boundary
 * is a closed polygon whose corners lie half-way between pixel centres, so that no centre is ever on it and filling by
 * the even-odd rule gives back the same pixels. Pixels that touch at a corner only get separate polygons, which keeps
 * each polygon free of self-crossings.
 */
final class BoundaryTracer {

    private static final int[] STEP_X = {1, 0, -1, 0};
    private static final int[] STEP_Y = {0, 1, 0, -1};

    private final int nx;
    private final int ny;
    /** Bit d: a boundary edge leaves this corner in direction d (+x, +y, -x, -y), the label on its right. */
    private final byte[] leaving;

    private BoundaryTracer(LabelMap map, int label, int z) {
        nx = map.grid().nx();
        ny = map.grid().ny();
        leaving = new byte[(nx + 1) * (ny + 1)];
        for (int y = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++) {
                if (is(map, label, x, y, z)) {
                    addEdges(map, label, x, y, z);
                }
            }
        }
    }

    /**
     * The boundaries of a label in a slice.
     *
     * @return polygons of corners {x, y} in voxel indices, without corners on a straight run; empty when the slice has
     *         no such label
     */
    static List<double[][]> trace(LabelMap map, int label, int z) {
        return new BoundaryTracer(map, label, z).polygons();
    }

    private static boolean is(LabelMap map, int label, int x, int y, int z) {
        return map.grid().contains(x, y, z) && map.at(x, y, z) == label;
    }

    private void addEdges(LabelMap map, int label, int x, int y, int z) {
        if (!is(map, label, x, y - 1, z)) {
            leaving[corner(x, y)] |= 1;
        }
        if (!is(map, label, x + 1, y, z)) {
            leaving[corner(x + 1, y)] |= 2;
        }
        if (!is(map, label, x, y + 1, z)) {
            leaving[corner(x + 1, y + 1)] |= 4;
        }
        if (!is(map, label, x - 1, y, z)) {
            leaving[corner(x, y + 1)] |= 8;
        }
    }

    private int corner(int x, int y) {
        return y * (nx + 1) + x;
    }

    private List<double[][]> polygons() {
        List<double[][]> polygons = new ArrayList<>();
        for (int y = 0; y <= ny; y++) {
            for (int x = 0; x <= nx; x++) {
                while (leaving[corner(x, y)] != 0) {
                    polygons.add(polygon(x, y));
                }
            }
        }
        return polygons;
    }

    private double[][] polygon(int startX, int startY) {
        double[][] corners = new double[16][];
        int count = 0;
        int x = startX;
        int y = startY;
        int start = Integer.numberOfTrailingZeros(leaving[corner(x, y)]);
        int direction = start;
        do {
            leaving[corner(x, y)] &= ~(1 << direction);
            x += STEP_X[direction];
            y += STEP_Y[direction];
            boolean back = x == startX && y == startY;
            int next = next(x, y, direction, back ? start : -1);
            if (next != direction) {
                if (count == corners.length) {
                    corners = Arrays.copyOf(corners, 2 * count);
                }
                corners[count++] = new double[] {x - 0.5, y - 0.5};
            }
            direction = next;
            if (back && direction == start) {
                return Arrays.copyOf(corners, count);
            }
        } while (true);
    }

    /** Right turns first: they stay with the same pixel where two touch at a corner. */
    private int next(int x, int y, int direction, int start) {
        int open = leaving[corner(x, y)] | (start >= 0 ? 1 << start : 0);
        for (int turn : new int[] {1, 0, 3}) {
            int candidate = direction + turn & 3;
            if ((open >> candidate & 1) != 0) {
                return candidate;
            }
        }
        throw new IllegalStateException("A boundary ends at corner " + x + ", " + y + ".");
    }
}
