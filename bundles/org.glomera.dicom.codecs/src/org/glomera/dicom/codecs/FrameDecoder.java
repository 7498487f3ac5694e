package org.glomera.dicom.codecs;

/** Decompresses one frame. Implementations keep nothing between frames, so one serves all threads. */
interface FrameDecoder {

    /**
     * Decompresses one frame into little endian words.
     *
     * @param frame the compressed frame, all its fragments joined
     * @param target where the words go
     * @param offset the first byte of the frame's words in {@code target}
     * @throws CodecException when the frame is damaged or is not of the form that the header announces
     */
    void decode(byte[] frame, PixelForm form, byte[] target, int offset) throws CodecException;
}
