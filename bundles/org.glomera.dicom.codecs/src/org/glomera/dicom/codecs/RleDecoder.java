package org.glomera.dicom.codecs;

/** Run lengths by PackBits, one segment for each byte of a word, the highest first (PS3.5 annex G). */
final class RleDecoder implements FrameDecoder {

    private static final int HEADER_BYTES = 64;

    @Override
    public void decode(byte[] frame, PixelForm form, byte[] target, int offset) throws CodecException {
        int planes = form.bytesPerPixel();
        if (frame.length < HEADER_BYTES) {
            throw new CodecException("a frame of run lengths has " + frame.length + " bytes, fewer than its header");
        }
        long segments = number(frame, 0);
        if (segments != planes) {
            throw new CodecException("a frame of run lengths has " + segments + " segments in place of " + planes);
        }
        for (int plane = 0; plane < planes; plane++) {
            long start = number(frame, 4 + 4 * plane);
            long end = plane + 1 < planes ? number(frame, 8 + 4 * plane) : frame.length;
            if (start < HEADER_BYTES || end < start || end > frame.length) {
                throw new CodecException("segment " + (plane + 1) + " of a frame of run lengths lies at byte " + start
                        + " to " + end + " of " + frame.length);
            }
            segment(frame, (int) start, (int) end, form, target, offset + planes - 1 - plane);
        }
    }

    private static void segment(byte[] frame, int start, int end, PixelForm form, byte[] target, int offset)
            throws CodecException {
        int step = form.bytesPerPixel();
        int left = (int) form.pixels();
        int to = offset;
        int at = start;
        while (left > 0) {
            if (at >= end) {
                throw tooShort(left);
            }
            int control = frame[at++];
            if (control >= 0) {
                int count = Math.min(control + 1, left);
                if (at + count > end) {
                    throw tooShort(left);
                }
                for (int i = 0; i < count; i++, to += step) {
                    target[to] = frame[at + i];
                }
                at += control + 1;
                left -= count;
            } else if (control != Byte.MIN_VALUE) {
                int count = Math.min(1 - control, left);
                if (at >= end) {
                    throw tooShort(left);
                }
                byte value = frame[at++];
                for (int i = 0; i < count; i++, to += step) {
                    target[to] = value;
                }
                left -= count;
            }
        }
    }

    private static CodecException tooShort(int left) {
        return new CodecException("a frame of run lengths ends " + left + " pixels too early");
    }

    private static long number(byte[] bytes, int at) {
        return bytes[at] & 0xffL | (bytes[at + 1] & 0xffL) << 8 | (bytes[at + 2] & 0xffL) << 16
                | (bytes[at + 3] & 0xffL) << 24;
    }
}
