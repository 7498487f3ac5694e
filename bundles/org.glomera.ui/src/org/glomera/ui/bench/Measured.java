package org.glomera.ui.bench;

import java.util.Objects;

/**
 * One number of the benchmark, as the JSON file holds it.
 *
 * @param what what was measured
 * @param value the number; NaN when it could not be measured
 * @param unit its unit
 * @param remark why there is no number; empty otherwise
 */
record Measured(String what, double value, String unit, String remark) {

    Measured {
        Objects.requireNonNull(what);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(remark);
    }

    Measured(String what, double value, String unit) {
        this(what, value, unit, "");
    }
}
