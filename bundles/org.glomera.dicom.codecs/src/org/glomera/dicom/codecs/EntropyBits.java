package org.glomera.dicom.codecs;

/** The bits of an entropy-coded segment of JPEG (ITU-T T.81 section F.2.2.5), stuffed bytes taken out. For one thread. */
final class EntropyBits {

    private static final int RESTART_0 = 0xd0;

    private final byte[] data;
    private int at;
    private long buffer;
    private int count;
    /** Bits at the buffer's end that are not in the data. */
    private int missing;

    EntropyBits(byte[] data, int start) {
        this.data = data;
        this.at = start;
    }

    /** Where the next byte would be read, a marker when the segment is used up. */
    int position() {
        return at;
    }

    /** The next 16 bits without taking them; zeros stand for bits after the end. */
    int peek() {
        while (count < 16) {
            fill();
        }
        return (int) (buffer >>> count - 16) & 0xffff;
    }

    /** Takes bits that were peeked at. */
    void skip(int bits) throws CodecException {
        count -= bits;
        if (count < missing) {
            throw new CodecException("its compressed image ends too early");
        }
    }

    /** Takes up to 16 bits. */
    int take(int bits) throws CodecException {
        if (bits == 0) {
            return 0;
        }
        int value = peek() >>> 16 - bits;
        skip(bits);
        return value;
    }

    /** Takes a difference of {@code bits} bits (T.81 F.2.2.1, procedure EXTEND). */
    int takeSigned(int bits) throws CodecException {
        int value = take(bits);
        return bits == 0 || value >= 1 << bits - 1 ? value : value - (1 << bits) + 1;
    }

    private void fill() {
        int next = 0;
        if (at < data.length) {
            next = data[at] & 0xff;
            if (next == 0xff) {
                if (at + 1 < data.length && data[at + 1] == 0) {
                    at += 2;
                } else {
                    next = 0;
                    missing += 8;
                }
            } else {
                at++;
            }
        } else {
            missing += 8;
        }
        buffer = buffer << 8 | next;
        count += 8;
    }

    /** Passes over the marker of a restart and begins anew behind it. */
    void restart() throws CodecException {
        count = 0;
        missing = 0;
        while (at + 1 < data.length && data[at] == (byte) 0xff && data[at + 1] == (byte) 0xff) {
            at++;
        }
        if (at + 1 >= data.length || data[at] != (byte) 0xff || (data[at + 1] & 0xf8) != RESTART_0) {
            throw new CodecException("its compressed image has no mark where it should begin anew");
        }
        at += 2;
    }
}
