package org.glomera.core.volume;

/** What the numbers of a volume mean. */
public enum Quantity {
    /** X-ray attenuation in Hounsfield units: air -1000, water 0. */
    HOUNSFIELD("HU"),
    /** Activity concentration in becquerel per millilitre. */
    ACTIVITY_CONCENTRATION("Bq/ml"),
    /** Detected events per voxel, before calibration. */
    COUNTS("counts"),
    /** A probability between 0 and 1. */
    PROBABILITY("1"),
    /** A number whose meaning the file did not say. */
    UNKNOWN("");

    private final String unit;

    Quantity(String unit) {
        this.unit = unit;
    }

    /** The unit as it is shown; empty when the quantity is unknown. */
    public String unit() {
        return unit;
    }
}
