package org.glomera.registration.information;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;

/** What is made of a CT before it is compared: a window, means over blocks, a blur, and the box around the body. */
final class CtPreparation {

    /** Below it everything counts as fat's surroundings: lung, bowel gas, air. */
    private static final float LOWEST_HU = -200;
    /** Above it everything counts as bone or contrast agent. */
    private static final float HIGHEST_HU = 250;
    /** What is denser belongs to a body or a table. */
    private static final float BODY_HU = -150;
    private static final double BODY_MARGIN_MM = 20;

    private CtPreparation() {
    }

    /**
     * The CT in bins. Values that are not finite count as air.
     *
     * @param spacingMm the wanted distance of voxels, reached as far as whole voxels allow
     * @param sigmaMm standard deviation of the blur
     */
    static Volume bins(Volume ct, double spacingMm, double sigmaMm, int bins, IProgressMonitor monitor) {
        Volume windowed = Reduction.blocks(ct, spacingMm,
                value -> value >= LOWEST_HU ? Math.min(value, HIGHEST_HU) : LOWEST_HU, monitor);
        Volume cut = bodyBox(Reduction.blurred(windowed, sigmaMm));
        float[] values = new float[cut.values().length];
        float factor = (bins - 1) / (HIGHEST_HU - LOWEST_HU);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, Math.min(bins - 1, (cut.values()[i] - LOWEST_HU) * factor));
        }
        return new Volume(cut.grid(), cut.quantity(), values);
    }

    /** The part around everything denser than fat, with a margin; the whole image when there is nothing so dense. */
    private static Volume bodyBox(Volume image) {
        Grid grid = image.grid();
        int[] low = {grid.nx(), grid.ny(), grid.nz()};
        int[] high = {-1, -1, -1};
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    if (image.at(x, y, z) > BODY_HU) {
                        grow(low, high, x, y, z);
                    }
                }
            }
        }
        Vector3 spacing = grid.spacingMm();
        return high[0] < 0 ? image : cut(image, grown(low, high, grid, new Vector3(BODY_MARGIN_MM / spacing.x(),
                BODY_MARGIN_MM / spacing.y(), BODY_MARGIN_MM / spacing.z())));
    }

    private static void grow(int[] low, int[] high, int... at) {
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = Math.min(low[axis], at[axis]);
            high[axis] = Math.max(high[axis], at[axis]);
        }
    }

    /** First and last index along each axis, within the grid. */
    private static int[] grown(int[] low, int[] high, Grid grid, Vector3 voxels) {
        int mx = (int) Math.ceil(voxels.x());
        int my = (int) Math.ceil(voxels.y());
        int mz = (int) Math.ceil(voxels.z());
        return new int[] {Math.max(0, low[0] - mx), Math.max(0, low[1] - my), Math.max(0, low[2] - mz),
            Math.min(grid.nx() - 1, high[0] + mx), Math.min(grid.ny() - 1, high[1] + my),
            Math.min(grid.nz() - 1, high[2] + mz)};
    }

    private static Volume cut(Volume image, int[] box) {
        Affine3 m = image.grid().voxelToPatientMm();
        Grid grid = new Grid(box[3] - box[0] + 1, box[4] - box[1] + 1, box[5] - box[2] + 1, new Affine3(m.column0(),
                m.column1(), m.column2(), m.apply(box[0], box[1], box[2])));
        float[] values = new float[grid.voxelCount()];
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                System.arraycopy(image.values(), image.grid().index(box[0], box[1] + y, box[2] + z), values,
                        grid.index(0, y, z), grid.nx());
            }
        }
        return new Volume(grid, image.quantity(), values);
    }
}
