/** The PixelMed toolkit behind the DICOM port; the only importer of {@code com.pixelmed}. */
package org.glomera.dicom.pixelmed;
