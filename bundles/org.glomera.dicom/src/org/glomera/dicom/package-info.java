/**
 * The meaning of DICOM: finding series, reading CT, reconstructed NM and RTSTRUCT into values of
 * {@code org.glomera.core} and writing them. Positions are DICOM LPS millimetres. Bytes are the toolkit's part
 * ({@link org.glomera.dicom.toolkit}).
 */
package org.glomera.dicom;
