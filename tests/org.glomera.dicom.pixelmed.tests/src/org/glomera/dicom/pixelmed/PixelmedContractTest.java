package org.glomera.dicom.pixelmed;

import org.glomera.dicom.testing.ToolkitContract;
import org.glomera.dicom.toolkit.DicomToolkit;

/** PixelMed keeps what the port promises. */
class PixelmedContractTest extends ToolkitContract {

    private final DicomToolkit toolkit = new PixelmedToolkit();

    @Override
    protected DicomToolkit toolkit() {
        return toolkit;
    }
}
