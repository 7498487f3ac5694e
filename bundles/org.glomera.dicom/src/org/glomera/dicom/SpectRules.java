package org.glomera.dicom;

import java.util.Objects;
import java.util.Optional;

/**
 * What the user set about emission images (SPECT stored as NM or PT): how counts become Bq/ml, and which time activity
 * is stated for. An image whose file gives Bq/ml itself keeps these; the calibration is for counts only.
 *
 * @param calibration how counts become Bq/ml; empty when the user set nothing, then counts stay counts
 * @param decay the time that activity is stated for
 */
public record SpectRules(Optional<Calibration> calibration, DecayReference decay) {

    /** Refuses missing values. */
    public SpectRules {
        Objects.requireNonNull(calibration);
        Objects.requireNonNull(decay);
    }

    /** Nothing set: counts stay counts, activity stays at the time that the file states it for. */
    public static SpectRules asStored() {
        return new SpectRules(Optional.empty(), DecayReference.AS_STORED);
    }

    /** The same with a calibration. */
    public SpectRules with(Calibration other) {
        return new SpectRules(Optional.of(other), decay);
    }

    /** The same with activity stated for another time. */
    public SpectRules with(DecayReference other) {
        return new SpectRules(calibration, other);
    }
}
