package org.glomera.dicom.codecs;

import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/** Decompresses pixel data by what their header announces. Stateless and thread-safe. */
public final class GreyPixels {

    private GreyPixels() {
    }

    /**
     * Decompresses encapsulated pixel data.
     *
     * @param header the elements of the image's header
     * @param transferSyntaxUid the syntax
     * @param encapsulated the value, as {@link PixelDecoders#decode} wants it
     * @return little endian words
     * @throws CodecException as {@link PixelDecoders#decode} does, when the header does not say of what size the pixels
     *         are, or when they are not grey
     */
    public static byte[] decode(DataSet header, String transferSyntaxUid, byte[] encapsulated) throws CodecException {
        return PixelDecoders.decode(transferSyntaxUid, encapsulated, form(header));
    }

    /**
     * What a header announces.
     *
     * @throws CodecException when it does not say of what size the pixels are, or when they are not grey
     */
    public static PixelForm form(DataSet header) throws CodecException {
        try {
            int samples = header.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
            if (samples != 1) {
                throw new CodecException("its compressed pixels have " + samples
                        + " samples, and only grey ones are decompressed");
            }
            return new PixelForm(header.integer(Tag.ROWS).orElse(0), header.integer(Tag.COLUMNS).orElse(0),
                    header.integer(Tag.NUMBER_OF_FRAMES).orElse(1), header.integer(Tag.BITS_ALLOCATED).orElse(0));
        } catch (IllegalArgumentException e) {
            throw new CodecException("its header does not say of what size its compressed pixels are", e);
        }
    }
}
