package org.glomera.dicom.codecs;

import java.nio.ByteBuffer;

/**
 * The beginning of a JPEG 2000 codestream (ITU-T T.800 annex A), read before the decoder gets it: the decoder makes
 * tiles, precincts and images as large as they are announced here.
 */
final class CodestreamHeader {

    private static final int START_AND_SIZE = 0xff4fff51;
    private static final int CODING_STYLE = 0xff52;
    private static final int TILE_PART = 0xff90;
    /** Bytes of the two markers that each tile needs, and of the length between them. */
    private static final int BYTES_PER_TILE = 14;
    /** Pixels of an image that a few bytes may announce; a blank image compresses to almost nothing. */
    private static final long ALWAYS_ALLOWED_PIXELS = 1 << 22;
    private static final int MOST_PIXELS_PER_BYTE = 1000;
    private static final long MOST_PRECINCTS = 1 << 17;

    private CodestreamHeader() {
    }

    /**
     * Finds the codestream, which may lie in a JP2 file, and checks what it announces.
     *
     * @return the first byte of the codestream
     */
    static int require(byte[] frame, PixelForm form) throws CodecException {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        int start = 0;
        while (start + 51 <= frame.length && bytes.getInt(start) != START_AND_SIZE) {
            start++;
        }
        if (start + 51 > frame.length) {
            throw new CodecException("its compressed image does not begin as a JPEG 2000 image does");
        }
        size(bytes, start + 6, form);
        codingStyle(bytes, start + 4 + (bytes.getShort(start + 4) & 0xffff), form);
        return start;
    }

    private static long number(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xffffffffL;
    }

    /** SIZ, from Rsiz on. */
    private static void size(ByteBuffer bytes, int at, PixelForm form) throws CodecException {
        long left = number(bytes, at + 10);
        long top = number(bytes, at + 14);
        long tileWidth = number(bytes, at + 18);
        long tileHeight = number(bytes, at + 22);
        int components = bytes.getShort(at + 34) & 0xffff;
        if (components != 1) {
            throw new CodecException("its compressed image has " + components + " components and is not grey");
        }
        JpegFrame.requireSize(number(bytes, at + 6) - top, number(bytes, at + 2) - left, form);
        int precision = (bytes.get(at + 36) & 0x7f) + 1;
        if (precision > form.bitsAllocated() || precision > 31 || bytes.get(at + 37) != 1 || bytes.get(at + 38) != 1) {
            throw new CodecException("its compressed image has samples of " + precision + " bits, or fewer samples "
                    + "than pixels, for words of " + form.bitsAllocated() + " bits");
        }
        if (left > Integer.MAX_VALUE / 2 || top > Integer.MAX_VALUE / 2 || tileWidth == 0 || tileHeight == 0
                || tiles(left, form.columns(), number(bytes, at + 26), tileWidth)
                        * tiles(top, form.rows(), number(bytes, at + 30), tileHeight)
                        > bytes.limit() / BYTES_PER_TILE + 1
                || form.pixels() > ALWAYS_ALLOWED_PIXELS + (long) MOST_PIXELS_PER_BYTE * bytes.limit()) {
            throw new CodecException("its compressed image announces more tiles or pixels than its " + bytes.limit()
                    + " bytes can hold");
        }
    }

    private static long tiles(long start, int size, long tileStart, long tile) {
        return (start + size - tileStart + tile - 1) / tile;
    }

    /** The parts of tiles follow each other to the end of the codestream (T.800 section A.4.2). */
    private static void tileParts(ByteBuffer bytes, int from) throws CodecException {
        int at = from;
        while (at + BYTES_PER_TILE <= bytes.limit() && (bytes.getShort(at) & 0xffff) == TILE_PART) {
            long length = number(bytes, at + 6);
            if (length == 0) {
                return;
            }
            if (length < BYTES_PER_TILE || at + length > bytes.limit()) {
                throw new CodecException("its compressed image ends too early");
            }
            at += (int) length;
        }
    }

    /** The segments up to the tiles; of COD, the sizes of precincts. */
    private static void codingStyle(ByteBuffer bytes, int from, PixelForm form) throws CodecException {
        int at = from;
        while (at + 4 <= bytes.limit()) {
            int code = bytes.getShort(at) & 0xffff;
            int length = bytes.getShort(at + 2) & 0xffff;
            if (code == TILE_PART) {
                tileParts(bytes, at);
                return;
            }
            if (length < 2 || at + 2 + length > bytes.limit()) {
                return;
            }
            if (code == CODING_STYLE && length >= 12 && (bytes.get(at + 4) & 1) == 1) {
                int levels = bytes.get(at + 9) & 0xff;
                for (int level = 0; level <= levels && 14 + level < 2 + length; level++) {
                    int exponents = bytes.get(at + 14 + level) & 0xff;
                    int shrink = Math.min(31, levels - level);
                    long across = ((long) form.columns() >> shrink) >> (exponents & 0xf);
                    long down = ((long) form.rows() >> shrink) >> (exponents >> 4);
                    if (across * down > MOST_PRECINCTS) {
                        throw new CodecException("its compressed image is cut into too many precincts");
                    }
                }
            }
            at += 2 + length;
        }
    }
}
