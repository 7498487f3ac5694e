package org.glomera.evaluation.mask;

import java.util.Arrays;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/** One delineation in a box. Immutable; the array of labels is not copied and nobody writes to it. */
public final class Mask {

    /** Takes the voxels of a mask one after the other. */
    @FunctionalInterface
    public interface VoxelVisitor {
        /** A voxel by its indices, which count from the box's first voxel, and its place in an array over the box. */
        void visit(int x, int y, int z, int at);
    }

    private final Grid grid;
    private final Box box;
    private final byte[] labels;
    private final int voxels;

    /** A mask of the voxels whose label is not 0; the outermost voxels of the box have the label 0. */
    Mask(Grid grid, Box box, byte[] labels) {
        this.grid = grid;
        this.box = box;
        this.labels = labels;
        int count = 0;
        for (byte label : labels) {
            count += label != 0 ? 1 : 0;
        }
        this.voxels = count;
    }

    /** The grid of the whole image. */
    public Grid grid() {
        return grid;
    }

    /** Where the mask lies in the image. */
    public Box box() {
        return box;
    }

    /** The side's label where the mask is, 0 elsewhere, x fastest. */
    byte[] labels() {
        return labels;
    }

    /** Whether a voxel, by its place in an array over the box, belongs to the mask. */
    public boolean has(int at) {
        return labels[at] != 0;
    }

    /** Number of voxels. */
    public int voxels() {
        return voxels;
    }

    /** Its volume in millilitres: voxels times voxel volume. */
    public double volumeMl() {
        return voxels * grid.voxelVolumeMl();
    }

    /** Whether the mask has no voxel. */
    public boolean isEmpty() {
        return voxels == 0;
    }

    /**
     * The centroid, the mean of the voxels' centres, in DICOM LPS millimetres.
     *
     * @throws IllegalStateException when the mask is empty
     */
    public Vector3 centroidMm() {
        if (isEmpty()) {
            throw new IllegalStateException("An empty mask has no centroid.");
        }
        double[] sum = new double[3];
        forEach((x, y, z, at) -> {
            sum[0] += x;
            sum[1] += y;
            sum[2] += z;
        });
        return grid.patientMm(box.x0() + sum[0] / voxels, box.y0() + sum[1] / voxels, box.z0() + sum[2] / voxels);
    }

    /** Shows all voxels to a visitor, in the order of the array. */
    public void forEach(VoxelVisitor visitor) {
        int at = 0;
        for (int z = 0; z < box.nz(); z++) {
            for (int y = 0; y < box.ny(); y++) {
                for (int x = 0; x < box.nx(); x++, at++) {
                    if (labels[at] != 0) {
                        visitor.visit(x, y, z, at);
                    }
                }
            }
        }
    }

    /**
     * The surface: the voxels of the mask of which at least one of the six neighbours that share a face does not belong
     * to it (the mask less its erosion by a cross). What lies beyond the image does not belong to it.
     *
     * @return places in an array over the box, ascending
     */
    public int[] surface() {
        int[] surface = new int[Math.min(voxels, 1 << 12)];
        int count = 0;
        int dy = box.step(1);
        int dz = box.step(2);
        for (int i = dz; i < labels.length - dz; i++) {
            if (labels[i] != 0 && (labels[i - 1] == 0 || labels[i + 1] == 0 || labels[i - dy] == 0
                    || labels[i + dy] == 0 || labels[i - dz] == 0 || labels[i + dz] == 0)) {
                if (count == surface.length) {
                    surface = Arrays.copyOf(surface, 2 * count);
                }
                surface[count++] = i;
            }
        }
        return Arrays.copyOf(surface, count);
    }
}
