package org.glomera.phantom.anatomy;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A smooth random function of space between -1 and 1: random values on a cubic lattice with a period of 32, between
 * them interpolated with the cubic weight 3t^2 - 2t^3. One unit of length is one lattice step; structures are about two
 * steps across.
 */
public final class SmoothNoise {

    private static final int PERIOD = 32;
    private static final int MASK = PERIOD - 1;

    private final float[] lattice;
    private final double offsetX;
    private final double offsetY;
    private final double offsetZ;

    /** Draws the values. */
    public SmoothNoise(UniformRandomProvider random) {
        lattice = new float[PERIOD * PERIOD * PERIOD];
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = 2 * random.nextFloat() - 1;
        }
        offsetX = 0;
        offsetY = 0;
        offsetZ = 0;
    }

    private SmoothNoise(float[] lattice, double offsetX, double offsetY, double offsetZ) {
        this.lattice = lattice;
        this.offsetX = offsetX;
        this.offsetY = offsetY;
        this.offsetZ = offsetZ;
    }

    /** The same values seen from another, random origin: a function that looks independent of this one. */
    public SmoothNoise moved(UniformRandomProvider random) {
        return new SmoothNoise(lattice, random.nextDouble() * PERIOD, random.nextDouble() * PERIOD,
                random.nextDouble() * PERIOD);
    }

    /** The value at a point. */
    public double at(double px, double py, double pz) {
        double x = px + offsetX;
        double y = py + offsetY;
        double z = pz + offsetZ;
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        int iz = (int) Math.floor(z);
        double fx = weight(x - ix);
        int z0 = (iz & MASK) * PERIOD;
        int z1 = (iz + 1 & MASK) * PERIOD;
        int y0 = iy & MASK;
        int y1 = iy + 1 & MASK;
        int x0 = ix & MASK;
        int x1 = ix + 1 & MASK;
        double a = mix(lattice[(z0 + y0) * PERIOD + x0], lattice[(z0 + y0) * PERIOD + x1], fx);
        double b = mix(lattice[(z0 + y1) * PERIOD + x0], lattice[(z0 + y1) * PERIOD + x1], fx);
        double c = mix(lattice[(z1 + y0) * PERIOD + x0], lattice[(z1 + y0) * PERIOD + x1], fx);
        double d = mix(lattice[(z1 + y1) * PERIOD + x0], lattice[(z1 + y1) * PERIOD + x1], fx);
        double fy = weight(y - iy);
        return mix(mix(a, b, fy), mix(c, d, fy), weight(z - iz));
    }

    private static double weight(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
