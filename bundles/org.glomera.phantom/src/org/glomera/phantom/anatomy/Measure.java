package org.glomera.phantom.anatomy;

import org.glomera.core.geometry.Vector3;

/**
 * What a region measures, found by counting points of a lattice.
 *
 * @param volumeMl volume in millilitres
 * @param centroid centroid in body coordinates
 * @param meanActivity mean of the tissue's activity concentration over the region, in Bq/ml
 */
record Measure(double volumeMl, Vector3 centroid, double meanActivity) {

    /** Distance of the lattice's points in millimetres. */
    static final double STEP_MM = 1.5;

    /** Measures a region that is not empty, filled with {@code tissue}. */
    static Measure of(Region region, Tissue tissue) {
        return of(region, tissue, STEP_MM);
    }

    /** Measures on a lattice with a distance of its own. */
    static Measure of(Region region, Tissue tissue, double step) {
        Box box = region.box();
        double sumX = 0;
        double sumY = 0;
        double sumZ = 0;
        double activity = 0;
        long count = 0;
        for (double z = box.low().z() + step / 2; z < box.high().z(); z += step) {
            for (double y = box.low().y() + step / 2; y < box.high().y(); y += step) {
                for (double x = box.low().x() + step / 2; x < box.high().x(); x += step) {
                    double d = region.distance(x, y, z);
                    if (d <= 0) {
                        sumX += x;
                        sumY += y;
                        sumZ += z;
                        activity += tissue.activity(x, y, z, -d);
                        count++;
                    }
                }
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("The region is empty.");
        }
        return new Measure(count * step * step * step / 1000,
                new Vector3(sumX / count, sumY / count, sumZ / count), activity / count);
    }
}
