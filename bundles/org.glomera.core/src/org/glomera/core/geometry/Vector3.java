package org.glomera.core.geometry;

/**
 * A point or a direction in three dimensions; the method that takes or gives one says in which frame and unit.
 * Components are finite.
 */
public record Vector3(double x, double y, double z) {

    /** Refuses a component that is not finite. */
    public Vector3 {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) {
            throw new IllegalArgumentException("A vector's components are finite; these are " + x + ", " + y + ", " + z);
        }
    }

    /** This vector and another, added. */
    public Vector3 plus(Vector3 other) {
        return new Vector3(x + other.x, y + other.y, z + other.z);
    }

    /** This vector less another. */
    public Vector3 minus(Vector3 other) {
        return new Vector3(x - other.x, y - other.y, z - other.z);
    }

    /** This vector multiplied by a factor. */
    public Vector3 times(double factor) {
        return new Vector3(x * factor, y * factor, z * factor);
    }

    /** The scalar product. */
    public double dot(Vector3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /** The vector product, right-handed. */
    public Vector3 cross(Vector3 other) {
        return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /** The Euclidean length, in the unit of the components. */
    public double length() {
        return Math.sqrt(dot(this));
    }
}
