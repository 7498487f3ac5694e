package org.glomera.dicom;

import java.util.ArrayList;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/** Builds the data sets of a CT series (PS3.3 A.3), one a slice. */
final class CtObjects {

    private static final int WINDOW_CENTRE_HU = 40;
    private static final int WINDOW_WIDTH_HU = 400;

    private final Volume ct;
    private final GridPlanes planes;
    private final StudyIdentity study;
    private final CtDescription description;
    private final String seriesUid;
    private final List<String> instanceUids = new ArrayList<>();

    CtObjects(Volume ct, StudyIdentity study, CtDescription description) {
        this.ct = ct;
        this.planes = new GridPlanes(ct.grid());
        this.study = study;
        this.description = description;
        this.seriesUid = Uids.derived(study.studyInstanceUid(), "CT", Integer.toString(description.seriesNumber()),
                description.seriesDescription());
        for (int z = 0; z < ct.grid().nz(); z++) {
            instanceUids.add(Uids.derived(seriesUid, Integer.toString(z)));
        }
    }

    /** How a delineation refers to the series. */
    ImageReference reference() {
        return new ImageReference(study.studyInstanceUid(), seriesUid, study.frameOfReferenceUid(), Uids.CT_IMAGE,
                instanceUids, ct.grid());
    }

    /** The data set of a slice. */
    DataSet slice(int z) throws GlomeraException {
        DataSet dataSet = CommonModules.start(study, Uids.CT_IMAGE, instanceUids.get(z));
        CommonModules.series(dataSet, "CT", seriesUid, description.seriesNumber(), description.seriesDescription());
        CommonModules.image(dataSet, study, z + 1);
        CommonModules.plane(dataSet, planes);
        if (!description.contrastAgent().isEmpty()) {
            dataSet.put(Tag.CONTRAST_BOLUS_AGENT, description.contrastAgent());
        }
        if (!description.kernel().isEmpty()) {
            dataSet.put(Tag.CONVOLUTION_KERNEL, description.kernel());
        }
        return dataSet.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .put(Tag.BODY_PART_EXAMINED, "ABDOMEN").put(Tag.PATIENT_POSITION, "HFS")
                .put(Tag.KVP, description.tubeVoltageKv())
                .put(Tag.X_RAY_TUBE_CURRENT, Math.rint(description.tubeCurrentMa()))
                .put(Tag.ACQUISITION_NUMBER, 1)
                .put(Tag.SLICE_THICKNESS, planes.sliceSpacingMm())
                .put(Tag.SLICE_LOCATION, planes.locationMm(z))
                .put(Tag.IMAGE_POSITION_PATIENT, planes.positionMm(z))
                .put(Tag.IMAGE_ORIENTATION_PATIENT, planes.orientation())
                .put(Tag.PIXEL_REPRESENTATION, 1)
                .put(Tag.RESCALE_INTERCEPT, 0).put(Tag.RESCALE_SLOPE, 1).put(Tag.RESCALE_TYPE, "HU")
                .put(Tag.WINDOW_CENTER, WINDOW_CENTRE_HU).put(Tag.WINDOW_WIDTH, WINDOW_WIDTH_HU)
                .putBytes(Tag.PIXEL_DATA, words(z));
    }

    private byte[] words(int z) throws GlomeraException {
        int count = ct.grid().nx() * ct.grid().ny();
        byte[] bytes = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            float value = ct.values()[z * count + i];
            int whole = Math.round(value);
            if (!Float.isFinite(value) || whole < Short.MIN_VALUE || whole > Short.MAX_VALUE) {
                throw new GlomeraException(Kind.INPUT, "The CT cannot be written as DICOM: slice " + (z + 1)
                        + " has the value " + value + " HU, but only values from -32768 to 32767 can be stored.");
            }
            bytes[2 * i] = (byte) whole;
            bytes[2 * i + 1] = (byte) (whole >> 8);
        }
        return bytes;
    }
}
