package org.glomera.render.slice;

import java.util.OptionalDouble;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;

/** What an image holds at a place in the patient: the value of the voxel that covers it, without interpolation. */
public final class Probe {

    private Probe() {
    }

    /** The value of the voxel at a patient position; empty outside the field of view and where the value is NaN. */
    public static OptionalDouble value(Volume volume, Vector3 pointMm) {
        int index = index(volume.grid(), pointMm);
        return index < 0 || Float.isNaN(volume.values()[index]) ? OptionalDouble.empty()
                : OptionalDouble.of(volume.values()[index]);
    }

    /** The label of the voxel at a patient position; 0 outside the field of view. */
    public static int label(LabelMap map, Vector3 pointMm) {
        int index = index(map.grid(), pointMm);
        return index < 0 ? 0 : map.labels()[index] & 0xff;
    }

    private static int index(Grid grid, Vector3 pointMm) {
        Vector3 voxel = grid.voxelToPatientMm().inverse().apply(pointMm);
        int x = (int) Math.floor(voxel.x() + 0.5);
        int y = (int) Math.floor(voxel.y() + 0.5);
        int z = (int) Math.floor(voxel.z() + 0.5);
        return grid.contains(x, y, z) ? grid.index(x, y, z) : -1;
    }
}
