package org.glomera.registration;

import java.util.Objects;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Vector3;

/**
 * A rigid movement of patient space (DICOM LPS, millimetres), from positions of the moving image to positions of the
 * fixed one: {@code p -> R (p - centre) + centre + shift} with {@code R = Rz Ry Rx}. A point is turned about the patient's
 * x axis first, then about y, then about z; the axes stay where they are, and positive angles are right-handed (about z:
 * from the patient's left to the back). The same order as Euler angles "ZYX" of ITK.
 *
 * @param centreMm the point about which it turns; without a shift it stays where it is
 * @param rotationDegrees angles about the patient's x, y and z axes in degrees
 * @param shiftMm the shift in millimetres, after the rotation
 */
public record RigidTransform(Vector3 centreMm, Vector3 rotationDegrees, Vector3 shiftMm) {

    private static final Vector3 ZERO = new Vector3(0, 0, 0);
    /** Below this length of the projected x axis, the rotation about y is a right angle and the other two are one. */
    private static final double RIGHT_ANGLE = 1e-9;
    /** How far a matrix may be from a rotation: columns of unit length at right angles, right-handed. */
    private static final double RIGID_TOLERANCE = 1e-6;

    /** Refuses missing parts. */
    public RigidTransform {
        Objects.requireNonNull(centreMm);
        Objects.requireNonNull(rotationDegrees);
        Objects.requireNonNull(shiftMm);
    }

    /** No movement; further rotations are about {@code centreMm}. */
    public static RigidTransform identity(Vector3 centreMm) {
        return new RigidTransform(centreMm, ZERO, ZERO);
    }

    /**
     * The transform that is an affine map.
     *
     * @param map from moving to fixed patient millimetres
     * @param centreMm the centre to express it about
     * @throws IllegalArgumentException when the map scales, shears or mirrors (a tolerance of 1e-6)
     */
    public static RigidTransform of(Affine3 map, Vector3 centreMm) {
        Vector3 x = map.column0();
        Vector3 y = map.column1();
        Vector3 z = map.column2();
        double off = Math.max(Math.max(Math.abs(x.length() - 1), Math.abs(y.length() - 1)), Math.max(Math.abs(x.dot(y)),
                x.cross(y).minus(z).length()));
        if (!(off <= RIGID_TOLERANCE)) {
            throw new IllegalArgumentException("The columns " + x + ", " + y + ", " + z + " are not those of a rotation.");
        }
        double cosineY = Math.hypot(x.x(), x.y());
        double aboutY = Math.atan2(-x.z(), cosineY);
        boolean rightAngle = cosineY < RIGHT_ANGLE;
        double aboutX = rightAngle ? 0 : Math.atan2(y.z(), z.z());
        double aboutZ = rightAngle ? Math.atan2(-y.x(), y.y()) : Math.atan2(x.y(), x.x());
        return new RigidTransform(centreMm, new Vector3(Math.toDegrees(aboutX), Math.toDegrees(aboutY),
                Math.toDegrees(aboutZ)), map.apply(centreMm).minus(centreMm));
    }

    /**
     * The map of positions, moving to fixed patient millimetres. A grid is moved by
     * {@code toAffine().after(grid.voxelToPatientMm())}.
     */
    public Affine3 toAffine() {
        double x = Math.toRadians(rotationDegrees.x());
        double y = Math.toRadians(rotationDegrees.y());
        double z = Math.toRadians(rotationDegrees.z());
        double cx = Math.cos(x);
        double sx = Math.sin(x);
        double cy = Math.cos(y);
        double sy = Math.sin(y);
        double cz = Math.cos(z);
        double sz = Math.sin(z);
        Affine3 rotation = new Affine3(new Vector3(cz * cy, sz * cy, -sy),
                new Vector3(cz * sy * sx - sz * cx, sz * sy * sx + cz * cx, cy * sx),
                new Vector3(cz * sy * cx + sz * sx, sz * sy * cx - cz * sx, cy * cx), ZERO);
        return new Affine3(rotation.column0(), rotation.column1(), rotation.column2(),
                centreMm.plus(shiftMm).minus(rotation.apply(centreMm)));
    }

    /** Where a position of the moving image lies in the fixed one, both in patient millimetres. */
    public Vector3 apply(Vector3 positionMm) {
        return toAffine().apply(positionMm);
    }

    /** The way back, about the same centre. */
    public RigidTransform inverse() {
        return of(toAffine().inverse(), centreMm);
    }

    /** The transform that does {@code first}, then this; about the centre of {@code first}. */
    public RigidTransform after(RigidTransform first) {
        return of(toAffine().after(first.toAffine()), first.centreMm);
    }

    /** The same movement, expressed about another centre: the angles stay, the shift is another. */
    public RigidTransform about(Vector3 otherCentreMm) {
        return new RigidTransform(otherCentreMm, rotationDegrees, apply(otherCentreMm).minus(otherCentreMm));
    }

    /** The angle of the whole rotation about its own axis, 0 to 180 degrees. */
    public double angleDegrees() {
        Affine3 map = toAffine();
        Vector3 x = map.column0();
        Vector3 y = map.column1();
        Vector3 z = map.column2();
        Vector3 twiceSine = new Vector3(y.z() - z.y(), z.x() - x.z(), x.y() - y.x());
        return Math.toDegrees(Math.atan2(twiceSine.length(), x.x() + y.y() + z.z() - 1));
    }
}
