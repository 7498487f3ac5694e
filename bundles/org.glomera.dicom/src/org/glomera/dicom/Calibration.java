package org.glomera.dicom;

/** How counts become an activity concentration. */
public sealed interface Calibration {

    /**
     * One factor for all voxels: concentration in Bq/ml = counts times factor.
     *
     * @param factor Bq/ml a count; positive and finite
     */
    record BqPerMlPerCount(double factor) implements Calibration {
        /** Refuses a factor that is no positive number. */
        public BqPerMlPerCount {
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("A calibration factor is positive; this is " + factor + ".");
            }
        }
    }

    /**
     * The camera's sensitivity: concentration in Bq/ml = counts / (seconds of acquisition times sensitivity in counts
     * per second and Bq times voxel volume in ml).
     *
     * @param cpsPerMBq counts per second and MBq; positive and finite
     */
    record Sensitivity(double cpsPerMBq) implements Calibration {
        /** Refuses a sensitivity that is no positive number. */
        public Sensitivity {
            if (!(cpsPerMBq > 0) || Double.isInfinite(cpsPerMBq)) {
                throw new IllegalArgumentException("A sensitivity is positive; this is " + cpsPerMBq + ".");
            }
        }
    }
}
