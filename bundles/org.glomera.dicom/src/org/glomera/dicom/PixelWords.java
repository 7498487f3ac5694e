package org.glomera.dicom;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

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

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class,
            ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final Form form;

    private PixelWords(byte[] bytes, Form form) {
        this.bytes = bytes;
        this.form = form;
    }

    /**
     * How a value is stored.
     *
     * @param bytesPerValue 1 or 2
     * @param bitsStored how many of the low bits count
     * @param signed whether the highest of them is a sign
     */
    record Form(int bytesPerValue, int bitsStored, boolean signed) {

        /** The value of a word, whose higher bits are ignored. */
        int valueOf(int word) {
            int shift = Integer.SIZE - bitsStored;
            return signed ? word << shift >> shift : word << shift >>> shift;
        }

        /** What every possible word, taken as an unsigned number, becomes by a function of its value. */
        float[] table(IntToDoubleFunction meaning) {
            float[] table = new float[1 << Byte.SIZE * bytesPerValue];
            for (int word = 0; word < table.length; word++) {
                table[word] = (float) meaning.applyAsDouble(valueOf(word));
            }
            return table;
        }
    }

    /**
     * The stored values of an image.
     *
     * @param count how many the header promises
     * @throws GlomeraException when the pixel data are missing, shorter or of another kind
     */
    static PixelWords of(Header header, long count) throws GlomeraException {
        PixelWords words = words(header, header.dataSet().bytes(Tag.PIXEL_DATA)
                .orElseThrow(() -> header.problem("it has no pixel data")));
        words.requireRoom(header, words.bytes.length, count);
        return words;
    }

    /**
     * The form of the stored values of an image whose header alone was read: there are no values in it.
     *
     * @throws GlomeraException when they are of another kind, or are not compressed and the whole file is shorter
     */
    static PixelWords announced(Header header, long count) throws GlomeraException {
        PixelWords words = words(header, new byte[0]);
        if (UNCOMPRESSED.contains(header.text(Tag.TRANSFER_SYNTAX_UID))) {
            try {
                words.requireRoom(header, Files.size(header.file()), count);
            } catch (IOException e) {
                throw new GlomeraException(Kind.INPUT, header.file() + " cannot be read: " + e.getMessage()
                        + ". Check the disk and the file's permissions.", e);
            }
        }
        return words;
    }

    private void requireRoom(Header header, long available, long count) throws GlomeraException {
        if (available < count * form.bytesPerValue()) {
            throw header.problem("its pixel data have " + available + " bytes, but its size asks for "
                    + count * form.bytesPerValue() + "; it was probably cut off when it was copied");
        }
    }

    private static PixelWords words(Header header, byte[] bytes) throws GlomeraException {
        int allocated = header.requireInteger(Tag.BITS_ALLOCATED, "number of bits allocated");
        int stored = header.requireInteger(Tag.BITS_STORED, "number of bits stored");
        int high = header.integer(Tag.HIGH_BIT).orElse(stored - 1);
        int samples = header.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        if (samples != 1 || allocated != 8 && allocated != 16 || stored < 1 || stored > allocated
                || high != stored - 1) {
            throw header.problem("its pixels (" + samples + " samples, " + allocated + " bits allocated, " + stored
                    + " stored, high bit " + high + ") are not grey values of 8 or 16 bits");
        }
        return new PixelWords(bytes, new Form(allocated / 8, stored, isSigned(header)));
    }

    /** Whether stored values are signed. */
    static boolean isSigned(Header header) throws GlomeraException {
        return header.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
    }

    /** A value of an element that has the pixels' signedness, however the toolkit read it. */
    static int asStored(double value, boolean signed) {
        return signed ? (short) (int) value : (int) value & 0xffff;
    }

    /** How values are stored. */
    Form form() {
        return form;
    }

    /**
     * Puts what words become by a table of their form into an array.
     *
     * @param offset where the first is put
     * @param from the place of the first among the stored values
     */
    void into(float[] table, float[] target, int offset, int from, int count) {
        if (form.bytesPerValue() == 1) {
            for (int i = 0; i < count; i++) {
                target[offset + i] = table[bytes[from + i] & 0xff];
            }
        } else {
            for (int i = 0; i < count; i++) {
                target[offset + i] = table[(short) SHORTS.get(bytes, 2 * (from + i)) & 0xffff];
            }
        }
    }

    /** The stored value at a place. */
    int at(int index) {
        return form.valueOf(form.bytesPerValue() == 1 ? bytes[index] : (short) SHORTS.get(bytes, 2 * index));
    }
}
