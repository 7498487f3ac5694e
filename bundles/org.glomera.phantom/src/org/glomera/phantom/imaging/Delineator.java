package org.glomera.phantom.imaging;

import java.util.List;

import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.phantom.anatomy.Kidney;
import org.glomera.phantom.anatomy.SmoothNoise;

/** Delineates kidneys on a grid, truly or as a person does. */
public final class Delineator {

    /** How far apart, on the surface, a person's outline strays independently. */
    private static final double STRAY_WAVELENGTH_MM = 12;

    private Delineator() {
    }

    /** The kidneys' true regions: a voxel belongs to a kidney when its centre does. */
    public static LabelMap truth(List<Kidney> kidneys, Pose pose, Grid grid) {
        return manual(kidneys, pose, grid, 0, null);
    }

    /**
     * The kidneys as a person outlines them: the surface strays smoothly by up to {@code jitterMm}.
     *
     * @param stray how it strays; not used, and may be null, when {@code jitterMm} is 0
     */
    public static LabelMap manual(List<Kidney> kidneys, Pose pose, Grid grid, double jitterMm, SmoothNoise stray) {
        byte[] labels = new byte[grid.voxelCount()];
        for (Kidney kidney : kidneys) {
            byte label = (byte) kidney.side().label();
            new Raster(grid, pose.bodyToPatientMm(kidney.part())).visit(
                    kidney.region().rough(stray, jitterMm, STRAY_WAVELENGTH_MM), 0,
                    (index, x, y, z, distance) -> labels[index] = label);
        }
        return new LabelMap(grid, labels);
    }
}
