package org.glomera.network.augmentation;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.glomera.study.WhenAbsent;

/**
 * An augmentation of a training as it stands in a preset and in the configuration of a run. Whether the id is known and
 * whether its parameters are called so and lie in their ranges is asked of {@link Augmentations}.
 *
 * @param id the contribution's id
 * @param probability how often an image is changed by it, above 0 to 1
 * @param parameters values by the parameters' names; one that is not there has its default
 */
public record AugmentationSetting(String id, double probability,
        @WhenAbsent("{}") Map<String, Double> parameters) {

    /** Refuses a missing id, a probability that is none and values that are not finite. */
    public AugmentationSetting {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("An augmentation has an 'id'; this one has none.");
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("The probability of the augmentation '" + id + "' is above 0 to 1, not "
                    + probability + ". Leave the augmentation out where it is not wanted.");
        }
        Map<String, Double> sorted = new TreeMap<>(Objects.requireNonNullElse(parameters, Map.of()));
        sorted.forEach((name, value) -> {
            if (value == null || !Double.isFinite(value)) {
                throw new IllegalArgumentException("The parameter '" + name + "' of the augmentation '" + id
                        + "' is a finite number, not " + value + ".");
            }
        });
        parameters = Collections.unmodifiableMap(sorted);
    }
}
