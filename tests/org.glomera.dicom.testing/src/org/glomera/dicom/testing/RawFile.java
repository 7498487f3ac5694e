package org.glomera.dicom.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds a DICOM file byte by byte, so that it can be wrong in any way. */
public final class RawFile {

    /** Explicit VR little endian. */
    public static final String EXPLICIT = "1.2.840.10008.1.2.1";
    /** Implicit VR little endian. */
    public static final String IMPLICIT = "1.2.840.10008.1.2";
    /** Explicit VR big endian. */
    public static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    /** Deflated explicit VR little endian. */
    public static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    /** Run lengths. */
    public static final String RLE = "1.2.840.10008.1.2.5";
    /** The length of what a mark ends. */
    public static final int UNDEFINED = -1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Begins an explicit VR little endian file. */
    public RawFile() {
        this(EXPLICIT);
    }

    /** Begins a file of a transfer syntax: preamble, mark and the one element of meta information that counts. */
    public RawFile(String transferSyntax) {
        out.writeBytes(new byte[128]);
        ascii("DICM");
        String padded = transferSyntax.length() % 2 == 0 ? transferSyntax : transferSyntax + "\0";
        element(0x0002, 0x0010, "UI", padded.length()).ascii(padded);
    }

    /** The head of an explicit element with a length of 16 or 32 bits, as its representation asks for. */
    public RawFile element(int group, int element, String vr, int length) {
        number(2, group).number(2, element).ascii(vr);
        return "OB OW OF OV SQ UN UT".contains(vr) ? number(2, 0).number(4, length) : number(2, length);
    }

    /** The head of an implicit element, an item or a mark. */
    public RawFile implicit(int group, int element, int length) {
        return number(2, group).number(2, element).number(4, length);
    }

    /** Text as it is. */
    public RawFile ascii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** A little endian number of some bytes. */
    public RawFile number(int bytes, int value) {
        byte[] all = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
        out.write(all, 0, bytes);
        return this;
    }

    /** Bytes as they are. */
    public RawFile raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        return out.toByteArray();
    }
}
