package org.glomera.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.evaluation.Overlap;
import org.junit.jupiter.api.Test;

class DrawnKidneysTest {

    private final Grid grid = DrawnKidneys.grid(90, 40, 50, new Vector3(2.4, 2.4, 3));

    @Test
    void kidneys_haveTheVolumeOfEllipsoids() {
        // 4 / 3 pi 27 * 24 * 54 mm = 146.6 ml; voxels of 0.017 ml at the surface make a hundredth
        double volumeMl = 4 / 3.0 * Math.PI * 27 * 24 * 54 / 1000;
        for (Side side : Side.values()) {
            assertEquals(volumeMl, DrawnKidneys.reference(grid, 0).volumeMl(side), 0.01 * volumeMl);
        }
    }

    @Test
    void candidate_isAlmostTheReference() {
        LabelMap reference = DrawnKidneys.reference(grid, 4);
        double dice = Overlap.dice(reference, DrawnKidneys.candidate(grid, 4), Kidneys.BOTH);
        assertTrue(dice > 0.8 && dice < 1, String.valueOf(dice));
    }
}
