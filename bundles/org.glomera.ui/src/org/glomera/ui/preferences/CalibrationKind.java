package org.glomera.ui.preferences;

import java.util.Optional;

import org.glomera.dicom.Calibration;

/** How counts of SPECT become Bq/ml, and which setting holds the number. */
public enum CalibrationKind {

    /** They do not: images of counts are left out. */
    NONE("not: leave them out", Setting.BQ_PER_ML_PER_COUNT) {
        @Override
        Optional<Calibration> calibration(String number) {
            return Optional.empty();
        }
    },
    /** A factor. */
    FACTOR("by a factor", Setting.BQ_PER_ML_PER_COUNT) {
        @Override
        Optional<Calibration> calibration(String number) {
            return Optional.of(new Calibration.BqPerMlPerCount(Double.parseDouble(number.strip())));
        }
    },
    /** The camera's sensitivity. */
    SENSITIVITY("by the camera's sensitivity", Setting.SENSITIVITY) {
        @Override
        Optional<Calibration> calibration(String number) {
            return Optional.of(new Calibration.Sensitivity(Double.parseDouble(number.strip())));
        }
    };

    private final String title;
    private final Setting setting;

    CalibrationKind(String title, Setting setting) {
        this.title = title;
        this.setting = setting;
    }

    /** What the user reads. */
    public String title() {
        return title;
    }

    /** The setting that holds the number. */
    Setting setting() {
        return setting;
    }

    /**
     * The calibration of a number.
     *
     * @throws IllegalArgumentException when the text is no number above 0
     */
    abstract Optional<Calibration> calibration(String number);

    /** Whether a text can be the number of this kind. */
    boolean takes(String number) {
        try {
            calibration(number);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
