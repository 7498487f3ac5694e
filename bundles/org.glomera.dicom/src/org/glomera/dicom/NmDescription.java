package org.glomera.dicom;

import java.util.Objects;

import org.glomera.core.volume.Volume;

/**
 * What a reconstructed SPECT of 177Lu says about itself beside its voxels. The series' unique identifier follows from
 * study, number and description.
 *
 * @param seriesNumber the number within the study, 1 or more
 * @param seriesDescription what the series is called
 * @param bqPerMlPerCount the calibration that is written with the file: activity concentration in Bq/ml of one stored
 *        count. Stored counts are whole numbers from 0 to 65535
 * @param administeredMbq administered activity in MBq
 */
public record NmDescription(int seriesNumber, String seriesDescription, double bqPerMlPerCount,
        double administeredMbq) {

    /** The largest number that a voxel of an NM image can store. */
    public static final int MAX_COUNT = 65535;

    /** Refuses a calibration that is not positive and finite. */
    public NmDescription {
        Objects.requireNonNull(seriesDescription);
        if (seriesNumber < 1 || !(bqPerMlPerCount > 0) || !Double.isFinite(bqPerMlPerCount)
                || !(administeredMbq >= 0)) {
            throw new IllegalArgumentException("Series number and calibration are positive, the administered activity "
                    + "is not negative; these are " + seriesNumber + ", " + bqPerMlPerCount + " Bq/ml per count, "
                    + administeredMbq + " MBq.");
        }
    }

    /** The finest calibration with which the largest value of a volume can still be stored; 1 for an empty volume. */
    public static double finestBqPerMlPerCount(Volume spectBqPerMl) {
        float largest = 0;
        for (float value : spectBqPerMl.values()) {
            largest = Math.max(largest, value);
        }
        return largest > 0 ? largest / (double) MAX_COUNT : 1;
    }
}
