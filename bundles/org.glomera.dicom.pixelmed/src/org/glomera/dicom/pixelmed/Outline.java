package org.glomera.dicom.pixelmed;

/**
 * Where the parts of a DICOM file are.
 *
 * @param transferSyntaxUid the transfer syntax that the file names
 * @param headerEnd the first byte after the last element before the pixel data
 * @param pixelDataStart the first byte of the pixel data's value; -1 when the file has none
 * @param pixelDataLength the bytes of the pixel data's value
 */
record Outline(String transferSyntaxUid, long headerEnd, long pixelDataStart, long pixelDataLength) {

    /** Whether there are pixel data. */
    boolean hasPixelData() {
        return pixelDataStart >= 0;
    }
}
