package org.glomera.phantom;

import java.util.Objects;

import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;

/**
 * The SPECT part of a phantom; all on the grid of the SPECT.
 *
 * @param image activity concentration in Bq/ml, blurred and noisy
 * @param manualKidneys the kidneys as a person delineates them on the SPECT
 * @param trueKidneys the kidneys' true regions
 * @param trueActivity true activity concentration in Bq/ml before blur and noise
 */
public record SpectImages(Volume image, LabelMap manualKidneys, LabelMap trueKidneys, Volume trueActivity) {

    /** Refuses missing parts. */
    public SpectImages {
        Objects.requireNonNull(image);
        Objects.requireNonNull(manualKidneys);
        Objects.requireNonNull(trueKidneys);
        Objects.requireNonNull(trueActivity);
    }
}
