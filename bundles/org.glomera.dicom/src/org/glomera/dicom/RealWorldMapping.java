package org.glomera.dicom;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * A linear real world value mapping (PS3.3 C.7.6.16.2.11): {@code value = slope * stored + intercept} for stored
 * values from {@code first} to {@code last}. It applies to the stored values, whatever the rescale slope.
 */
record RealWorldMapping(double slope, double intercept, int first, int last) {

    private static final double BQ_PER_CURIE = 3.7e10;
    /** Units of activity concentration in UCUM and how many Bq/ml each is; 1 ml is 1 cubic centimetre. */
    private static final Map<String, Double> BQ_PER_ML = Map.ofEntries(Map.entry("Bq/ml", 1.0),
            Map.entry("kBq/ml", 1e3), Map.entry("MBq/ml", 1e6), Map.entry("GBq/ml", 1e9), Map.entry("Bq/cm3", 1.0),
            Map.entry("kBq/cm3", 1e3), Map.entry("MBq/cm3", 1e6), Map.entry("Bq/l", 1e-3), Map.entry("kBq/l", 1.0),
            Map.entry("MBq/l", 1e3), Map.entry("nCi/ml", 1e-9 * BQ_PER_CURIE), Map.entry("uCi/ml", 1e-6 * BQ_PER_CURIE));

    /**
     * The mapping of a file to Bq/ml; empty when it has none.
     *
     * @throws GlomeraException when it has one that is not linear or not complete
     */
    static Optional<RealWorldMapping> toBqPerMl(Header header) throws GlomeraException {
        for (DataSet item : header.dataSet().items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE)) {
            Double factor = factor(item);
            if (factor != null) {
                return Optional.of(of(header.of(item), factor, PixelWords.isSigned(header)));
            }
        }
        return Optional.empty();
    }

    private static Double factor(DataSet item) {
        return item.items(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE).stream().findFirst()
                .flatMap(code -> code.text(Tag.CODE_VALUE)).map(text -> text.replace("/mL", "/ml").replace("/L", "/l"))
                .map(BQ_PER_ML::get).orElse(null);
    }

    private static RealWorldMapping of(Header item, double factor, boolean signed) throws GlomeraException {
        if (item.dataSet().has(Tag.REAL_WORLD_VALUE_LUT_DATA) && !item.dataSet().has(Tag.REAL_WORLD_VALUE_SLOPE)) {
            throw item.problem("its real world value mapping is a table (0040,9212), not a slope and an intercept; "
                    + "export it with a linear mapping");
        }
        double slope = item.requireNumber(Tag.REAL_WORLD_VALUE_SLOPE, "real world value slope") * factor;
        double intercept = item.requireNumber(Tag.REAL_WORLD_VALUE_INTERCEPT, "real world value intercept") * factor;
        if (!(slope > 0)) {
            throw item.problem("the slope of its real world value mapping is not positive");
        }
        return new RealWorldMapping(slope, intercept,
                bound(item, Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED,
                        Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, "first value mapped", signed),
                bound(item, Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED,
                        Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_LAST_VALUE_MAPPED, "last value mapped", signed));
    }

    private static int bound(Header item, Tag words, Tag real, String meaning, boolean signed) throws GlomeraException {
        OptionalDouble exact = item.number(real);
        return exact.isPresent() ? (int) exact.getAsDouble()
                : PixelWords.asStored(item.requireNumber(words, meaning), signed);
    }
}
