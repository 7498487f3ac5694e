package org.glomera.dicom;

/**
 * How the counts of a reconstructed SPECT become activity concentration: measured with a phantom of known activity on
 * the same system, collimator, energy windows and reconstruction. Both kinds need a number that the user knows; there
 * is no default.
 */
public sealed interface Calibration {

    /** A factor is refused above this: no scanner and no reconstruction needs it. */
    double LARGEST = 1e15;

    /**
     * Activity concentration per count of a voxel: {@code C[Bq/ml] = counts * factor}. It holds for one duration of
     * the acquisition and one size of voxel, those of the phantom's scan.
     *
     * @param factor Bq/ml per count, positive
     */
    record BqPerMlPerCount(double factor) implements Calibration {

        /** Refuses a factor that is not positive and finite. */
        public BqPerMlPerCount {
            requirePositive(factor, "A calibration in Bq/ml per count");
        }
    }

    /**
     * Sensitivity of the system, all detectors together, as the reconstruction scales its counts:
     * {@code C[Bq/ml] = counts * 1e6 / (sensitivity * duration[s] * voxel volume[ml])}. Voxel values are the counts of
     * the whole acquisition. The duration is the sum over the rotations of Actual Frame Duration (0018,1242), in
     * milliseconds, times Number of Frames in Rotation (0054,0053), both in the items of the Rotation Information
     * Sequence (0054,0052) (PS3.3 C.8.4.12): the time that a detector stood at its views, while the other detectors
     * stood at theirs. For images stored as PET it is Actual Frame Duration at the top level (PS3.3 C.8.9.4.1.6). A
     * file without them is refused.
     *
     * @param cpsPerMBq counts per second per MBq, positive
     */
    record Sensitivity(double cpsPerMBq) implements Calibration {

        private static final double BQ_PER_MBQ = 1e6;

        /** Refuses a sensitivity that is not positive and finite. */
        public Sensitivity {
            requirePositive(cpsPerMBq, "A sensitivity in counts per second per MBq");
        }

        /**
         * The Bq/ml of one count.
         *
         * @param durationS how long counts were collected
         * @param voxelMl volume of a voxel
         */
        public double bqPerMlPerCount(double durationS, double voxelMl) {
            return BQ_PER_MBQ / (cpsPerMBq * durationS * voxelMl);
        }
    }

    private static void requirePositive(double value, String what) {
        if (!(value > 0 && value <= LARGEST)) {
            throw new IllegalArgumentException(what + " is a positive number, not " + value + ".");
        }
    }
}
