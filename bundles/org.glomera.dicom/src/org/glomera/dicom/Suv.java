package org.glomera.dicom;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.Tag;

/**
 * Standardised uptake values by body weight, and the scale factors of Philips. By definition (PS3.3 C.8.9.1.1.3, unit
 * GML) {@code SUVbw = C * weight / dose}, hence {@code C[Bq/ml] = SUVbw[g/ml] * dose[Bq] / (1000 * weight[kg])}, with
 * the dose decayed to the time that the image's activity is stated for.
 */
final class Suv {

    private static final double G_PER_KG = 1000;
    private static final double BQ_PER_MBQ = 1e6;
    /** Below this, in Bq, a dose was written in another unit: nobody can be imaged with a tenth of a megabecquerel. */
    private static final double SMALLEST_DOSE_BQ = 1e5;
    /** Above this, in Bq, likewise: a therapy has some 1e10. */
    private static final double LARGEST_DOSE_BQ = 1e12;
    private static final String PHILIPS = "philips pet private group";

    private Suv() {
    }

    /** The Bq/ml of one unit of SUV of an image whose unit is GML. */
    static double bqPerMl(Header header, EmissionSource source, Remarks remarks) throws GlomeraException {
        String type = header.text(Tag.SUV_TYPE).toUpperCase(Locale.ROOT);
        if (!type.isEmpty() && !type.equals("BW")) {
            throw header.problem("its values are standardised uptake values of the type '" + type + "' (0054,1006), of "
                    + "which only those by body weight (BW) can become Bq/ml. Export it in Bq/ml (BQML)");
        }
        return byWeight(header, source, remarks);
    }

    private static double byWeight(Header header, EmissionSource source, Remarks remarks) throws GlomeraException {
        double weightKg = header.number(Tag.PATIENT_WEIGHT).orElse(0);
        if (!(weightKg > 0) || !Double.isFinite(weightKg)) {
            throw missing(header, "the patient's weight (0010,1030)");
        }
        Radiopharmaceutical tracer = Radiopharmaceutical.of(header);
        double doseBq = tracer.totalDose().orElseThrow(() -> missing(header, "the administered activity (0018,1074)"))
                * (source.isPet() ? 1 : BQ_PER_MBQ);
        if (doseBq < SMALLEST_DOSE_BQ || doseBq > LARGEST_DOSE_BQ) {
            throw header.problem("its administered activity (0018,1074) would be " + doseBq + " Bq, which is not "
                    + "possible, so its standardised uptake values cannot become Bq/ml. Export it in Bq/ml (BQML)");
        }
        double factor = doseBq * decayOfDose(header, source, tracer, remarks) / (G_PER_KG * weightKg);
        remarks.add("Standardised uptake values by body weight became Bq/ml by the weight and the administered activity "
                + "in the file, " + Remarks.number(factor) + " Bq/ml per g/ml.");
        return factor;
    }

    private static double decayOfDose(Header header, EmissionSource source, Radiopharmaceutical tracer,
            Remarks remarks) throws GlomeraException {
        switch (DecayState.of(header).event()) {
            case ADMIN:
                return 1;
            case START:
                double halfLifeS = tracer.halfLifeS(remarks);
                LocalDateTime start = source.scanStart()
                        .orElseThrow(() -> missing(header, "the start of its acquisition (0008,0022) (0008,0032)"));
                LocalDateTime given = tracer.administered(start, halfLifeS, remarks);
                return DecayChange.factor(DecayChange.seconds(Duration.between(given, start)), halfLifeS);
            default:
                throw missing(header, "whether decay is corrected to START or ADMIN (0054,1102)");
        }
    }

    private static GlomeraException missing(Header header, String what) {
        return header.problem("its values are standardised uptake values, but it does not say " + what + ", so they "
                + "cannot become Bq/ml. Export it in Bq/ml (BQML)");
    }

    /**
     * What Philips scanners write beside the unit CNTS: the Bq/ml of one rescaled value (7053,1009), else its SUV
     * (7053,1000). Empty when the file has neither.
     */
    static OptionalDouble philipsBqPerMl(Header header, EmissionSource source, Remarks remarks)
            throws GlomeraException {
        if (!header.text(Tag.PHILIPS_PET_CREATOR).toLowerCase(Locale.ROOT).equals(PHILIPS)) {
            return OptionalDouble.empty();
        }
        double factor = header.number(Tag.PHILIPS_ACTIVITY_CONCENTRATION_SCALE_FACTOR).orElse(0);
        if (factor > 0 && Double.isFinite(factor)) {
            remarks.add("Counts became Bq/ml by the scale factor that Philips writes (7053,1009).");
            return OptionalDouble.of(factor);
        }
        double suv = header.number(Tag.PHILIPS_SUV_SCALE_FACTOR).orElse(0);
        if (suv > 0 && Double.isFinite(suv)) {
            remarks.add("Counts became standardised uptake values by the scale factor that Philips writes (7053,1000).");
            return OptionalDouble.of(suv * byWeight(header, source, remarks));
        }
        return OptionalDouble.empty();
    }
}
