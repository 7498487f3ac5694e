package org.glomera.dicom;

import java.util.Objects;
import java.util.Optional;

/**
 * How emission images become Bq/ml, as far as a user set it. What the files themselves say counts first.
 *
 * @param calibration how counts become an activity concentration; empty when nothing was set
 * @param decay the time that activities are stated for
 */
public record SpectRules(Optional<Calibration> calibration, DecayReference decay) {

    private static final SpectRules AS_STORED = new SpectRules(Optional.empty(), DecayReference.AS_STORED);

    /** Refuses missing parts. */
    public SpectRules {
        Objects.requireNonNull(calibration);
        Objects.requireNonNull(decay);
    }

    /** The numbers as the files have them: no calibration was set, and no decay is corrected. */
    public static SpectRules asStored() {
        return AS_STORED;
    }
}
