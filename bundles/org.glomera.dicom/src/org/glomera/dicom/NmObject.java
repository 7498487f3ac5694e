package org.glomera.dicom;

import java.util.List;
import java.util.stream.IntStream;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * Builds the data set of a reconstructed NM tomogram of 177Lu (PS3.3 A.5): counts with a real world value mapping to
 * Bq/ml.
 */
final class NmObject {

    /** The photopeak of 177Lu at 208 keV, 20 % wide. */
    private static final double WINDOW_LOW_KEV = 187.2;
    private static final double WINDOW_HIGH_KEV = 228.8;
    /** What the tomogram was reconstructed from: one full turn of two opposite heads. */
    private static final int PROJECTIONS = 120;
    private static final double FRAME_DURATION_MS = 20_000;

    private final Volume spect;
    private final GridPlanes planes;
    private final StudyIdentity study;
    private final NmDescription description;
    private final String seriesUid;
    private final String instanceUid;

    NmObject(Volume spect, StudyIdentity study, NmDescription description) {
        this.spect = spect;
        this.planes = new GridPlanes(spect.grid());
        this.study = study;
        this.description = description;
        this.seriesUid = Uids.derived(study.studyInstanceUid(), "NM", Integer.toString(description.seriesNumber()),
                description.seriesDescription());
        this.instanceUid = Uids.derived(seriesUid, "tomogram");
    }

    /** How a delineation refers to the tomogram. */
    ImageReference reference() {
        return new ImageReference(study.studyInstanceUid(), seriesUid, study.frameOfReferenceUid(), Uids.NM_IMAGE,
                List.of(instanceUid), spect.grid());
    }

