/**
 * The port to a DICOM toolkit: data sets as typed elements, read from and written to files. Nothing in it knows what an
 * element means; that is the part of {@code org.glomera.dicom}.
 */
package org.glomera.dicom.toolkit;
