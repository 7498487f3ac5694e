package org.glomera.evaluation;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;

/** Delineations in a row of eight voxels of 2 x 3 x 5 mm, 0.03 ml each, written as digits. */
final class KidneyRow {

    static final Grid GRID = Grid.axial(8, 1, 1, new Vector3(2, 3, 5), new Vector3(-7, 20, 30));

    private KidneyRow() {
    }

    static LabelMap labels(String digits) {
        byte[] labels = new byte[GRID.voxelCount()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (digits.charAt(i) - '0');
        }
        return new LabelMap(GRID, labels);
    }

    static Volume activity(float... bqPerMl) {
        return new Volume(GRID, Quantity.ACTIVITY_CONCENTRATION, bqPerMl);
    }
}
