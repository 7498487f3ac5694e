package org.glomera.dicom;

/** The time that activities are stated for. */
public enum DecayReference {
    /** The time that the file's numbers are stated for, whatever it is. */
    AS_STORED,
    /** The start of the acquisition. */
    SCAN_START
}
