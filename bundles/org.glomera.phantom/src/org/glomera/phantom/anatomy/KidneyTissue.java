package org.glomera.phantom.anatomy;

import java.util.List;
import java.util.Objects;

/**
 * What a kidney is filled with: a shell of cortex with columns that reach inwards between the pyramids of the medulla,
 * the renal pelvis along the hilum, and cysts, which take up nothing.
 */
final class KidneyTissue implements Tissue {

    private static final double PYRAMID_MM = 11;
    private static final double PELVIS_UPTAKE = 0.3;
    private static final double CYST_UPTAKE = 0.02;
    private static final double UNEVENNESS = 0.1;

    private enum Kind {
        CORTEX, MEDULLA, PELVIS, CYST
    }

    /**
     * How a kidney is divided.
     *
     * @param cortexMm thickness of the cortex
     * @param columns how much of the inside is columns, -1 for none to 1 for all
     * @param pelvisMm thickness of the pelvis along the hilum; 0 for none
     * @param medullaUptake uptake of the medulla as a share of the cortex's
     */
    record Division(double cortexMm, double columns, double pelvisMm, double medullaUptake) {
    }

    private final Division division;
    private final Bean bean;
    private final List<Ellipsoid> cysts;
    private final SmoothNoise noise;
    private final Attenuation attenuation;
    private final double cortexBqPerMl;

    /** Makes a tissue; {@code bean} is null where the shape has no known hilum, and then there is no pelvis. */
    KidneyTissue(Division division, Bean bean, List<Ellipsoid> cysts, SmoothNoise noise, Attenuation attenuation,
            double cortexBqPerMl) {
        this.division = Objects.requireNonNull(division);
        this.bean = bean;
        this.cysts = List.copyOf(cysts);
        this.noise = Objects.requireNonNull(noise);
        this.attenuation = Objects.requireNonNull(attenuation);
        this.cortexBqPerMl = cortexBqPerMl;
    }

    /** The same tissue with another activity concentration in the cortex. */
    KidneyTissue withCortex(double bqPerMl) {
        return new KidneyTissue(division, bean, cysts, noise, attenuation, bqPerMl);
    }

    private Kind kind(double x, double y, double z, double depthMm) {
        for (Ellipsoid cyst : cysts) {
            if (cyst.distance(x, y, z) < 0) {
                return Kind.CYST;
            }
        }
        if (bean != null && depthMm < 2 * division.cortexMm
                && bean.distanceFromSinus(x, y, z) < division.pelvisMm && depthMm > 0.5) {
            return Kind.PELVIS;
        }
        boolean column = noise.at(x / PYRAMID_MM, y / PYRAMID_MM, z / PYRAMID_MM) < division.columns;
        return depthMm < division.cortexMm || column ? Kind.CORTEX : Kind.MEDULLA;
    }

    @Override
    public double hu(double x, double y, double z, double depthMm) {
        return switch (kind(x, y, z, depthMm)) {
            case CORTEX -> attenuation.cortex();
            case MEDULLA -> attenuation.medulla();
            case PELVIS -> attenuation.urine();
            case CYST -> attenuation.urine() > 40 ? 8 : attenuation.urine();
        };
    }

    @Override
    public double activity(double x, double y, double z, double depthMm) {
        double uneven = 1 + UNEVENNESS * noise.at(x / PYRAMID_MM + 7, y / PYRAMID_MM, z / PYRAMID_MM);
        return cortexBqPerMl * switch (kind(x, y, z, depthMm)) {
            case CORTEX -> uneven;
            case MEDULLA -> division.medullaUptake * uneven;
            case PELVIS -> PELVIS_UPTAKE;
            case CYST -> CYST_UPTAKE;
        };
    }
}
