package org.glomera.dicom.toolkit;

/** How much of a file is read. */
public enum ReadExtent {
    /** Everything before the pixel data, which is neither read nor kept. */
    HEADER,
    /** The whole data set. */
    ALL
}
