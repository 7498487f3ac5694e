package org.glomera.dicom.pixelmed;

import java.io.IOException;
import java.util.Set;

/**
 * The heads of elements at places of a file, each held against the element, item or file around it, and the ways over
 * values that are not wanted. For one thread.
 */
final class ElementWalk {

    static final int ITEM = 0xfffee000;
    static final int ITEM_END = 0xfffee00d;
    static final int SEQUENCE_END = 0xfffee0dd;

    /** Deeper nesting than any object of PS3.3 has; deeper ones would exhaust the stack. */
    private static final int DEEPEST_NESTING = 32;

    /** Explicit representations with a length of 32 bits after two reserved bytes (PS3.5 table 7.1-1). */
    private static final Set<String> LONG = Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR",
            "UT", "UV");
    private static final Set<String> SHORT = Set.of("AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO",
            "LT", "PN", "SH", "SL", "SS", "ST", "TM", "UI", "UL", "US");

    private final ByteSource source;

    ElementWalk(ByteSource source) {
        this.source = source;
    }

    /** Refuses nesting that is deeper than any object's. */
    static void requireDepth(int depth) throws DamagedFileException {
        if (depth > DEEPEST_NESTING) {
            throw new DamagedFileException("its sequences are nested more than " + DEEPEST_NESTING + " deep");
        }
    }

    /** Whether a representation of the standard stands at a place. */
    boolean isRepresentation(long at) throws IOException, DamagedFileException {
        String vr = representation(at);
        return LONG.contains(vr) || SHORT.contains(vr);
    }

    private String representation(long at) throws IOException, DamagedFileException {
        return new String(new char[] {(char) source.unsignedByte(at), (char) source.unsignedByte(at + 1)});
    }

    /** The tag at a place. */
    int tag(long at, long end, boolean bigEndian) throws IOException, DamagedFileException {
        if (at + 8 > end) {
            throw new DamagedFileException("it breaks off within an element at byte " + at);
        }
        return source.unsignedShort(at, bigEndian) << 16 | source.unsignedShort(at + 2, bigEndian);
    }

    /** The length that stands behind the tag of an item or a mark. */
    long itemLength(long at, boolean bigEndian) throws IOException, DamagedFileException {
        return source.unsignedInt(at + 4, bigEndian);
    }

    /**
     * The head of the element at a place; its value lies before {@code end}.
     *
     * @throws DamagedFileException when it does not, or the representation is none
     */
    ElementHead head(long at, long end, Encoding encoding) throws IOException, DamagedFileException {
        ElementHead head = unchecked(at, end, encoding);
        if (!head.undefined()) {
            requireWithin(head.tag(), head.next(), end);
        }
        return head;
    }

    /** The head of an element whose value may reach past the end. */
    ElementHead unchecked(long at, long end, Encoding encoding) throws IOException, DamagedFileException {
        int tag = tag(at, end, encoding.bigEndian());
        if (!encoding.explicit() || tag >>> 16 == 0xfffe) {
            return new ElementHead(tag, "", at + 8, source.unsignedInt(at + 4, encoding.bigEndian()));
        }
        String vr = representation(at + 4);
        if (SHORT.contains(vr)) {
            return new ElementHead(tag, vr, at + 8, source.unsignedShort(at + 6, encoding.bigEndian()));
        }
        if (LONG.contains(vr)) {
            return longHead(tag, vr, at, end, encoding);
        }
        return oddHead(tag, vr, at, end, encoding);
    }

    private ElementHead longHead(int tag, String vr, long at, long end, Encoding encoding)
            throws IOException, DamagedFileException {
        if (at + 12 > end) {
            throw new DamagedFileException("it breaks off within an element at byte " + at);
        }
        return new ElementHead(tag, vr, at + 12, source.unsignedInt(at + 8, encoding.bigEndian()));
    }

    /** A representation that the standard does not know: a later one, a wrong one, or an element that has none. */
    private ElementHead oddHead(int tag, String vr, long at, long end, Encoding encoding)
            throws IOException, DamagedFileException {
        boolean letters = vr.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
        if (letters && source.unsignedShort(at + 6, false) == 0 && at + 12 <= end) {
            ElementHead longer = longHead(tag, "UN", at, end, encoding);
            if (longer.length() > 0 && longer.next() <= end) {
                return longer;
            }
        }
        long shortLength = source.unsignedShort(at + 6, encoding.bigEndian());
        if (letters && at + 8 + shortLength <= end) {
            return new ElementHead(tag, "UN", at + 8, shortLength);
        }
        ElementHead implicit = new ElementHead(tag, "", at + 8, source.unsignedInt(at + 4, encoding.bigEndian()));
        if (letters || !implicit.undefined() && implicit.next() > end) {
            throw new DamagedFileException("the element " + ElementHead.notation(tag)
                    + " has no value representation that DICOM knows");
        }
        return implicit;
    }

    /** Refuses what reaches past what holds it. */
    static void requireWithin(int tag, long needed, long end) throws DamagedFileException {
        if (needed > end) {
            throw new DamagedFileException("the element " + ElementHead.notation(tag) + " claims to reach to byte "
                    + needed + ", but what holds it ends at byte " + end);
        }
    }

    /** The place behind items that hold bytes, not elements, up to the mark that ends them (PS3.5 section A.4). */
    long overFragments(long start, long end, boolean bigEndian) throws IOException, DamagedFileException {
        long at = start;
        while (true) {
            int tag = tag(at, end, bigEndian);
            long length = itemLength(at, bigEndian);
            if (tag == SEQUENCE_END) {
                return at + 8;
            }
            if (tag != ITEM || length == ElementHead.UNDEFINED) {
                throw new DamagedFileException("an element without a length has " + ElementHead.notation(tag)
                        + " in place of a fragment");
            }
            requireWithin(tag, at + 8 + length, end);
            at += 8 + length;
        }
    }
}
