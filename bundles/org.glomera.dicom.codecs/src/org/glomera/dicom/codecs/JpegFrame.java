package org.glomera.dicom.codecs;

/**
 * The header of a JPEG or JPEG-LS frame (ITU-T T.81 section B.2.2), held against what the DICOM header announces.
 *
 * @param precision bits of a sample
 * @param lossless whether it is coded by prediction
 * @param progressive whether its coefficients come in several scans
 * @param table number of the quantization table
 */
record JpegFrame(int precision, boolean lossless, boolean progressive, int table) {

    /** Whether a marker begins a frame of any process of T.81. */
    static boolean isFrame(int code) {
        return code >= 0xc0 && code <= 0xcf && code != JpegMarkers.HUFFMAN && code != 0xc8 && code != 0xcc;
    }

    /** Reads and checks the header that the markers stand on. */
    static JpegFrame of(JpegMarkers markers, PixelForm form) throws CodecException {
        int code = markers.code();
        int precision = markers.unsigned(0);
        int rows = markers.word(1);
        int columns = markers.word(3);
        int components = markers.unsigned(5);
        boolean known = code <= 0xc3 || code == JpegMarkers.FRAME_LS;
        if (!known) {
            throw new CodecException("its compressed image uses a process of JPEG (SOF" + (code & 0xf)
                    + ", hierarchical or arithmetic coding) that is not read");
        }
        if (components != 1) {
            throw new CodecException("its compressed image has " + components + " components and is not grey");
        }
        requireSize(rows, columns, form);
        boolean lossless = code == 0xc3 || code == JpegMarkers.FRAME_LS;
        boolean right = lossless ? precision >= 2 && precision <= 16 : precision == 8 || precision == 12;
        if (!right || precision > form.bitsAllocated()) {
            throw new CodecException("its compressed image has samples of " + precision + " bits for words of "
                    + form.bitsAllocated());
        }
        return new JpegFrame(precision, lossless, code == 0xc2, markers.unsigned(8) & 3);
    }

    /** Refuses a compressed image of another size than its DICOM header announces. */
    static void requireSize(long rows, long columns, PixelForm form) throws CodecException {
        if (rows != form.rows() || columns != form.columns()) {
            throw new CodecException("its compressed image has " + columns + " x " + rows
                    + " pixels, but its header announces " + form.columns() + " x " + form.rows());
        }
    }
}
