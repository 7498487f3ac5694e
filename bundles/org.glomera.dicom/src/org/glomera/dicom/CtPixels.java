package org.glomera.dicom;

import java.util.OptionalDouble;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.Tag;

/** The pixels of one CT slice as they are stored, with what turns them into Hounsfield units. */
final class CtPixels {

    /** Rescale types of Hounsfield units: said so, left out, or US, unspecified, which for CT is the same. */
    private static final Set<String> HOUNSFIELD_TYPES = Set.of("HU", "", "US");

    private final PixelWords words;
    private final int count;
    private final Padding padding;
    private final float slope;
    private final float intercept;

    private CtPixels(PixelWords words, int count, Padding padding, float slope, float intercept) {
        this.words = words;
        this.count = count;
        this.padding = padding;
        this.slope = slope;
        this.intercept = intercept;
    }

    /**
     * The pixels of a file.
     *
     * @throws GlomeraException when they are fewer than the plane asks for or are not rescaled to Hounsfield units
     */
    static CtPixels of(Header header, SlicePlane plane) throws GlomeraException {
        return of(header, plane, PixelWords::of);
    }

    /** What the header of a file says about its pixels, which were not read: they cannot be asked for. */
    static CtPixels announced(Header header, SlicePlane plane) throws GlomeraException {
        return of(header, plane, PixelWords::announced);
    }

    /** Makes the stored words of a file. */
    @FunctionalInterface
    private interface Words {
        PixelWords of(Header header, long count) throws GlomeraException;
    }

    private static CtPixels of(Header header, SlicePlane plane, Words words) throws GlomeraException {
        float slope = (float) header.requireNumber(Tag.RESCALE_SLOPE, "rescale slope");
        float intercept = (float) header.requireNumber(Tag.RESCALE_INTERCEPT, "rescale intercept");
        String type = header.text(Tag.RESCALE_TYPE);
        if (!HOUNSFIELD_TYPES.contains(type)) {
            throw header.problem("its values are of the type '" + type + "', not Hounsfield units");
        }
        int count = plane.columns() * plane.rows();
        return new CtPixels(words.of(header, count), count, Padding.of(header), slope, intercept);
    }

    /** Puts the Hounsfield units, row by row, into an array from {@code offset} on. */
    void into(float[] target, int offset) {
        for (int i = 0; i < count; i++) {
            int stored = words.at(i);
            target[offset + i] = padding.contains(stored) ? CtReader.PADDING_HU : stored * slope + intercept;
        }
    }

    /** The stored values that stand for no value; none when low is above high. */
    private record Padding(int low, int high) {

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
