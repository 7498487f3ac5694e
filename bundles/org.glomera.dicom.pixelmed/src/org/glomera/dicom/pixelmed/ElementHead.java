package org.glomera.dicom.pixelmed;

/**
 * The head of one element (PS3.5 section 7.1).
 *
 * @param tag group times 65536 plus element
 * @param vr the value representation that the file says; empty when it says none
 * @param valueStart the first byte of the value
 * @param length bytes of the value; {@link #UNDEFINED} when a mark ends it
 */
record ElementHead(int tag, String vr, long valueStart, long length) {

    /** The length of what a mark ends. */
    static final long UNDEFINED = 0xffffffffL;

    boolean undefined() {
        return length == UNDEFINED;
    }

    /** The first byte behind the value. */
    long next() {
        return valueStart + length;
    }

    /** A tag as the standard prints it. */
    static String notation(int tag) {
        return "(%04X,%04X)".formatted(tag >>> 16, tag & 0xffff);
    }
}
