package org.glomera.pipeline.segmenting;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;

/** Where the body lies in a CT. */
final class BodyCentre {

    /** What belongs to the body: more than this is tissue, in HU; air and lung lie below. */
    private static final double BODY_HU = -300;

    private BodyCentre() {
    }

    /** The centre of mass of what is more than air and lung, in patient coordinates; the image's middle when nothing is. */
    static Vector3 ofMm(Volume ct) {
        Grid grid = ct.grid();
        double sumX = 0;
        double sumY = 0;
        double sumZ = 0;
        long count = 0;
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    if (ct.at(x, y, z) > BODY_HU) {
                        sumX += x;
                        sumY += y;
                        sumZ += z;
                        count++;
                    }
                }
            }
        }
        return count == 0 ? grid.centreMm() : grid.patientMm(sumX / count, sumY / count, sumZ / count);
    }
}