    /** The data set. */
    DataSet dataSet() throws GlomeraException {
        int slices = spect.grid().nz();
        DataSet dataSet = CommonModules.start(study, Uids.NM_IMAGE, instanceUid);
        CommonModules.series(dataSet, "NM", seriesUid, description.seriesNumber(), description.seriesDescription());
        CommonModules.image(dataSet, study, 1);
        CommonModules.plane(dataSet, planes);
        addAcquisition(dataSet);
        byte[] words = words();
        return dataSet.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "RECON TOMO", "EMISSION")
                .put(Tag.BODY_PART_EXAMINED, "ABDOMEN")
                .put(Tag.PIXEL_REPRESENTATION, 0)
                .put(Tag.NUMBER_OF_FRAMES, slices)
                .put(Tag.FRAME_INCREMENT_POINTER, Tag.SLICE_VECTOR.number())
                .put(Tag.SLICE_VECTOR, IntStream.rangeClosed(1, slices).asDoubleStream().toArray())
                .put(Tag.NUMBER_OF_SLICES, slices)
                .put(Tag.SLICE_THICKNESS, planes.sliceSpacingMm())
                .put(Tag.SPACING_BETWEEN_SLICES, planes.signedSliceSpacingMm())
                .putItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, calibration())
                .putBytes(Tag.PIXEL_DATA, words);
    }

    /** How the tomogram came about: patient, energy window, radiopharmaceutical, detector, rotation. */
    private void addAcquisition(DataSet dataSet) {
        dataSet.putEmpty(Tag.COUNTS_ACCUMULATED).put(Tag.ACQUISITION_TERMINATION_CONDITION, "TIME")
                .put(Tag.CORRECTED_IMAGE, "ATTN", "SCAT")
                .putItems(Tag.PATIENT_ORIENTATION_CODE_SEQUENCE, CommonModules.code("102538003", "SCT", "recumbent")
                        .putItems(Tag.PATIENT_ORIENTATION_MODIFIER_CODE_SEQUENCE,
                                CommonModules.code("40199007", "SCT", "supine")))
                .putItems(Tag.PATIENT_GANTRY_RELATIONSHIP_CODE_SEQUENCE,
                        CommonModules.code("102540008", "SCT", "headfirst"))
                .put(Tag.NUMBER_OF_ENERGY_WINDOWS, 1)
                .putItems(Tag.ENERGY_WINDOW_INFORMATION_SEQUENCE, energyWindow())
                .putItems(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, radiopharmaceutical())
                .put(Tag.NUMBER_OF_DETECTORS, 1)
                .putItems(Tag.DETECTOR_INFORMATION_SEQUENCE, detector())
                .put(Tag.NUMBER_OF_ROTATIONS, 1)
                .putItems(Tag.ROTATION_INFORMATION_SEQUENCE, rotation());
    }

    private static DataSet energyWindow() {
        return new DataSet().put(Tag.ENERGY_WINDOW_NAME, "Lu177 208 keV").putItems(Tag.ENERGY_WINDOW_RANGE_SEQUENCE,
                new DataSet().put(Tag.ENERGY_WINDOW_LOWER_LIMIT, WINDOW_LOW_KEV)
                        .put(Tag.ENERGY_WINDOW_UPPER_LIMIT, WINDOW_HIGH_KEV));
    }

    private DataSet radiopharmaceutical() {
        return new DataSet().put(Tag.RADIOPHARMACEUTICAL, "177Lu-DOTATATE")
                .put(Tag.RADIONUCLIDE_TOTAL_DOSE, description.administeredMbq())
                .putItems(Tag.RADIONUCLIDE_CODE_SEQUENCE, CommonModules.code("46573008", "SCT", "^177^Lutetium"));
    }

    private DataSet detector() {
        return new DataSet().put(Tag.COLLIMATOR_GRID_NAME, "MEGP").put(Tag.COLLIMATOR_TYPE, "PARA")
                .put(Tag.FOCAL_DISTANCE, 0)
                .put(Tag.IMAGE_POSITION_PATIENT, planes.positionMm(0))
                .put(Tag.IMAGE_ORIENTATION_PATIENT, planes.orientation());
    }

    private static DataSet rotation() {
        return new DataSet().put(Tag.START_ANGLE, 0).put(Tag.ANGULAR_STEP, 360.0 / PROJECTIONS)
                .put(Tag.ROTATION_DIRECTION, "CW").put(Tag.SCAN_ARC, 360)
                .put(Tag.ACTUAL_FRAME_DURATION, FRAME_DURATION_MS)
                .put(Tag.NUMBER_OF_FRAMES_IN_ROTATION, PROJECTIONS)
                .putEmpty(Tag.TABLE_HEIGHT, Tag.TABLE_TRAVERSE, Tag.RADIAL_POSITION);
    }

    private DataSet calibration() {
        return new DataSet().put(Tag.LUT_EXPLANATION, "Activity concentration").put(Tag.LUT_LABEL, "BQML")
                .putItems(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE,
                        CommonModules.code("Bq/ml", "UCUM", "Becquerels/milliliter"))
                .put(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 0)
                .put(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, NmDescription.MAX_COUNT)
                .put(Tag.REAL_WORLD_VALUE_INTERCEPT, 0)
                .put(Tag.REAL_WORLD_VALUE_SLOPE, description.bqPerMlPerCount());
    }

    private byte[] words() throws GlomeraException {
        float[] values = spect.values();
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            double count = Math.rint(values[i] / description.bqPerMlPerCount());
            if (!(count >= 0 && count <= NmDescription.MAX_COUNT)) {
                throw new GlomeraException(Kind.INPUT, "The SPECT cannot be written as DICOM: voxel " + i
                        + " has the value " + values[i] + " Bq/ml, but with " + description.bqPerMlPerCount()
                        + " Bq/ml per count only 0 to " + NmDescription.MAX_COUNT + " counts can be stored.");
            }
            bytes[2 * i] = (byte) (int) count;
            bytes[2 * i + 1] = (byte) ((int) count >> 8);
        }
        return bytes;
    }
}
