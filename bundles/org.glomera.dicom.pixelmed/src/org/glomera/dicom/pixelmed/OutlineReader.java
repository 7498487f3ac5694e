package org.glomera.dicom.pixelmed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import com.pixelmed.dicom.AttributeList;
import com.pixelmed.dicom.AttributeTag;
import com.pixelmed.dicom.DicomDictionary;
import com.pixelmed.dicom.TransferSyntax;

/**
 * Walks through a file's elements (PS3.5 section 7) without their values and checks that each length stays within the
 * element, item and file around it. PixelMed makes arrays as large as a length says, so it gets only what has passed
 * here. For one thread.
 */
final class OutlineReader {

    /** Deeper nesting than any object of PS3.3 has; deeper ones would exhaust the stack. */
    private static final int DEEPEST_NESTING = 32;
    private static final int META_START = 132;
    private static final long UNDEFINED = 0xffffffffL;
    private static final int PIXEL_DATA = 0x7fe00010;
    private static final int TRANSFER_SYNTAX = 0x00020010;
    private static final int ITEM = 0xfffee000;
    private static final int ITEM_END = 0xfffee00d;
    private static final int SEQUENCE_END = 0xfffee0dd;

    /** Explicit representations with a length of 32 bits after two reserved bytes (PS3.5 table 7.1-1). */
    private static final Set<String> LONG = Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR",
            "UT", "UV");
    private static final Set<String> SHORT = Set.of("AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO",
            "LT", "PN", "SH", "SL", "SS", "ST", "TM", "UI", "UL", "US");

    /** Explicit VR little endian and implicit VR little endian: the syntaxes whose pixel data are plain words. */
    private static final Set<String> READABLE = Set.of(TransferSyntax.ExplicitVRLittleEndian,
            TransferSyntax.ImplicitVRLittleEndian);

    private final FileBytes file;
    private final DicomDictionary dictionary = AttributeList.getDictionary();
    private long pixelDataStart = -1;
    private long pixelDataLength;

    /** The head of one element: where its value starts and how long it is. */
    private record Head(int tag, String vr, long valueStart, long length, long next) {
        boolean undefined() {
            return length == UNDEFINED;
        }
    }

    OutlineReader(FileBytes file) {
        this.file = file;
    }

    /**
     * The outline of the file.
     *
     * @throws DamagedFileException when it is no DICOM file, is damaged or has a syntax that is not read
     */
    Outline read() throws IOException, DamagedFileException {
        if (file.size() < META_START || !"DICM".equals(ascii(META_START - 4, 4))) {
            throw new DamagedFileException("it is not a DICOM file");
        }
        String syntax = "";
        long at = META_START;
        while (at + 8 <= file.size() && file.unsignedShort(at) == 2) {
            Head head = explicitHead(at, file.size());
            if (head.undefined()) {
                throw new DamagedFileException("an element of its meta information has no length");
            }
            if (head.tag() == TRANSFER_SYNTAX) {
                file.require(head.next());
                syntax = ascii(head.valueStart(), (int) Math.min(64, head.length())).replace("\0", "").strip();
            }
            at = head.next();
        }
        requireReadable(syntax);
        long end = elements(at, file.size(), false, syntax.equals(TransferSyntax.ExplicitVRLittleEndian), 0);
        return new Outline(syntax, end, pixelDataStart, pixelDataLength);
    }

    private static void requireReadable(String syntax) throws DamagedFileException {
        if (syntax.isEmpty()) {
            throw new DamagedFileException("its meta information names no transfer syntax");
        }
        if (!READABLE.contains(syntax)) {
            String name = syntax.matches("[0-9.]+") ? new TransferSyntax(syntax).getDescription() : "unknown";
            throw new DamagedFileException("its transfer syntax " + syntax.replaceAll("[^0-9.]", "?") + " (" + name
                    + ") is not read; convert it to explicit VR little endian, for instance with dcmtk's dcmconv or "
                    + "dcmdjpeg");
        }
    }

    /**
     * Walks through elements up to {@code end}, or up to the item's end mark when the item's length is undefined.
     *
     * @return the first byte after them; at the top level where the pixel data begin
     */
    private long elements(long start, long end, boolean marked, boolean explicit, int depth)
            throws IOException, DamagedFileException {
        if (depth > DEEPEST_NESTING) {
            throw new DamagedFileException("its sequences are nested more than " + DEEPEST_NESTING + " deep");
        }
        long at = start;
        while (at < end) {
            if (marked && tag(at, end) == ITEM_END) {
                return at + 8;
            }
            Head head = explicit ? explicitHead(at, end) : implicitHead(at, end);
            if (depth == 0 && head.tag() == PIXEL_DATA) {
                pixelData(head);
                return at;
            }
            at = value(head, end, explicit, depth);
        }
        if (marked) {
            throw new DamagedFileException("an item of a sequence has no end");
        }
        return at;
    }

    private void pixelData(Head head) throws DamagedFileException {
        if (head.undefined()) {
            throw new DamagedFileException("its pixel data are encapsulated, which its transfer syntax does not allow");
        }
        pixelDataStart = head.valueStart();
        pixelDataLength = head.length();
    }

    private long value(Head head, long end, boolean explicit, int depth) throws IOException, DamagedFileException {
        boolean sequence = head.vr().equals("SQ");
        if (head.undefined()) {
            if (!sequence && !head.vr().equals("UN")) {
                throw new DamagedFileException("the element " + notation(head.tag()) + " has no length");
            }
            return items(head.valueStart(), end, true, explicit && sequence, depth);
        }
        if (sequence) {
            items(head.valueStart(), head.next(), false, explicit, depth);
        }
        return head.next();
    }

    private long items(long start, long end, boolean marked, boolean explicit, int depth)
            throws IOException, DamagedFileException {
        long at = start;
        while (at < end) {
            int tag = tag(at, end);
            long length = file.unsignedInt(at + 4);
            if (marked && tag == SEQUENCE_END) {
                return at + 8;
            }
            if (tag != ITEM) {
                throw new DamagedFileException("a sequence has the element " + notation(tag) + " in place of an item");
            }
            if (length == UNDEFINED) {
                at = elements(at + 8, end, true, explicit, depth + 1);
            } else {
                requireWithin(tag, at + 8 + length, end);
                at = elements(at + 8, at + 8 + length, false, explicit, depth + 1);
            }
        }
        if (marked) {
            throw new DamagedFileException("a sequence has no end");
        }
        return at;
    }

    private Head explicitHead(long at, long end) throws IOException, DamagedFileException {
        int tag = tag(at, end);
        String vr = ascii(at + 4, 2);
        if (SHORT.contains(vr)) {
            return head(tag, vr, at + 8, file.unsignedShort(at + 6), end);
        }
        if (!LONG.contains(vr)) {
            throw new DamagedFileException("the element " + notation(tag) + " has an unknown value representation");
        }
        requireWithin(tag, at + 12, end);
        if (file.unsignedShort(at + 6) != 0) {
            // PixelMed takes these for a length of 16 bits, as some old writers had it; then nothing else fits.
            throw new DamagedFileException("the element " + notation(tag) + " has no proper length");
        }
        return head(tag, vr, at + 12, file.unsignedInt(at + 8), end);
    }

    private Head implicitHead(long at, long end) throws IOException, DamagedFileException {
        int tag = tag(at, end);
        byte[] known = dictionary.getValueRepresentationFromTag(new AttributeTag(tag >>> 16, tag & 0xffff));
        long length = file.unsignedInt(at + 4);
        String vr = known == null ? "UN" : new String(known, StandardCharsets.US_ASCII);
        return head(tag, vr, at + 8, length, end);
    }

    private static Head head(int tag, String vr, long valueStart, long length, long end) throws DamagedFileException {
        if (length == UNDEFINED) {
            return new Head(tag, vr, valueStart, length, valueStart);
        }
        requireWithin(tag, valueStart + length, end);
        return new Head(tag, vr, valueStart, length, valueStart + length);
    }

    private int tag(long at, long end) throws IOException, DamagedFileException {
        if (at + 8 > end) {
            throw new DamagedFileException("it breaks off within an element at byte " + at);
        }
        return file.unsignedShort(at) << 16 | file.unsignedShort(at + 2);
    }

    private static void requireWithin(int tag, long needed, long end) throws DamagedFileException {
        if (needed > end) {
            throw new DamagedFileException("the element " + notation(tag) + " claims to reach to byte " + needed
                    + ", but what holds it ends at byte " + end);
        }
    }

    private String ascii(long at, int length) throws IOException, DamagedFileException {
        file.require(at + length);
        return new String(file.array(), (int) at, length, StandardCharsets.US_ASCII);
    }

    private static String notation(int tag) {
        return "(%04X,%04X)".formatted(tag >>> 16, tag & 0xffff);
    }
}
