package org.glomera.network.augmentation;

import java.util.stream.IntStream;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Vector3;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;

/**
 * An image whose patient lies otherwise: all channels and the mask are interpolated trilinearly at the same places, as
 * {@link org.glomera.image.resample.Resampler#trilinear} does. A voxel belongs to a kidney where the interpolated mask
 * is at least one half. Used once; slices are shared out over the processors, whose number changes nothing.
 */
final class MovedSample {

    /** In source voxels, as in {@link org.glomera.image.resample.Resampler}. */
    private static final double FACE_TOLERANCE = 1e-3;
    /** A place so near to a voxel's centre has that voxel's value. */
    private static final double SMALLEST_WEIGHT = 1e-6;
    private static final double MASK_SHARE = 0.5;

    private final float[][] from;
    private final float[] fromMask;
    private final float[][] to;
    private final float[] toMask;
    private final float[] outside;
    private final int nx;
    private final int ny;
    private final int nz;
    private final Affine3 toSource;
    private final float first;
    private final float second;
    private final Box kidneys;

    /**
     * @param movement where a point of the patient goes, in the image's frame
     */
    MovedSample(Sample sample, ImageFacts facts, Affine3 movement) {
        this.from = sample.channels();
        this.fromMask = sample.mask();
        this.to = new float[from.length][fromMask.length];
        this.toMask = new float[fromMask.length];
        this.outside = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            outside[i] = facts.channels().get(i).outsideNormalised();
        }
        this.nx = facts.nx();
        this.ny = facts.ny();
        this.nz = facts.nz();
        Affine3 frame = frame(facts);
        this.toSource = frame.inverse().after(movement.inverse()).after(frame);
        boolean swap = facts.sided() && movement.determinant() < 0;
        this.first = swap ? 2 : 1;
        this.second = swap ? 1 : 2;
        this.kidneys = Box.of(fromMask, nx, ny);
    }

    private static Affine3 frame(ImageFacts facts) {
        Vector3 s = facts.spacingMm();
        return new Affine3(new Vector3(s.x(), 0, 0), new Vector3(0, s.y(), 0), new Vector3(0, 0, s.z()),
                new Vector3(-s.x() * (facts.nx() - 1) / 2.0, -s.y() * (facts.ny() - 1) / 2.0,
                        -s.z() * (facts.nz() - 1) / 2.0));
    }

    Sample make() {
        IntStream.range(0, nz).parallel().forEach(z -> {
            for (int y = 0; y < ny; y++) {
                row(y, z);
            }
        });
        return new Sample(to, toMask);
    }

    private void row(int y, int z) {
        Vector3 start = toSource.apply(0, y, z);
        Vector3 step = toSource.column0();
        int target = nx * (y + ny * z);
        for (int x = 0; x < nx; x++) {
            double px = start.x() + x * step.x();
            double py = start.y() + x * step.y();
            double pz = start.z() + x * step.z();
            if (isInside(px, nx) && isInside(py, ny) && isInside(pz, nz)) {
                voxel(target + x, clamped(px, nx), clamped(py, ny), clamped(pz, nz));
            } else {
                for (int c = 0; c < to.length; c++) {
                    to[c][target + x] = outside[c];
                }
            }
        }
    }

    private void voxel(int target, double x, double y, double z) {
        int x0 = (int) x;
        int y0 = (int) y;
        int z0 = (int) z;
        double fx = x - x0;
        double fy = y - y0;
        double fz = z - z0;
        int dx = fx > 0 ? 1 : 0;
        int dy = fy > 0 ? nx : 0;
        int dz = fz > 0 ? nx * ny : 0;
        int at = x0 + nx * (y0 + ny * z0);
        for (int c = 0; c < to.length; c++) {
            to[c][target] = (float) mix(plane(from[c], at, dx, dy, fx, fy), plane(from[c], at + dz, dx, dy, fx, fy), fz);
        }
        if (kidneys.mayTouch(x0, y0, z0)) {
            double ones = mix(share(1, at, dx, dy, fx, fy), share(1, at + dz, dx, dy, fx, fy), fz);
            double twos = mix(share(2, at, dx, dy, fx, fy), share(2, at + dz, dx, dy, fx, fy), fz);
            toMask[target] = ones >= MASK_SHARE ? first : twos >= MASK_SHARE ? second : 0;
        }
    }

    private static double plane(float[] values, int at, int dx, int dy, double fx, double fy) {
        return mix(mix(values[at], values[at + dx], fx), mix(values[at + dy], values[at + dy + dx], fx), fy);
    }

    private double share(float label, int at, int dx, int dy, double fx, double fy) {
        return mix(mix(has(label, at), has(label, at + dx), fx), mix(has(label, at + dy), has(label, at + dy + dx), fx),
                fy);
    }

    private double has(float label, int at) {
        return fromMask[at] == label ? 1 : 0;
    }

    private static boolean isInside(double place, int size) {
        return place >= -0.5 - FACE_TOLERANCE && place <= size - 0.5 + FACE_TOLERANCE;
    }

    private static double clamped(double place, int size) {
        double inside = Math.min(Math.max(place, 0), size - 1.0);
        double whole = Math.rint(inside);
        return Math.abs(inside - whole) <= SMALLEST_WEIGHT ? whole : inside;
    }

    private static double mix(double a, double b, double share) {
        return a + share * (b - a);
    }

    /** The part of an image in which a mask is not 0. */
    private record Box(int lowX, int highX, int lowY, int highY, int lowZ, int highZ) {

        static Box of(float[] mask, int nx, int ny) {
            int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
            int[] high = {-2, -2, -2};
            for (int i = 0; i < mask.length; i++) {
                if (mask[i] != 0) {
                    int[] at = {i % nx, i / nx % ny, i / nx / ny};
                    for (int axis = 0; axis < 3; axis++) {
                        low[axis] = Math.min(low[axis], at[axis]);
                        high[axis] = Math.max(high[axis], at[axis]);
                    }
                }
            }
            return new Box(low[0], high[0], low[1], high[1], low[2], high[2]);
        }

        /** Whether a voxel of it is among the eight from this one on. */
        boolean mayTouch(int x, int y, int z) {
            return x + 1 >= lowX && x <= highX && y + 1 >= lowY && y <= highY && z + 1 >= lowZ && z <= highZ;
        }
    }
}
