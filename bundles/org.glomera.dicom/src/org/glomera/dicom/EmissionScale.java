package org.glomera.dicom;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Quantity;
import org.glomera.dicom.toolkit.Tag;

/**
 * What turns the stored values of an emission image into Bq/ml, or into counts: {@code value = slope * stored +
 * intercept}. In this order the first that a file has holds: a real world value mapping to Bq/ml; the unit BQML
 * (0054,1001) with the rescale slope and intercept; a SUV with weight and administered activity; counts with the
 * calibration that the user set; counts as they are. Pixel padding (PS3.3 C.7.5.1.1.2), outside the reconstructed circle,
 * is 0.
 *
 * @param file the file of the image
 * @param slope change of the value with the stored value, positive
 * @param intercept value of a stored 0
 * @param quantity activity concentration or counts
 * @param mapping the range of stored values that a real world value mapping holds for; empty for all
 * @param padding the stored values that stand for no value
 */
record EmissionScale(Header file, double slope, double intercept, Quantity quantity,
        Optional<RealWorldMapping> mapping, CtMeaning.Padding padding) {

    private static final int LARGEST_STORED = 65535;

    /** The scale of a mapping to Bq/ml, for activity that is stated for another time by a factor. */
    static EmissionScale of(Header header, RealWorldMapping mapping, double decayFactor) throws GlomeraException {
        return new EmissionScale(header, mapping.slope() * decayFactor, mapping.intercept() * decayFactor,
                Quantity.ACTIVITY_CONCENTRATION, Optional.of(mapping), CtMeaning.Padding.of(header)).checked();
    }

    /**
     * The scale of an image.
     *
     * @param source kind of image, how long counts were collected, volume of a voxel
     * @param calibration what the user set for counts
     * @param remarks gets what was done to the values
     * @throws GlomeraException when its values are of a unit that cannot become Bq/ml, or the file does not say enough
     */
    static EmissionScale of(Header header, EmissionSource source, Optional<Calibration> calibration, Remarks remarks)
            throws GlomeraException {
        Optional<RealWorldMapping> mapping = RealWorldMapping.toBqPerMl(header);
        if (mapping.isPresent()) {
            return of(header, mapping.get(), 1);
        }
        EmissionScale stored = rescaled(header);
        switch (unit(header, source)) {
            case "BQML":
                return stored.as(1, Quantity.ACTIVITY_CONCENTRATION);
            case "GML":
                return stored.as(Suv.bqPerMl(header, source, remarks), Quantity.ACTIVITY_CONCENTRATION);
            case "CNTS":
                return stored.counts(source, calibration, remarks);
            case "PROPCNTS":
                return stored.proportional(source, calibration, remarks);
            default:
                throw header.problem("its values have the unit '" + header.text(Tag.UNITS) + "' (0054,1001), which cannot "
                        + "become Bq/ml. Export it in Bq/ml (BQML)");
        }
    }

    private static String unit(Header header, EmissionSource source) throws GlomeraException {
        String unit = header.text(Tag.UNITS).toUpperCase(Locale.ROOT);
        if (!unit.isEmpty()) {
            return unit;
        }
        if (source.isPet()) {
            throw header.problem("it does not say the unit of its values (0054,1001). Export it in Bq/ml (BQML)");
        }
        return header.text(Tag.RESCALE_TYPE).equalsIgnoreCase("BQML") ? "BQML" : "CNTS";
    }

    private static EmissionScale rescaled(Header header) throws GlomeraException {
        OptionalDouble slope = header.number(Tag.RESCALE_SLOPE);
        double intercept = header.number(Tag.RESCALE_INTERCEPT).orElse(0);
        if (slope.isEmpty() && !header.text(Tag.UNITS).isEmpty() && !header.text(Tag.UNITS).equals("CNTS")) {
            throw header.problem("its rescale slope (0028,1053) is missing, without which its unit says nothing; export "
                    + "it again from the system that made it");
        }
        if (!(slope.orElse(1) > 0) || !Double.isFinite(slope.orElse(1)) || !Double.isFinite(intercept)) {
            throw header.problem("its rescale slope (0028,1053) is not positive or its intercept (0028,1052) not finite");
        }
        return new EmissionScale(header, slope.orElse(1), intercept, Quantity.COUNTS, Optional.empty(),
                CtMeaning.Padding.of(header)).checked();
    }

    /** Refuses a scale by which values would be larger than a number can be. */
    private EmissionScale checked() throws GlomeraException {
        if (!Float.isFinite((float) (slope * LARGEST_STORED)) || !Float.isFinite((float) intercept)) {
            throw file.problem("its values would be larger than numbers can be: one stored count is " + slope + " "
                    + quantity.unit() + ". Check its rescale slope and its half-life");
        }
        return this;
    }

    private EmissionScale counts(EmissionSource source, Optional<Calibration> calibration, Remarks remarks)
            throws GlomeraException {
        OptionalDouble philips = Suv.philipsBqPerMl(file, source, remarks);
        if (philips.isPresent()) {
            return as(philips.getAsDouble(), Quantity.ACTIVITY_CONCENTRATION);
        }
        if (calibration.isEmpty()) {
            return this;
        }
        double factor = calibration.get() instanceof Calibration.Sensitivity sensitivity
                ? bySensitivity(sensitivity, source, remarks) : byFactor(calibration.get(), remarks);
        return as(factor, Quantity.ACTIVITY_CONCENTRATION);
    }

    private EmissionScale proportional(EmissionSource source, Optional<Calibration> calibration, Remarks remarks)
            throws GlomeraException {
        if (calibration.isPresent() && calibration.get() instanceof Calibration.Sensitivity) {
            throw file.problem("its values are only proportional to counts (PROPCNTS), so that a sensitivity in counts "
                    + "per second cannot make Bq/ml of them. Set a factor in Bq/ml per count");
        }
        return counts(source, calibration, remarks);
    }

    private static double byFactor(Calibration calibration, Remarks remarks) {
        double factor = ((Calibration.BqPerMlPerCount) calibration).factor();
        remarks.add("Counts became Bq/ml by the factor that you set, " + Remarks.number(factor) + " Bq/ml per count.");
        return factor;
    }

    private double bySensitivity(Calibration.Sensitivity sensitivity, EmissionSource source, Remarks remarks)
            throws GlomeraException {
        double durationS = source.durationS().orElseThrow(() -> file.problem("it does not say how long counts were "
                + "collected: " + source.whereDuration() + ", so the sensitivity that you set cannot make Bq/ml of its "
                + "counts. Set a factor in Bq/ml per count"));
        double factor = sensitivity.bqPerMlPerCount(durationS, source.voxelMl());
        remarks.add("Counts became Bq/ml by the sensitivity that you set: 1000000 / (" + Remarks.number(sensitivity.cpsPerMBq())
                + " cps/MBq x " + Remarks.number(durationS) + " s x " + Remarks.number(source.voxelMl()) + " ml) = "
                + Remarks.number(factor) + " Bq/ml per count.");
        return factor;
    }

    private EmissionScale as(double factor, Quantity other) throws GlomeraException {
        return new EmissionScale(file, slope * factor, intercept * factor, other, mapping, padding).checked();
    }

    /** The same with activity stated for another time; counts stay as they are. */
    EmissionScale at(DecayChange decay, OptionalDouble durationS) throws GlomeraException {
        return quantity == Quantity.ACTIVITY_CONCENTRATION ? as(decay.factor(file, durationS), quantity) : this;
    }

    /**
     * Puts the values of an image, row by row, into an array.
     *
     * @param offset where the first is put
     * @param words the stored values
     * @param from the place of the first among them
     * @throws GlomeraException when one is outside the range of the real world value mapping
     */
    void into(float[] target, int offset, PixelWords words, int from, int count) throws GlomeraException {
        for (int i = 0; i < count; i++) {
            target[offset + i] = apply(words.at(from + i));
        }
    }

    /**
     * The value of a stored value.
     *
     * @throws GlomeraException when it is outside the range of the real world value mapping
     */
    private float apply(int stored) throws GlomeraException {
        if (padding.contains(stored)) {
            return 0;
        }
        if (mapping.isPresent() && (stored < mapping.get().first() || stored > mapping.get().last())) {
            throw file.problem("the stored value " + stored + " is outside the range " + mapping.get().first() + " to "
                    + mapping.get().last() + " of its real world value mapping");
        }
        return (float) (slope * stored + intercept);
    }
}
