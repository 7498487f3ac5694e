package org.glomera.image.raw;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/** Bounds that a header has to keep to before memory is asked for. */
public final class Bounds {

    /** Most voxels of an image: many times the largest CT. */
    public static final long MOST_VOXELS = 1L << 30;

    private Bounds() {
    }

    /**
     * The grid of a header.
     *
     * @throws FileProblem when a size is below 1, there are more than {@link #MOST_VOXELS} voxels, or the columns do
     *         not span space
     */
    public static Grid grid(long nx, long ny, long nz, Vector3 x, Vector3 y, Vector3 z, Vector3 first)
            throws FileProblem {
        sizes(nx, ny, nz);
        try {
            return new Grid((int) nx, (int) ny, (int) nz, new Affine3(x, y, z, first));
        } catch (IllegalArgumentException e) {
            throw new FileProblem("has an orientation that does not span three dimensions. Convert the image again "
                    + "from its source", e);
        }
    }

    /** Refuses a size below 1 and more than {@link #MOST_VOXELS} voxels. */
    public static void sizes(long nx, long ny, long nz) throws FileProblem {
        long[] sizes = {nx, ny, nz};
        long voxels = 1;
        for (int axis = 0; axis < 3; axis++) {
            if (sizes[axis] < 1) {
                throw new FileProblem("has the size " + sizes[axis] + " along index " + (axis + 1)
                        + "; it is damaged. Copy or convert it again");
            }
            voxels = sizes[axis] > MOST_VOXELS ? Long.MAX_VALUE : saturated(voxels, sizes[axis]);
        }
        if (voxels > MOST_VOXELS) {
            throw new FileProblem("says that it has " + nx + " x " + ny + " x " + nz + " voxels, more than "
                    + MOST_VOXELS + ", the most that is read. Cut the image or sample it more coarsely");
        }
    }

    private static long saturated(long a, long b) {
        return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
    }

    /** A spacing in millimetres: positive, finite, and between a nanometre and a kilometre. */
    public static double spacing(double value, String what) throws FileProblem {
        if (!(value > 1e-6 && value < 1e6)) {
            throw new FileProblem("gives " + value + " as " + what + "; it has to be positive. Correct the header or "
                    + "convert the image again");
        }
        return value;
    }

    /** A vector of a header, refused when a component is not finite or beyond a kilometre. */
    public static Vector3 vector(double x, double y, double z, String what) throws FileProblem {
        if (!(Math.abs(x) < 1e6 && Math.abs(y) < 1e6 && Math.abs(z) < 1e6)) {
            throw new FileProblem("gives (" + x + ", " + y + ", " + z + ") as " + what + ", which cannot be. Correct "
                    + "the header or convert the image again");
        }
        return new Vector3(x, y, z);
    }
}
