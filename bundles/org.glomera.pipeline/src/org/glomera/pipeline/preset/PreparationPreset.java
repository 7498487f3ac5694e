package org.glomera.pipeline.preset;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.glomera.image.intensity.IntensityNormalisation;
import org.glomera.network.Channel;

/**
 * How intensities become a network's input.
 *
 * @param intensity one normalisation a channel
 * @param ctOutsideHu what stands where the CT has no value, in HU; -1000 is air
 */
public record PreparationPreset(Map<Channel, IntensityNormalisation> intensity, double ctOutsideHu) {

    /** Refuses a missing or not finite part. */
    public PreparationPreset {
        Objects.requireNonNull(intensity, "'intensity' is missing");
        intensity = Collections.unmodifiableMap(new TreeMap<>(intensity));
        if (!Double.isFinite(ctOutsideHu)) {
            throw new IllegalArgumentException("In a preparation 'ctOutsideHu' is not finite.");
        }
    }
}
