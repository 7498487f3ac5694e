package org.glomera.dicom;

import java.time.format.DateTimeFormatter;
import java.util.UUID;

import org.glomera.core.volume.LabelMap;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/** The modules that all written objects share: patient, study, series, equipment (PS3.3 C.7.1 to C.7.5). */
final class CommonModules {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final String UTF_8 = "ISO_IR 192";
    private static final String PROGRAM = "Glomera";

    private CommonModules() {
    }

    /** A data set with the shared modules. */
    static DataSet start(StudyIdentity study, String sopClassUid, String sopInstanceUid) {
        String date = DATE.format(study.acquired());
        String time = TIME.format(study.acquired());
        return new DataSet().put(Tag.SPECIFIC_CHARACTER_SET, UTF_8)
                .put(Tag.SOP_CLASS_UID, sopClassUid)
                .put(Tag.SOP_INSTANCE_UID, sopInstanceUid)
                .put(Tag.STUDY_DATE, date).put(Tag.STUDY_TIME, time)
                .put(Tag.SERIES_DATE, date).put(Tag.SERIES_TIME, time)
                .putEmpty(Tag.ACCESSION_NUMBER, Tag.REFERRING_PHYSICIAN_NAME)
                .put(Tag.STUDY_DESCRIPTION, study.description())
                .put(Tag.MANUFACTURER, PROGRAM).put(Tag.MANUFACTURER_MODEL_NAME, PROGRAM)
                .put(Tag.DEVICE_SERIAL_NUMBER, "0").put(Tag.SOFTWARE_VERSIONS, PROGRAM)
                .put(Tag.PATIENT_NAME, study.patientName()).put(Tag.PATIENT_ID, study.patientId())
                .putEmpty(Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX)
                .put(Tag.STUDY_INSTANCE_UID, study.studyInstanceUid()).put(Tag.STUDY_ID, "1")
                .put(Tag.FRAME_OF_REFERENCE_UID, study.frameOfReferenceUid())
                .putEmpty(Tag.POSITION_REFERENCE_INDICATOR);
    }

    /** Adds what a series says about itself. */
    static void series(DataSet dataSet, String modality, String seriesUid, int number, String description) {
        dataSet.put(Tag.MODALITY, modality).put(Tag.SERIES_INSTANCE_UID, seriesUid).put(Tag.SERIES_NUMBER, number)
                .put(Tag.SERIES_DESCRIPTION, description);
    }

    /** Adds the modules that images have and structure sets have not. */
    static void image(DataSet dataSet, StudyIdentity study, int instanceNumber) {
        String date = DATE.format(study.acquired());
        String time = TIME.format(study.acquired());
        dataSet.put(Tag.ACQUISITION_DATE, date).put(Tag.ACQUISITION_TIME, time)
                .put(Tag.CONTENT_DATE, date).put(Tag.CONTENT_TIME, time)
                .put(Tag.INSTANCE_NUMBER, instanceNumber)
                .put(Tag.SAMPLES_PER_PIXEL, 1).put(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .put(Tag.BITS_ALLOCATED, 16).put(Tag.BITS_STORED, 16).put(Tag.HIGH_BIT, 15);
    }

    /** Adds size and spacing of an image's plane. */
    static void plane(DataSet dataSet, GridPlanes planes) {
        size(dataSet, planes);
        dataSet.put(Tag.PIXEL_SPACING, planes.rowSpacingMm(), planes.columnSpacingMm());
    }

    /** Adds the size of an image's plane. */
    static void size(DataSet dataSet, GridPlanes planes) {
        dataSet.put(Tag.ROWS, planes.grid().ny()).put(Tag.COLUMNS, planes.grid().nx());
    }

    /** A reference to an object. */
    static DataSet object(String sopClassUid, String sopInstanceUid) {
        return new DataSet().put(Tag.REFERENCED_SOP_CLASS_UID, sopClassUid)
                .put(Tag.REFERENCED_SOP_INSTANCE_UID, sopInstanceUid);
    }

    /** A text that differs when the voxels of a label map differ. */
    static String digest(LabelMap map) {
        return UUID.nameUUIDFromBytes(map.labels()).toString();
    }

    /** A code of a coding scheme (PS3.3 section 8.8). */
    static DataSet code(String value, String scheme, String meaning) {
        return new DataSet().put(Tag.CODE_VALUE, value).put(Tag.CODING_SCHEME_DESIGNATOR, scheme)
                .put(Tag.CODE_MEANING, meaning);
    }

    /** The study's date as a date element has it. */
    static String date(StudyIdentity study) {
        return DATE.format(study.acquired());
    }

    /** The study's time as a time element has it. */
    static String time(StudyIdentity study) {
        return TIME.format(study.acquired());
    }
}
