package org.glomera.pipeline.segmenting;

import java.util.EnumMap;
import java.util.Map;

import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.ActivityMeasurement;
import org.glomera.image.resample.Resampler;

/**
 * What is measured in segmented kidneys.
 *
 * @param volumeMl volume of each kidney; 0 when it was not found
 * @param meanActivityBqPerMl mean activity concentration of each kidney that was found; empty without a SPECT
 */
record Measured(Map<Side, Double> volumeMl, Map<Side, Double> meanActivityBqPerMl) {

    /**
     * Measures.
     *
     * @param spect the SPECT in Bq/ml; null when there is none
     */
    static Measured of(LabelMap kidneys, Volume spect) {
        Map<Side, Double> volumes = new EnumMap<>(Side.class);
        Map<Side, Double> activities = new EnumMap<>(Side.class);
        LabelMap onSpect = spect == null || kidneys.grid().equals(spect.grid()) ? kidneys
                : Resampler.byFraction(kidneys, spect.grid());
        for (Side side : Side.values()) {
            volumes.put(side, kidneys.volumeMl(side));
            if (spect != null) {
                double mean = ActivityMeasurement.meanBqPerMl(spect, onSpect, Kidneys.of(side));
                if (!Double.isNaN(mean)) {
                    activities.put(side, mean);
                }
            }
        }
        return new Measured(volumes, activities);
    }
}
