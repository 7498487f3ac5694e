package org.glomera.dicom.codecs;

/** The bits of a JPEG-LS scan (ITU-T T.87 section A.1): after a byte of ones the next has seven bits. For one thread. */
final class JpegLsBits {

    private final byte[] data;
    private int at;
    private long buffer;
    private int count;
    private int missing;
    private boolean afterOnes;

    JpegLsBits(byte[] data, int start) {
        this.data = data;
        this.at = start;
    }

    /** Takes up to 32 bits. */
    int take(int bits) throws CodecException {
        while (count < bits) {
            fill();
        }
        count -= bits;
        if (count < missing) {
            throw new CodecException("its compressed image ends too early");
        }
        return (int) (buffer >>> count & (1L << bits) - 1);
    }

    /** Takes a number by Golomb's code with a limited length (T.87 section A.5.3). */
    int golomb(int k, int limit, int longBits) throws CodecException {
        int zeros = 0;
        while (take(1) == 0) {
            if (++zeros > limit) {
                throw new CodecException("its compressed image has a code that is too long");
            }
        }
        return zeros < limit - longBits - 1 ? (zeros << k) + take(k) : take(longBits) + 1;
    }

    private void fill() {
        int next = at < data.length ? data[at] & 0xff : 0xff;
        boolean ended = at >= data.length || next == 0xff && (at + 1 >= data.length || (data[at + 1] & 0x80) != 0);
        int width = afterOnes ? 7 : 8;
        if (ended) {
            next = 0;
            missing += width;
        } else {
            at++;
        }
        afterOnes = next == 0xff;
        buffer = buffer << width | next;
        count += width;
    }
}
