package org.glomera.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.toolkit.Tag;

/**
 * Stored values of uncompressed grey pixels (PS3.5 section 8, PS3.3 C.7.6.3): words of 8 or 16 bits, of which the low
 * {@code bitsStored} count, signed or not.
 */
final class PixelWords {

    /** Transfer syntaxes (PS3.5 annex A) whose pixels take as many bytes in the file as in memory. */
    private static final Set<String> UNCOMPRESSED = Set.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1",
            "1.2.840.10008.1.2.2");

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
        PixelWords form = form(header, header.dataSet().bytes(Tag.PIXEL_DATA)
                .orElseThrow(() -> header.problem("it has no pixel data")));
        form.requireRoom(header, form.bytes.length, count);
        return form;
    }

    /**
     * The form of the stored values of an image whose header alone was read: there are no values in it.
     *
     * @throws GlomeraException when they are of another kind, or are not compressed and the whole file is shorter
     */
    static PixelWords announced(Header header, long count) throws GlomeraException {
        PixelWords form = form(header, new byte[0]);
        if (UNCOMPRESSED.contains(header.text(Tag.TRANSFER_SYNTAX_UID))) {
            try {
                form.requireRoom(header, Files.size(header.file()), count);
            } catch (IOException e) {
                throw new GlomeraException(Kind.INPUT, header.file() + " cannot be read: " + e.getMessage()
                        + ". Check the disk and the file's permissions.", e);
            }
        }
        return form;
    }

    private void requireRoom(Header header, long available, long count) throws GlomeraException {
        if (available < count * bytesPerValue) {
            throw header.problem("its pixel data have " + available + " bytes, but its size asks for "
                    + count * bytesPerValue + "; it was probably cut off when it was copied");
        }
    }

    private static PixelWords form(Header header, byte[] bytes) throws GlomeraException {
        int allocated = header.requireInteger(Tag.BITS_ALLOCATED, "number of bits allocated");
        int stored = header.requireInteger(Tag.BITS_STORED, "number of bits stored");
        int high = header.integer(Tag.HIGH_BIT).orElse(stored - 1);
        int samples = header.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        if (samples != 1 || allocated != 8 && allocated != 16 || stored < 1 || stored > allocated
                || high != stored - 1) {
            throw header.problem("its pixels (" + samples + " samples, " + allocated + " bits allocated, " + stored
                    + " stored, high bit " + high + ") are not grey values of 8 or 16 bits");
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
