package org.glomera.dicom;

import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * A linear real world value mapping (PS3.3 C.7.6.16.2.11): {@code value = slope * stored + intercept} for stored
 * values from {@code first} to {@code last}.
 */
final class RealWorldMapping {

    /** Units of activity concentration in UCUM and how many Bq/ml each is. */
    private static final Map<String, Double> BQ_PER_ML = Map.of("Bq/ml", 1.0, "Bq/mL", 1.0, "kBq/ml", 1e3, "kBq/mL",
            1e3, "MBq/ml", 1e6, "MBq/mL", 1e6);

    private final Header header;
    private final double slope;
    private final double intercept;
    private final int first;
    private final int last;

    private RealWorldMapping(Header header, double slope, double intercept, int first, int last) {
        this.header = header;
        this.slope = slope;
        this.intercept = intercept;
        this.first = first;
        this.last = last;
    }

    /**
     * The mapping of a file to Bq/ml.
     *
     * @throws GlomeraException when there is none
     */
    static RealWorldMapping toBqPerMl(Header header) throws GlomeraException {
        for (DataSet item : header.dataSet().items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE)) {
            Double factor = factor(item);
            if (factor != null) {
                return of(header.of(item), factor, PixelWords.isSigned(header));
            }
        }
        throw header.problem("it has no calibration: no real world value mapping to Bq/ml, and counts alone say "
                + "nothing about activity. Export it quantified, with a Real World Value Mapping in Bq/ml");
    }

    /** The Bq/ml of a stored value. */
    float apply(int stored) throws GlomeraException {
        if (stored < first || stored > last) {
            throw header.problem("the stored value " + stored + " is outside the range " + first + " to " + last
                    + " of its real world value mapping");
        }
        return (float) (slope * stored + intercept);
    }

    private static Double factor(DataSet item) {
        return item.items(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE).stream().findFirst()
                .flatMap(code -> code.text(Tag.CODE_VALUE)).map(BQ_PER_ML::get).orElse(null);
    }

    private static RealWorldMapping of(Header item, double factor, boolean signed) throws GlomeraException {
        double slope = item.requireNumber(Tag.REAL_WORLD_VALUE_SLOPE, "real world value slope") * factor;
        double intercept = item.requireNumber(Tag.REAL_WORLD_VALUE_INTERCEPT, "real world value intercept") * factor;
        if (!(slope > 0)) {
            throw item.problem("the slope of its real world value mapping is not positive");
        }
        double first = item.requireNumber(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, "first value mapped");
        double last = item.requireNumber(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, "last value mapped");
        return new RealWorldMapping(item, slope, intercept, PixelWords.asStored(first, signed),
                PixelWords.asStored(last, signed));
    }
}
