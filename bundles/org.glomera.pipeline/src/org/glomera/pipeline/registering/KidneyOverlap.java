package org.glomera.pipeline.registering;

import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;

/** How well kidneys that were drawn on two images coincide in the patient. */
final class KidneyOverlap {

    private KidneyOverlap() {
    }

    /**
     * Dice coefficient of both kidneys: twice the volume in which both maps have the same kidney over the sum of their
     * volumes. The overlap is counted in voxels of {@code fine}, by the voxel of {@code coarse} that holds their centres.
     *
     * @param fine kidneys on a grid
     * @param coarse kidneys on a grid of larger voxels, anywhere in the patient
     * @return 0 to 1; NaN when neither holds a kidney
     */
    static double dice(LabelMap fine, LabelMap coarse) {
        double volumes = 0;
        for (Side side : Side.values()) {
            volumes += fine.volumeMl(side) + coarse.volumeMl(side);
        }
        return volumes == 0 ? Double.NaN : 2 * common(fine, coarse) * fine.grid().voxelVolumeMl() / volumes;
    }

    private static long common(LabelMap fine, LabelMap coarse) {
        Grid grid = fine.grid();
        Affine3 toCoarse = coarse.grid().voxelToPatientMm().inverse().after(grid.voxelToPatientMm());
        byte[] labels = fine.labels();
        long common = 0;
        int voxel = 0;
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    int label = labels[voxel++] & 0xff;
                    if (isKidney(label) && labelAt(coarse, toCoarse.apply(x, y, z)) == label) {
                        common++;
                    }
                }
            }
        }
        return common;
    }

    private static boolean isKidney(int label) {
        return label == Side.RIGHT.label() || label == Side.LEFT.label();
    }

    private static int labelAt(LabelMap map, Vector3 index) {
        int x = (int) Math.floor(index.x() + 0.5);
        int y = (int) Math.floor(index.y() + 0.5);
        int z = (int) Math.floor(index.z() + 0.5);
        return map.grid().contains(x, y, z) ? map.at(x, y, z) : 0;
    }
}
