package org.glomera.registration.information;

import org.glomera.core.geometry.Vector3;
import org.glomera.registration.RigidTransform;

/**
 * Rigid transforms as six numbers of like size: three rotations, then three shifts. A rotation is given by how far it
 * moves a point at {@link #RADIUS_MM} from the centre, so that all six are in millimetres.
 */
final class RigidSpace {

    /** Number of parameters. */
    static final int SIZE = 6;
    /** About how far a kidney lies from the middle between both. */
    static final double RADIUS_MM = 100;

    private final Vector3 centreMm;

    /** Makes a space of transforms about a centre. */
    RigidSpace(Vector3 centreMm) {
        this.centreMm = centreMm;
    }

    /** The point about which transforms turn. */
    Vector3 centreMm() {
        return centreMm;
    }

    /** The transform that six numbers stand for. */
    RigidTransform transform(double[] parameters) {
        return new RigidTransform(centreMm, new Vector3(Math.toDegrees(parameters[0] / RADIUS_MM),
                Math.toDegrees(parameters[1] / RADIUS_MM), Math.toDegrees(parameters[2] / RADIUS_MM)),
                new Vector3(parameters[3], parameters[4], parameters[5]));
    }

    /** The six numbers of a transform. */
    double[] parameters(RigidTransform transform) {
        RigidTransform own = transform.about(centreMm);
        Vector3 angles = own.rotationDegrees();
        Vector3 shift = own.shiftMm();
        return new double[] {Math.toRadians(angles.x()) * RADIUS_MM, Math.toRadians(angles.y()) * RADIUS_MM,
            Math.toRadians(angles.z()) * RADIUS_MM, shift.x(), shift.y(), shift.z()};
    }
}
