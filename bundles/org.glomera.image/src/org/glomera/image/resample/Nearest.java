package org.glomera.image.resample;

import java.util.stream.IntStream;

import org.glomera.image.resample.GridRelation.AxisRelation;

/** Nearest neighbours between axis-parallel grids. */
final class Nearest {

    /** A position this close to the middle between two voxels belongs to the upper one: rounding of positions. */
    private static final double TIE = 1e-6;

    private Nearest() {
    }

    /** The nearest index along an axis, for a position within the faces; half-way between two it is the upper. */
    static int index(double position, int size) {
        return Math.min(Math.max((int) Math.floor(position + 0.5 + TIE), 0), size - 1);
    }

    /** The labels of the nearest source voxels, 0 outside the faces. */
    static byte[] labels(byte[] source, AxisRelation x, AxisRelation y, AxisRelation z) {
        int[] ox = offsets(x);
        int[] oy = offsets(y);
        int[] oz = offsets(z);
        byte[] out = new byte[ox.length * oy.length * oz.length];
        IntStream.range(0, oz.length).parallel().forEach(k -> {
            for (int j = 0; j < oy.length; j++) {
                if (oz[k] < 0 || oy[j] < 0) {
                    continue;
                }
                int row = oz[k] + oy[j];
                int at = (k * oy.length + j) * ox.length;
                for (int i = 0; i < ox.length; i++) {
                    out[at + i] = ox[i] < 0 ? 0 : source[row + ox[i]];
                }
            }
        });
        return out;
    }

    /** For each target index the place along the source's array, or -1 outside. */
    private static int[] offsets(AxisRelation axis) {
        int[] offsets = new int[axis.targetSize()];
        for (int i = 0; i < offsets.length; i++) {
            double centre = axis.centre(i);
            offsets[i] = AxisWeights.isInside(centre, axis.sourceSize())
                    ? index(centre, axis.sourceSize()) * axis.stride() : -1;
        }
        return offsets;
    }
}
