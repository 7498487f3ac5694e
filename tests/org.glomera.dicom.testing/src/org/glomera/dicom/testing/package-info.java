/**
 * One set of tests for every DICOM toolkit: what it must read, write and decompress, and a corpus of hostile files that
 * it must refuse. A toolkit's test bundle extends {@link org.glomera.dicom.testing.ToolkitContract}.
 */
package org.glomera.dicom.testing;
