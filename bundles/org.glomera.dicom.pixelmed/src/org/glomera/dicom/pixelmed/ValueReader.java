package org.glomera.dicom.pixelmed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.StringJoiner;

import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.glomera.dicom.toolkit.Vr;

import com.pixelmed.dicom.SpecificCharacterSet;

/**
 * Turns the bytes of values into what the port holds (PS3.5 section 6.2). The file's representation counts where it
 * fits; where it is another than the tag has, numbers become text and text becomes numbers. For one thread.
 */
final class ValueReader {

    /** More bytes of numbers than any vector of 65,535 frames has. */
    private static final int MOST_NUMBER_BYTES = 16 << 20;
    private static final Set<String> BINARY = Set.of("US", "SS", "UL", "SL", "FL", "FD", "AT", "UV", "SV");
    /** Representations that the character set of the data set applies to (PS3.5 section 6.1.2.3). */
    private static final Set<Vr> IN_CHARACTER_SET = Set.of(Vr.LO, Vr.LT, Vr.PN, Vr.SH, Vr.ST, Vr.UC, Vr.UT);

    private final ByteSource source;
    private final Budget budget;

    ValueReader(ByteSource source, Budget budget) {
        this.source = source;
        this.budget = budget;
    }

    /** Puts the value of an element that is no sequence into a data set. */
    void put(DataSet target, Tag tag, ElementHead head, Encoding encoding, SpecificCharacterSet characters)
            throws IOException, DamagedFileException {
        String written = head.vr().isEmpty() || head.vr().equals("UN") ? tag.vr().name() : head.vr();
        switch (tag.vr().form()) {
            case TEXT -> target.putJoined(tag, BINARY.contains(written)
                    ? joined(numbers(head, written, encoding.bigEndian())) : text(head, tag.vr(), characters));
            case NUMBER -> target.put(tag, BINARY.contains(written)
                    ? numbers(head, written, encoding.bigEndian()) : parsed(tag, head, encoding.bigEndian()));
            case BYTES -> {
                byte[] bytes = bytes(head);
                if (encoding.bigEndian()) {
                    swap(bytes, bytesPerWord(written));
                }
                target.putBytes(tag, bytes);
            }
            case ITEMS -> throw new IllegalArgumentException(tag + " is a sequence.");
        }
    }

    private byte[] bytes(ElementHead head) throws IOException, DamagedFileException {
        budget.value(head.length());
        return source.copy(head.valueStart(), head.length());
    }

    private String text(ElementHead head, Vr vr, SpecificCharacterSet characters)
            throws IOException, DamagedFileException {
        byte[] bytes = bytes(head);
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == 0 || bytes[length - 1] == ' ')) {
            length--;
        }
        boolean plain = characters == null || !IN_CHARACTER_SET.contains(vr);
        for (int i = 0; i < length && !plain; i++) {
            if (bytes[i] < 0 || bytes[i] == 0x1b) {
                return characters.translateByteArrayToString(bytes, 0, length);
            }
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private double[] numbers(ElementHead head, String vr, boolean bigEndian) throws IOException, DamagedFileException {
        if (head.length() > MOST_NUMBER_BYTES) {
            throw new DamagedFileException("the element " + ElementHead.notation(head.tag()) + " has " + head.length()
                    + " bytes of numbers");
        }
        int width = bytesPerWord(vr.equals("AT") ? "UL" : vr);
        double[] values = new double[(int) head.length() / width];
        budget.value(8L * values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = number(vr, head.valueStart() + (long) i * width, bigEndian);
        }
        return values;
    }

    private double number(String vr, long at, boolean bigEndian) throws IOException, DamagedFileException {
        return switch (vr) {
            case "US" -> source.unsignedShort(at, bigEndian);
            case "SS" -> (short) source.unsignedShort(at, bigEndian);
            case "UL" -> source.unsignedInt(at, bigEndian);
            case "SL" -> (int) source.unsignedInt(at, bigEndian);
            case "FL" -> Float.intBitsToFloat((int) source.unsignedInt(at, bigEndian));
            case "AT" -> (double) ((long) source.unsignedShort(at, bigEndian) << 16
                    | source.unsignedShort(at + 2, bigEndian));
            case "FD" -> Double.longBitsToDouble(word(at, bigEndian));
            case "UV" -> {
                long word = word(at, bigEndian);
                yield (word >>> 1) * 2.0 + (word & 1);
            }
            default -> word(at, bigEndian);
        };
    }

    private long word(long at, boolean bigEndian) throws IOException, DamagedFileException {
        long first = source.unsignedInt(at, bigEndian);
        long second = source.unsignedInt(at + 4, bigEndian);
        return bigEndian ? first << 32 | second : second << 32 | first;
    }

    /** Numbers that were written as text or as bytes; none when they are neither. */
    private double[] parsed(Tag tag, ElementHead head, boolean bigEndian) throws IOException, DamagedFileException {
        if (head.vr().startsWith("O")) {
            return numbers(head, tag.vr().name(), bigEndian);
        }
        String[] parts = text(head, tag.vr(), null).split("\\\\");
        try {
            return Arrays.stream(parts).map(String::strip).filter(part -> !part.isEmpty())
                    .mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }

    private static String joined(double[] values) {
        StringJoiner joiner = new StringJoiner("\\");
        for (double value : values) {
            joiner.add(value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                    : Double.toString(value));
        }
        return joiner.toString();
    }

    /** Bytes of a word of a representation. */
    static int bytesPerWord(String vr) {
        return switch (vr) {
            case "OW", "US", "SS" -> 2;
            case "OF", "OL", "UL", "SL", "FL" -> 4;
            case "OD", "OV", "FD", "UV", "SV" -> 8;
            default -> 1;
        };
    }

    /** Turns words round. */
    static void swap(byte[] bytes, int width) {
        for (int at = 0; width > 1 && at + width <= bytes.length; at += width) {
            for (int i = 0; i < width / 2; i++) {
                byte kept = bytes[at + i];
                bytes[at + i] = bytes[at + width - 1 - i];
                bytes[at + width - 1 - i] = kept;
            }
        }
    }
}
