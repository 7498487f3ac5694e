package org.glomera.dicom;

import java.util.Objects;

/**
 * What a CT series says about itself beside its voxels. The series' unique identifier follows from study, number and
 * description.
 *
 * @param seriesNumber the number within the study, 1 or more
 * @param seriesDescription what the series is called
 * @param tubeVoltageKv peak tube voltage in kilovolt
 * @param tubeCurrentMa tube current in milliampere
 * @param kernel the reconstruction kernel's name; may be empty
 * @param contrastAgent the contrast agent; empty when none was given
 */
public record CtDescription(int seriesNumber, String seriesDescription, double tubeVoltageKv, double tubeCurrentMa,
        String kernel, String contrastAgent) {

    /** Refuses missing and negative values. */
    public CtDescription {
        Objects.requireNonNull(seriesDescription);
        Objects.requireNonNull(kernel);
        Objects.requireNonNull(contrastAgent);
        if (seriesNumber < 1 || !(tubeVoltageKv > 0) || !(tubeCurrentMa >= 0)) {
            throw new IllegalArgumentException("Series number and tube voltage are positive, tube current is not "
                    + "negative; these are " + seriesNumber + ", " + tubeVoltageKv + " kV, " + tubeCurrentMa + " mA.");
        }
    }
}
