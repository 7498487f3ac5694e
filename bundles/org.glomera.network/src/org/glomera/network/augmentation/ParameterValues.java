package org.glomera.network.augmentation;

import java.util.Map;

/**
 * The values of an augmentation's parameters, one for each that it declares.
 *
 * @param byName values by the parameters' names
 */
public record ParameterValues(Map<String, Double> byName) {

    /** Copies the map. */
    public ParameterValues {
        byName = Map.copyOf(byName);
    }

    /**
     * A parameter's value, in its unit.
     *
     * @throws IllegalArgumentException when the augmentation does not declare it
     */
    public double of(String name) {
        Double value = byName.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No parameter '" + name + "' is declared.");
        }
        return value;
    }
}
