package org.glomera.dicom;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.Tag;

/**
 * Stored values of uncompressed grey pixels (PS3.5 section 8, PS3.3 C.7.6.3): words of 8 or 16 bits, of which the low
 * {@code bitsStored} count, signed or not.
 */
final class PixelWords {

    private final byte[] bytes;
    private final int bytesPerValue;
    private final int shift;
    private final boolean signed;

    private PixelWords(byte[] bytes, int bytesPerValue, int bitsStored, boolean signed) {
        this.bytes = bytes;
        this.bytesPerValue = bytesPerValue;
        this.shift = Integer.SIZE - bitsStored;
        this.signed = signed;
    }

    /**
     * The stored values of an image.
     *
     * @param count how many the header promises
     * @throws GlomeraException when the pixel data are missing, shorter or of another kind
     */
    static PixelWords of(Header header, long count) throws GlomeraException {
        int allocated = header.requireInteger(Tag.BITS_ALLOCATED, "number of bits allocated");
        int stored = header.requireInteger(Tag.BITS_STORED, "number of bits stored");
        int high = header.integer(Tag.HIGH_BIT).orElse(stored - 1);
        int samples = header.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        if (samples != 1 || allocated != 8 && allocated != 16 || stored < 1 || stored > allocated
                || high != stored - 1) {
            throw header.problem("its pixels (" + samples + " samples, " + allocated + " bits allocated, " + stored
                    + " stored, high bit " + high + ") are not grey values of 8 or 16 bits");
        }
        byte[] bytes = header.dataSet().bytes(Tag.PIXEL_DATA)
                .orElseThrow(() -> header.problem("it has no pixel data"));
        if (bytes.length < count * (allocated / 8)) {
            throw header.problem("its pixel data have " + bytes.length + " bytes, but its size asks for "
                    + count * (allocated / 8) + "; it was probably cut off when it was copied");
        }
        return new PixelWords(bytes, allocated / 8, stored, isSigned(header));
    }

    /** Whether stored values are signed. */
    static boolean isSigned(Header header) throws GlomeraException {
        return header.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
    }

    /** A value of an element that has the pixels' signedness, however the toolkit read it. */
    static int asStored(double value, boolean signed) {
        return signed ? (short) (int) value : (int) value & 0xffff;
    }

    /** The stored value at a place. */
    int at(int index) {
        int word = bytesPerValue == 1 ? bytes[index]
                : bytes[2 * index] & 0xff | bytes[2 * index + 1] << 8;
        return signed ? word << shift >> shift : word << shift >>> shift;
    }
}
