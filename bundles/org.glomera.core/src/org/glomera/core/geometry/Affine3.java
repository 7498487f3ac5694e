package org.glomera.core.geometry;

import java.util.Objects;

/**
 * An affine map of three-dimensional space, {@code p -> column0 * p.x + column1 * p.y + column2 * p.z + offset}.
 * The method that takes or gives one says from which frame to which. It can be inverted: a singular matrix is refused.
 */
public record Affine3(Vector3 column0, Vector3 column1, Vector3 column2, Vector3 offset) {

    /** The smallest volume of the columns' parallelepiped, relative to their lengths, that still counts as invertible. */
    private static final double SMALLEST_RELATIVE_DETERMINANT = 1e-9;

    /** The map that leaves every point where it is. */
    public static final Affine3 IDENTITY = new Affine3(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1),
            new Vector3(0, 0, 0));

    /** Refuses a matrix whose columns do not span the space. */
    public Affine3 {
        Objects.requireNonNull(offset);
        double lengths = column0.length() * column1.length() * column2.length();
        double determinant = column0.dot(column1.cross(column2));
        if (!(Math.abs(determinant) > SMALLEST_RELATIVE_DETERMINANT * lengths)) {
            throw new IllegalArgumentException("The columns " + column0 + ", " + column1 + ", " + column2
                    + " do not span three dimensions.");
        }
    }

    /** The map that moves every point by {@code offset}. */
    public static Affine3 translation(Vector3 offset) {
        return new Affine3(IDENTITY.column0, IDENTITY.column1, IDENTITY.column2, offset);
    }

    /** The image of a point. */
    public Vector3 apply(Vector3 point) {
        return apply(point.x(), point.y(), point.z());
    }

    /** The image of the point (x, y, z). */
    public Vector3 apply(double x, double y, double z) {
        return new Vector3(column0.x() * x + column1.x() * y + column2.x() * z + offset.x(),
                column0.y() * x + column1.y() * y + column2.y() * z + offset.y(),
                column0.z() * x + column1.z() * y + column2.z() * z + offset.z());
    }

    /** The image of a direction: the offset is not added. */
    public Vector3 applyToDirection(Vector3 direction) {
        return apply(direction).minus(offset);
    }

    /** The map that does {@code first}, then this. */
    public Affine3 after(Affine3 first) {
        return new Affine3(applyToDirection(first.column0), applyToDirection(first.column1),
                applyToDirection(first.column2), apply(first.offset));
    }

    /** The determinant of the linear part: the volume of the image of a unit cube, negative when handedness changes. */
    public double determinant() {
        return column0.dot(column1.cross(column2));
    }

    /** The inverse map. */
    public Affine3 inverse() {
        double factor = 1 / determinant();
        Vector3 row0 = column1.cross(column2).times(factor);
        Vector3 row1 = column2.cross(column0).times(factor);
        Vector3 row2 = column0.cross(column1).times(factor);
        return new Affine3(new Vector3(row0.x(), row1.x(), row2.x()), new Vector3(row0.y(), row1.y(), row2.y()),
                new Vector3(row0.z(), row1.z(), row2.z()),
                new Vector3(-row0.dot(offset), -row1.dot(offset), -row2.dot(offset)));
    }
}
