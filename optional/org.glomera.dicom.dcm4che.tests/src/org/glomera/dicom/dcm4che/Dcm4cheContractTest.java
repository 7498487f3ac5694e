package org.glomera.dicom.dcm4che;

import org.glomera.dicom.testing.ToolkitContract;
import org.glomera.dicom.toolkit.DicomToolkit;

/** dcm4che keeps what the port promises. */
class Dcm4cheContractTest extends ToolkitContract {

    private final DicomToolkit toolkit = new Dcm4cheToolkit();

    @Override
    protected DicomToolkit toolkit() {
        return toolkit;
    }
}
