package org.glomera.dicom.codecs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decompresses the grey pixel data of the transfer syntaxes that DICOM names (PS3.5 section A.4). Stateless and
 * thread-safe.
 */
public final class PixelDecoders {

    private static final FrameDecoder JPEG = new JpegDecoder();
    private static final FrameDecoder JPEG_LS = new JpegLsDecoder();
    private static final FrameDecoder JPEG_2000 = new Jpeg2000Decoder();

    private static final Map<String, FrameDecoder> BY_SYNTAX = Map.ofEntries(
            Map.entry("1.2.840.10008.1.2.5", new RleDecoder()),
            Map.entry("1.2.840.10008.1.2.4.50", JPEG),
            Map.entry("1.2.840.10008.1.2.4.51", JPEG),
            Map.entry("1.2.840.10008.1.2.4.53", JPEG),
            Map.entry("1.2.840.10008.1.2.4.55", JPEG),
            Map.entry("1.2.840.10008.1.2.4.57", JPEG),
            Map.entry("1.2.840.10008.1.2.4.70", JPEG),
            Map.entry("1.2.840.10008.1.2.4.80", JPEG_LS),
            Map.entry("1.2.840.10008.1.2.4.81", JPEG_LS),
            Map.entry("1.2.840.10008.1.2.4.90", JPEG_2000),
            Map.entry("1.2.840.10008.1.2.4.91", JPEG_2000));

    private PixelDecoders() {
    }

    /** Whether pixel data of a transfer syntax are decompressed here. */
    public static boolean decodes(String transferSyntaxUid) {
        return BY_SYNTAX.containsKey(transferSyntaxUid);
    }

    /**
     * Decompresses encapsulated pixel data.
     *
     * @param transferSyntaxUid the syntax
     * @param encapsulated the value of the element: items from the basic offset table on, with or without the mark at
     *        the end; it is not needed afterwards
     * @param form what the header announces
     * @return all frames, little endian words of {@link PixelForm#bitsAllocated()} bits
     * @throws CodecException when the syntax is not one of these, the data are damaged or of another form, or more
     *         pixels are announced than is believable
     */
    public static byte[] decode(String transferSyntaxUid, byte[] encapsulated, PixelForm form) throws CodecException {
        FrameDecoder decoder = Optional.ofNullable(BY_SYNTAX.get(transferSyntaxUid))
                .orElseThrow(() -> new CodecException("its transfer syntax " + transferSyntaxUid + " is not read"));
        form.requireBelievable(encapsulated.length);
        List<byte[]> frames = new Fragments(encapsulated).frames(form.frames());
        byte[] words = new byte[(int) form.bytes()];
        int bytesPerFrame = words.length / form.frames();
        for (int i = 0; i < frames.size(); i++) {
            decodeOne(decoder, frames.get(i), form, words, i * bytesPerFrame);
        }
        return words;
    }

    private static void decodeOne(FrameDecoder decoder, byte[] frame, PixelForm form, byte[] words, int offset)
            throws CodecException {
        try {
            decoder.decode(frame, form, words, offset);
        } catch (IndexOutOfBoundsException e) {
            throw new CodecException("its compressed image breaks off", e);
        }
    }
}
