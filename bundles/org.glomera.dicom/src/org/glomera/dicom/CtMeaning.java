package org.glomera.dicom;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Quantity;
import org.glomera.dicom.toolkit.Tag;

/**
 * Stored values of CT as Hounsfield units: {@code slope * stored + intercept} (PS3.3 C.8.2.1, C.11.1). Voxels with the
 * pixel padding value or in its range (PS3.3 C.7.5.1.1.2) become {@link CtReader#PADDING_HU}. Thread-safe.
 */
final class CtMeaning implements SliceMeaning {

    /** Rescale types of Hounsfield units: said so, or left out, which for CT is the same. */
    private static final Set<String> HOUNSFIELD = Set.of("HU", "");
    /** The rescale type that says nothing (PS3.3 C.11.1.1.2). */
    private static final String UNSPECIFIED = "US";

    private static final String TAKEN = "The files call their values unspecified (rescale type US); they were taken as "
            + "Hounsfield units.";

    private volatile Table last;

    /**
     * What each stored word becomes.
     *
     * @param form the form of the words
     */
    private record Table(PixelWords.Form form, double slope, double intercept, Padding padding, float[] values) {
        boolean is(PixelWords.Form otherForm, double otherSlope, double otherIntercept, Padding otherPadding) {
            return form.equals(otherForm) && slope == otherSlope && intercept == otherIntercept
                    && padding.equals(otherPadding);
        }
    }

    @Override
    public Quantity quantity() {
        return Quantity.HOUNSFIELD;
    }

    @Override
    public float outside() {
        return CtReader.PADDING_HU;
    }

    @Override
    public Values values(Header header, PixelWords words) throws GlomeraException {
        return values(header, header, words);
    }

    /** The values when slope, intercept and type are in another place than the rest. */
    Values values(Header header, Header rescale, PixelWords words) throws GlomeraException {
        if (!header.dataSet().items(Tag.MODALITY_LUT_SEQUENCE).isEmpty()) {
            throw header.problem("a table turns its pixels into values (modality LUT sequence "
                    + Tag.MODALITY_LUT_SEQUENCE.notation() + "), which is not read for CT. Export it with rescale "
                    + "slope and intercept");
        }
        double slope = rescale.requireNumber(Tag.RESCALE_SLOPE, "rescale slope");
        double intercept = rescale.requireNumber(Tag.RESCALE_INTERCEPT, "rescale intercept");
        if (slope == 0) {
            throw header.problem("its rescale slope " + Tag.RESCALE_SLOPE.notation() + " is 0, so that all its voxels "
                    + "would be the same. Export it again from the system that made it");
        }
        String type = rescale.text(Tag.RESCALE_TYPE).toUpperCase(Locale.ROOT);
        if (!HOUNSFIELD.contains(type) && !type.equals(UNSPECIFIED)) {
            throw header.problem("its values are of the type '" + type + "', not Hounsfield units");
        }
        float[] table = table(words.form(), slope, intercept, Padding.of(header));
        return new TableValues(words, table, type.equals(UNSPECIFIED) ? List.of(TAKEN) : List.of());
    }

    private float[] table(PixelWords.Form form, double slope, double intercept, Padding padding) {
        Table known = last;
        if (known == null || !known.is(form, slope, intercept, padding)) {
            known = new Table(form, slope, intercept, padding, form.table(stored -> padding.contains(stored)
                    ? CtReader.PADDING_HU : slope * stored + intercept));
            last = known;
        }
        return known.values();
    }

    /** Values that are looked up in a table of all stored words. */
    record TableValues(PixelWords words, float[] table, List<String> remarks) implements Values {
        @Override
        public void into(float[] target, int offset, int from, int count) {
            words.into(table, target, offset, from, count);
        }
    }

    /** The stored values that stand for no value; none when low is above high. */
    record Padding(int low, int high) {

        static Padding of(Header header) throws GlomeraException {
            OptionalDouble value = header.number(Tag.PIXEL_PADDING_VALUE);
            if (value.isEmpty()) {
                return new Padding(1, 0);
            }
            boolean signed = PixelWords.isSigned(header);
            int one = PixelWords.asStored(value.getAsDouble(), signed);
            OptionalDouble limit = header.number(Tag.PIXEL_PADDING_RANGE_LIMIT);
            int other = limit.isEmpty() ? one : PixelWords.asStored(limit.getAsDouble(), signed);
            return new Padding(Math.min(one, other), Math.max(one, other));
        }

        boolean contains(int stored) {
            return stored >= low && stored <= high;
        }
    }
}
