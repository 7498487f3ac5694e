package org.glomera.phantom.anatomy;

/** What a region is filled with. Immutable, safe for use by several threads. */
public interface Tissue {

    /** The attenuation in Hounsfield units at a point that lies {@code depthMm} below the region's surface. */
    double hu(double x, double y, double z, double depthMm);

    /** The activity concentration in Bq/ml at a point that lies {@code depthMm} below the region's surface. */
    double activity(double x, double y, double z, double depthMm);

    /** The same everywhere. */
    static Tissue even(double hu, double activityBqPerMl) {
        return new Textured(hu, 0, activityBqPerMl, 0, 1, null);
    }

    /**
     * A tissue that varies from place to place.
     *
     * @param hu mean attenuation in Hounsfield units
     * @param huRange largest deviation from it
     * @param activityBqPerMl mean activity concentration
     * @param activityShare largest relative deviation from it, 0 to 1
     * @param wavelengthMm size of the structures
     * @param noise the deviation; not used, and may be null, when both deviations are 0
     */
    record Textured(double hu, double huRange, double activityBqPerMl, double activityShare, double wavelengthMm,
            SmoothNoise noise) implements Tissue {

        @Override
        public double hu(double x, double y, double z, double depthMm) {
            return huRange == 0 ? hu : hu + huRange * at(x, y, z);
        }

        @Override
        public double activity(double x, double y, double z, double depthMm) {
            return activityShare == 0 ? activityBqPerMl : activityBqPerMl * (1 + activityShare * at(x, y, z));
        }

        private double at(double x, double y, double z) {
            return noise.at(x / wavelengthMm, y / wavelengthMm, z / wavelengthMm);
        }
    }

    /**
     * A tissue with a coat of another.
     *
     * @param coat the tissue next to the surface
     * @param coatMm its thickness
     * @param inside the tissue below
     */
    record Coated(Tissue coat, double coatMm, Tissue inside) implements Tissue {

        @Override
        public double hu(double x, double y, double z, double depthMm) {
            return (depthMm < coatMm ? coat : inside).hu(x, y, z, depthMm);
        }

        @Override
        public double activity(double x, double y, double z, double depthMm) {
            return (depthMm < coatMm ? coat : inside).activity(x, y, z, depthMm);
        }
    }

    /**
     * One tissue with strands of another where the noise is high, for instance fat in muscle, vessels in fat.
     *
     * @param main the tissue that prevails
     * @param strand the tissue of the strands
     * @param threshold where the strands begin, -1 to 1; higher means fewer
     * @param wavelengthMm size of the structures
     * @param noise where the strands are
     */
    record Streaked(Tissue main, Tissue strand, double threshold, double wavelengthMm, SmoothNoise noise)
            implements Tissue {

        private static final double SOFTNESS = 0.15;

        @Override
        public double hu(double x, double y, double z, double depthMm) {
            double share = share(x, y, z);
            double hu = main.hu(x, y, z, depthMm);
            return share > 0 ? hu + share * (strand.hu(x, y, z, depthMm) - hu) : hu;
        }

        @Override
        public double activity(double x, double y, double z, double depthMm) {
            return main.activity(x, y, z, depthMm);
        }

        private double share(double x, double y, double z) {
            double value = noise.at(x / wavelengthMm, y / wavelengthMm, z / (2 * wavelengthMm));
            return Math.max(0, Math.min(1, (value - threshold) / SOFTNESS));
        }
    }
}
