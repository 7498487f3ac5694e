package org.glomera.dicom.codecs;

/** The marker segments of a JPEG or JPEG-LS image (ITU-T T.81 annex B), one after the other. For one thread. */
final class JpegMarkers {

    static final int HUFFMAN = 0xc4;
    static final int START = 0xd8;
    static final int END = 0xd9;
    static final int SCAN = 0xda;
    static final int QUANTIZATION = 0xdb;
    static final int RESTART_INTERVAL = 0xdd;
    /** JPEG-LS (ITU-T T.87 section C.1.1): header of the frame. */
    static final int FRAME_LS = 0xf7;
    /** JPEG-LS: preset parameters. */
    static final int PRESET_LS = 0xf8;

    private final byte[] data;
    private int at;
    private int code;
    private int start;
    private int length;

    JpegMarkers(byte[] data) throws CodecException {
        this.data = data;
        if (data.length < 4 || data[0] != (byte) 0xff || data[1] != (byte) START) {
            throw new CodecException("its compressed image does not begin as a JPEG image does");
        }
        at = 2;
    }

    /** Goes to the next segment; false at the end mark, or at the data's end. */
    boolean next() throws CodecException {
        while (at < data.length && data[at] != (byte) 0xff) {
            at++;
        }
        while (at < data.length && data[at] == (byte) 0xff) {
            at++;
        }
        if (at >= data.length) {
            return false;
        }
        code = data[at++] & 0xff;
        if (code == END) {
            return false;
        }
        start = at;
        length = 0;
        if (code == 0 || code == 1 || code >= 0xd0 && code <= START) {
            return true;
        }
        int claimed = at + 2 > data.length ? -1 : (data[at] & 0xff) << 8 | data[at + 1] & 0xff;
        if (claimed < 2 || at + claimed > data.length) {
            throw new CodecException("its compressed image breaks off in its header");
        }
        start = at + 2;
        length = claimed - 2;
        at += claimed;
        return true;
    }

    /** The segment's code. */
    int code() {
        return code;
    }

    /** Where the segment's content begins in the data. */
    int start() {
        return start;
    }

    /** Bytes of the segment's content. */
    int length() {
        return length;
    }

    /** A byte of the segment. */
    int unsigned(int index) throws CodecException {
        if (index >= length) {
            throw new CodecException("its compressed image has a segment that is too short");
        }
        return data[start + index] & 0xff;
    }

    /** A 16-bit number of the segment, big endian. */
    int word(int index) throws CodecException {
        return unsigned(index) << 8 | unsigned(index + 1);
    }

    /** Goes on at a place behind a scan. */
    void continueAt(int place) {
        at = Math.max(at, place);
    }
}
