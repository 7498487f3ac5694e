package org.glomera.phantom.anatomy;

import org.glomera.core.geometry.Vector3;

/**
 * An organ's own axes: three directions of length 1 at right angles and an origin, in body coordinates.
 *
 * @param origin the point that has the organ's coordinates 0, 0, 0
 * @param u direction of the first organ coordinate
 * @param v direction of the second organ coordinate
 * @param w direction of the third organ coordinate
 */
public record Frame(Vector3 origin, Vector3 u, Vector3 v, Vector3 w) {

    /** The body's axes at another origin. */
    public static Frame at(Vector3 origin) {
        return new Frame(origin, new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
    }

    /** This frame turned about its own axes by radians: first about w, then about v, then about u. */
    public Frame turned(double aboutU, double aboutV, double aboutW) {
        Vector3 u1 = blend(u, v, aboutW);
        Vector3 v1 = blend(v, u.times(-1), aboutW);
        Vector3 w1 = blend(w, u1, aboutV);
        Vector3 u2 = blend(u1, w.times(-1), aboutV);
        return new Frame(origin, u2, blend(v1, w1, aboutU), blend(w1, v1.times(-1), aboutU));
    }

    private static Vector3 blend(Vector3 a, Vector3 b, double angle) {
        return a.times(Math.cos(angle)).plus(b.times(Math.sin(angle)));
    }

    /** The body position of a point in organ coordinates. */
    public Vector3 toBody(double pu, double pv, double pw) {
        return origin.plus(u.times(pu)).plus(v.times(pv)).plus(w.times(pw));
    }

    /** The box, in body coordinates, around a box of half sides in organ coordinates. */
    public Box boxOf(double halfU, double halfV, double halfW) {
        Vector3 half = new Vector3(
                Math.abs(u.x()) * halfU + Math.abs(v.x()) * halfV + Math.abs(w.x()) * halfW,
                Math.abs(u.y()) * halfU + Math.abs(v.y()) * halfV + Math.abs(w.y()) * halfW,
                Math.abs(u.z()) * halfU + Math.abs(v.z()) * halfV + Math.abs(w.z()) * halfW);
        return new Box(origin.minus(half), origin.plus(half));
    }
}
