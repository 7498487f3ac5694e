package org.glomera.dicom.codecs;

/**
 * The form of the pixels that a header announces (PS3.3 C.7.6.3), one sample a pixel.
 *
 * @param rows pixels of a column
 * @param columns pixels of a row
 * @param frames how many images there are
 * @param bitsAllocated bits of a word: 8, 16 or 32
 */
public record PixelForm(int rows, int columns, int frames, int bitsAllocated) {

    /** More bytes are not decompressed whatever the file's size, unless its compressed data are half as many. */
    private static final long ALWAYS_ALLOWED_BYTES = 256L << 20;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when rows, columns or frames are below 1 or words are not 8, 16 or 32 bits wide
     */
    public PixelForm {
        if (rows < 1 || columns < 1 || frames < 1
                || bitsAllocated != 8 && bitsAllocated != 16 && bitsAllocated != 32) {
            throw new IllegalArgumentException(columns + " x " + rows + " pixels, " + frames + " frames of "
                    + bitsAllocated + " bits cannot be decompressed.");
        }
    }

    /** Bytes of a word. */
    public int bytesPerPixel() {
        return bitsAllocated / Byte.SIZE;
    }

    /** Pixels of a frame; may be more than an int holds. */
    public long pixels() {
        return (long) rows * columns;
    }

    /** Bytes of all frames. */
    public long bytes() {
        return pixels() * bytesPerPixel() * frames;
    }

    /**
     * Refuses an image that is larger than its compressed data make believable: more than twice their bytes and 256 MB.
     *
     * @throws CodecException when it is
     */
    public void requireBelievable(long compressedBytes) throws CodecException {
        long most = Math.min(Integer.MAX_VALUE - 16, ALWAYS_ALLOWED_BYTES + 2 * compressedBytes);
        if (pixels() > most || pixels() * frames > most || bytes() > most) {
            throw new CodecException("its header announces " + frames + " frame(s) of " + columns + " x " + rows
                    + " pixels of " + bitsAllocated + " bits, too many for its " + compressedBytes
                    + " bytes of compressed pixel data");
        }
    }

    /** Puts the low bits of a value into the word of a pixel, little endian. */
    void put(byte[] target, int offset, int pixel, int value) {
        switch (bitsAllocated) {
            case 8 -> target[offset + pixel] = (byte) value;
            case 16 -> {
                target[offset + 2 * pixel] = (byte) value;
                target[offset + 2 * pixel + 1] = (byte) (value >> 8);
            }
            default -> {
                target[offset + 4 * pixel] = (byte) value;
                target[offset + 4 * pixel + 1] = (byte) (value >> 8);
                target[offset + 4 * pixel + 2] = (byte) (value >> 16);
                target[offset + 4 * pixel + 3] = (byte) (value >> 24);
            }
        }
    }
}
