package org.glomera.evaluation.mask;

import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;

/** Label maps drawn by a rule. */
public final class Drawn {

    /** Says what a voxel holds. */
    @FunctionalInterface
    public interface Rule {
        /** The label of voxel (x, y, z). */
        int label(int x, int y, int z);
    }

    private Drawn() {
    }

    /** An axial grid of anisotropic voxels somewhere in space. */
    public static Grid grid(int nx, int ny, int nz, double spacingX, double spacingY, double spacingZ) {
        return Grid.axial(nx, ny, nz, new Vector3(spacingX, spacingY, spacingZ), new Vector3(-31, 12, 705));
    }

    /** A map whose voxels follow a rule. */
    public static LabelMap map(Grid grid, Rule rule) {
        byte[] labels = new byte[grid.voxelCount()];
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    labels[grid.index(x, y, z)] = (byte) rule.label(x, y, z);
                }
            }
        }
        return new LabelMap(grid, labels);
    }

    /** The right kidney as an ellipsoid, all in voxels. */
    static Rule ellipsoid(double cx, double cy, double cz, double rx, double ry, double rz) {
        return (x, y, z) -> Math.pow((x - cx) / rx, 2) + Math.pow((y - cy) / ry, 2) + Math.pow((z - cz) / rz, 2) <= 1
                ? 1 : 0;
    }

    static MaskPair right(LabelMap reference, LabelMap candidate) {
        return MaskPair.of(reference, candidate, Kidneys.RIGHT);
    }
}
