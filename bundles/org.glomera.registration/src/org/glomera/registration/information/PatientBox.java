package org.glomera.registration.information;

import java.util.Optional;

import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;

/** A box along the axes of the patient, in patient millimetres. */
record PatientBox(Vector3 low, Vector3 high) {

    /** The box around the kidneys' voxel centres, larger by {@code marginMm} on each side; empty without kidneys. */
    static Optional<PatientBox> around(LabelMap kidneys, double marginMm) {
        Grid grid = kidneys.grid();
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < kidneys.labels().length; i++) {
            int label = kidneys.labels()[i];
            if (label == Side.RIGHT.label() || label == Side.LEFT.label()) {
                Vector3 place = grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), i / (grid.nx() * grid.ny()));
                double[] at = {place.x(), place.y(), place.z()};
                for (int axis = 0; axis < 3; axis++) {
                    low[axis] = Math.min(low[axis], at[axis] - marginMm);
                    high[axis] = Math.max(high[axis], at[axis] + marginMm);
                }
            }
        }
        return low[0] > high[0] ? Optional.empty()
                : Optional.of(new PatientBox(new Vector3(low[0], low[1], low[2]), new Vector3(high[0], high[1], high[2])));
    }

    boolean contains(double x, double y, double z) {
        return x >= low.x() && x <= high.x() && y >= low.y() && y <= high.y() && z >= low.z() && z <= high.z();
    }

    Vector3 centreMm() {
        return low.plus(high).times(0.5);
    }
}
