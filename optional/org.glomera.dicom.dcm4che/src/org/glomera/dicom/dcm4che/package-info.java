/** The dcm4che toolkit behind the DICOM port; the only importer of {@code org.dcm4che3}. */
package org.glomera.dicom.dcm4che;
