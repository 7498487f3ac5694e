package org.glomera.dicom.toolkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The elements that have a meaning in Glomera (PS3.6), in ascending order. Where the standard leaves a choice between
 * signed and unsigned words, {@link #vr()} is US and the pixel representation of the data set decides.
 */
public enum Tag {
    /** Transfer Syntax UID. */
    TRANSFER_SYNTAX_UID(0x00020010, Vr.UI),
    /** Specific Character Set. */
    SPECIFIC_CHARACTER_SET(0x00080005, Vr.CS),
    /** Image Type. */
    IMAGE_TYPE(0x00080008, Vr.CS),
    /** Instance Creation Date. */
    INSTANCE_CREATION_DATE(0x00080012, Vr.DA),
    /** Instance Creation Time. */
    INSTANCE_CREATION_TIME(0x00080013, Vr.TM),
    /** SOP Class UID. */
    SOP_CLASS_UID(0x00080016, Vr.UI),
    /** SOP Instance UID. */
    SOP_INSTANCE_UID(0x00080018, Vr.UI),
    /** Study Date. */
    STUDY_DATE(0x00080020, Vr.DA),
    /** Series Date. */
    SERIES_DATE(0x00080021, Vr.DA),
    /** Acquisition Date. */
    ACQUISITION_DATE(0x00080022, Vr.DA),
    /** Content Date. */
    CONTENT_DATE(0x00080023, Vr.DA),
    /** Study Time. */
    STUDY_TIME(0x00080030, Vr.TM),
    /** Series Time. */
    SERIES_TIME(0x00080031, Vr.TM),
    /** Acquisition Time. */
    ACQUISITION_TIME(0x00080032, Vr.TM),
    /** Content Time. */
    CONTENT_TIME(0x00080033, Vr.TM),
    /** Accession Number. */
    ACCESSION_NUMBER(0x00080050, Vr.SH),
    /** Modality. */
    MODALITY(0x00080060, Vr.CS),
    /** Manufacturer. */
    MANUFACTURER(0x00080070, Vr.LO),
    /** Institution Name. */
    INSTITUTION_NAME(0x00080080, Vr.LO),
    /** Referring Physician's Name. */
    REFERRING_PHYSICIAN_NAME(0x00080090, Vr.PN),
    /** Code Value. */
    CODE_VALUE(0x00080100, Vr.SH),
    /** Coding Scheme Designator. */
    CODING_SCHEME_DESIGNATOR(0x00080102, Vr.SH),
    /** Code Meaning. */
    CODE_MEANING(0x00080104, Vr.LO),
    /** Station Name. */
    STATION_NAME(0x00081010, Vr.SH),
    /** Study Description. */
    STUDY_DESCRIPTION(0x00081030, Vr.LO),
    /** Series Description. */
    SERIES_DESCRIPTION(0x0008103e, Vr.LO),
    /** Operators' Name. */
    OPERATORS_NAME(0x00081070, Vr.PN),
    /** Manufacturer's Model Name. */
    MANUFACTURER_MODEL_NAME(0x00081090, Vr.LO),
    /** Referenced SOP Class UID. */
    REFERENCED_SOP_CLASS_UID(0x00081150, Vr.UI),
    /** Referenced SOP Instance UID. */
    REFERENCED_SOP_INSTANCE_UID(0x00081155, Vr.UI),
    /** Referenced Frame Number. */
    REFERENCED_FRAME_NUMBER(0x00081160, Vr.IS),
    /** Anatomic Region Sequence. */
    ANATOMIC_REGION_SEQUENCE(0x00082218, Vr.SQ),
    /** Patient's Name. */
    PATIENT_NAME(0x00100010, Vr.PN),
    /** Patient ID. */
    PATIENT_ID(0x00100020, Vr.LO),
    /** Patient's Birth Date. */
    PATIENT_BIRTH_DATE(0x00100030, Vr.DA),
    /** Patient's Sex. */
    PATIENT_SEX(0x00100040, Vr.CS),
    /** Patient's Age. */
    PATIENT_AGE(0x00101010, Vr.AS),
    /** Patient's Weight. */
    PATIENT_WEIGHT(0x00101030, Vr.DS),
    /** Contrast/Bolus Agent. */
    CONTRAST_BOLUS_AGENT(0x00180010, Vr.LO),
    /** Body Part Examined. */
    BODY_PART_EXAMINED(0x00180015, Vr.CS),
    /** Radiopharmaceutical. */
    RADIOPHARMACEUTICAL(0x00180031, Vr.LO),
    /** Slice Thickness. */
    SLICE_THICKNESS(0x00180050, Vr.DS),
    /** KVP. */
    KVP(0x00180060, Vr.DS),
    /** Counts Accumulated. */
    COUNTS_ACCUMULATED(0x00180070, Vr.IS),
    /** Acquisition Termination Condition. */
    ACQUISITION_TERMINATION_CONDITION(0x00180071, Vr.CS),
    /** Spacing Between Slices. */
    SPACING_BETWEEN_SLICES(0x00180088, Vr.DS),
    /** Data Collection Diameter. */
    DATA_COLLECTION_DIAMETER(0x00180090, Vr.DS),
    /** Device Serial Number. */
    DEVICE_SERIAL_NUMBER(0x00181000, Vr.LO),
    /** Software Versions. */
    SOFTWARE_VERSIONS(0x00181020, Vr.LO),
    /** Radiopharmaceutical Start Time. */
    RADIOPHARMACEUTICAL_START_TIME(0x00181072, Vr.TM),
    /** Radionuclide Total Dose. */
    RADIONUCLIDE_TOTAL_DOSE(0x00181074, Vr.DS),
    /** Radionuclide Half Life. */
    RADIONUCLIDE_HALF_LIFE(0x00181075, Vr.DS),
    /** Radiopharmaceutical Start DateTime. */
    RADIOPHARMACEUTICAL_START_DATE_TIME(0x00181078, Vr.DT),
    /** Reconstruction Diameter. */
    RECONSTRUCTION_DIAMETER(0x00181100, Vr.DS),
    /** Gantry/Detector Tilt. */
    GANTRY_DETECTOR_TILT(0x00181120, Vr.DS),
    /** Table Height. */
    TABLE_HEIGHT(0x00181130, Vr.DS),
    /** Table Traverse. */
    TABLE_TRAVERSE(0x00181131, Vr.DS),
    /** Rotation Direction. */
    ROTATION_DIRECTION(0x00181140, Vr.CS),
    /** Radial Position. */
    RADIAL_POSITION(0x00181142, Vr.DS),
    /** Scan Arc. */
    SCAN_ARC(0x00181143, Vr.DS),
    /** Angular Step. */
    ANGULAR_STEP(0x00181144, Vr.DS),
    /** Center of Rotation Offset. */
    CENTER_OF_ROTATION_OFFSET(0x00181145, Vr.DS),
    /** Field of View Shape. */
    FIELD_OF_VIEW_SHAPE(0x00181147, Vr.CS),
    /** Field of View Dimension(s). */
    FIELD_OF_VIEW_DIMENSIONS(0x00181149, Vr.IS),
    /** Exposure Time. */
    EXPOSURE_TIME(0x00181150, Vr.IS),
    /** X-Ray Tube Current. */
    X_RAY_TUBE_CURRENT(0x00181151, Vr.IS),
    /** Exposure. */
    EXPOSURE(0x00181152, Vr.IS),
    /** Collimator/grid Name. */
    COLLIMATOR_GRID_NAME(0x00181180, Vr.SH),
    /** Collimator Type. */
    COLLIMATOR_TYPE(0x00181181, Vr.CS),
    /** Focal Distance. */
    FOCAL_DISTANCE(0x00181182, Vr.IS),
    /** X Focus Center. */
    X_FOCUS_CENTER(0x00181183, Vr.DS),
    /** Y Focus Center. */
    Y_FOCUS_CENTER(0x00181184, Vr.DS),
    /** Convolution Kernel. */
    CONVOLUTION_KERNEL(0x00181210, Vr.SH),
    /** Actual Frame Duration. */
    ACTUAL_FRAME_DURATION(0x00181242, Vr.IS),
    /** Patient Position. */
    PATIENT_POSITION(0x00185100, Vr.CS),
    /** Study Instance UID. */
    STUDY_INSTANCE_UID(0x0020000d, Vr.UI),
    /** Series Instance UID. */
    SERIES_INSTANCE_UID(0x0020000e, Vr.UI),
    /** Study ID. */
    STUDY_ID(0x00200010, Vr.SH),
    /** Series Number. */
    SERIES_NUMBER(0x00200011, Vr.IS),
    /** Acquisition Number. */
    ACQUISITION_NUMBER(0x00200012, Vr.IS),
    /** Instance Number. */
    INSTANCE_NUMBER(0x00200013, Vr.IS),
    /** Image Position (Patient). */
    IMAGE_POSITION_PATIENT(0x00200032, Vr.DS),
    /** Image Orientation (Patient). */
    IMAGE_ORIENTATION_PATIENT(0x00200037, Vr.DS),
    /** Frame of Reference UID. */
    FRAME_OF_REFERENCE_UID(0x00200052, Vr.UI),
    /** Position Reference Indicator. */
    POSITION_REFERENCE_INDICATOR(0x00201040, Vr.LO),
    /** Slice Location. */
    SLICE_LOCATION(0x00201041, Vr.DS),
    /** Samples per Pixel. */
    SAMPLES_PER_PIXEL(0x00280002, Vr.US),
    /** Photometric Interpretation. */
    PHOTOMETRIC_INTERPRETATION(0x00280004, Vr.CS),
    /** Number of Frames. */
    NUMBER_OF_FRAMES(0x00280008, Vr.IS),
    /** Frame Increment Pointer. */
    FRAME_INCREMENT_POINTER(0x00280009, Vr.AT),
    /** Rows. */
    ROWS(0x00280010, Vr.US),
    /** Columns. */
    COLUMNS(0x00280011, Vr.US),
    /** Pixel Spacing. */
    PIXEL_SPACING(0x00280030, Vr.DS),
    /** Zoom Factor. */
    ZOOM_FACTOR(0x00280031, Vr.DS),
    /** Zoom Center. */
    ZOOM_CENTER(0x00280032, Vr.DS),
    /** Corrected Image. */
    CORRECTED_IMAGE(0x00280051, Vr.CS),
    /** Bits Allocated. */
    BITS_ALLOCATED(0x00280100, Vr.US),
    /** Bits Stored. */
    BITS_STORED(0x00280101, Vr.US),
    /** High Bit. */
    HIGH_BIT(0x00280102, Vr.US),
    /** Pixel Representation. */
    PIXEL_REPRESENTATION(0x00280103, Vr.US),
    /** Smallest Image Pixel Value. */
    SMALLEST_IMAGE_PIXEL_VALUE(0x00280106, Vr.US),
    /** Largest Image Pixel Value. */
    LARGEST_IMAGE_PIXEL_VALUE(0x00280107, Vr.US),
    /** Pixel Padding Value. */
    PIXEL_PADDING_VALUE(0x00280120, Vr.US),
    /** Pixel Padding Range Limit. */
    PIXEL_PADDING_RANGE_LIMIT(0x00280121, Vr.US),
    /** Window Center. */
    WINDOW_CENTER(0x00281050, Vr.DS),
    /** Window Width. */
    WINDOW_WIDTH(0x00281051, Vr.DS),
    /** Rescale Intercept. */
    RESCALE_INTERCEPT(0x00281052, Vr.DS),
    /** Rescale Slope. */
    RESCALE_SLOPE(0x00281053, Vr.DS),
    /** Rescale Type. */
    RESCALE_TYPE(0x00281054, Vr.LO),
    /** Lossy Image Compression. */
    LOSSY_IMAGE_COMPRESSION(0x00282110, Vr.CS),
    /** LUT Explanation. */
    LUT_EXPLANATION(0x00283003, Vr.LO),
    /** Measurement Units Code Sequence. */
    MEASUREMENT_UNITS_CODE_SEQUENCE(0x004008ea, Vr.SQ),
    /** Real World Value Mapping Sequence. */
    REAL_WORLD_VALUE_MAPPING_SEQUENCE(0x00409096, Vr.SQ),
    /** LUT Label. */
    LUT_LABEL(0x00409210, Vr.SH),
    /** Real World Value Last Value Mapped. */
    REAL_WORLD_VALUE_LAST_VALUE_MAPPED(0x00409211, Vr.US),
    /** Real World Value First Value Mapped. */
    REAL_WORLD_VALUE_FIRST_VALUE_MAPPED(0x00409216, Vr.US),
    /** Real World Value Intercept. */
    REAL_WORLD_VALUE_INTERCEPT(0x00409224, Vr.FD),
    /** Real World Value Slope. */
    REAL_WORLD_VALUE_SLOPE(0x00409225, Vr.FD),
    /** Energy Window Vector. */
    ENERGY_WINDOW_VECTOR(0x00540010, Vr.US),
    /** Number of Energy Windows. */
    NUMBER_OF_ENERGY_WINDOWS(0x00540011, Vr.US),
    /** Energy Window Information Sequence. */
    ENERGY_WINDOW_INFORMATION_SEQUENCE(0x00540012, Vr.SQ),
    /** Energy Window Range Sequence. */
    ENERGY_WINDOW_RANGE_SEQUENCE(0x00540013, Vr.SQ),
    /** Energy Window Lower Limit. */
    ENERGY_WINDOW_LOWER_LIMIT(0x00540014, Vr.DS),
    /** Energy Window Upper Limit. */
    ENERGY_WINDOW_UPPER_LIMIT(0x00540015, Vr.DS),
    /** Radiopharmaceutical Information Sequence. */
    RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE(0x00540016, Vr.SQ),
    /** Energy Window Name. */
    ENERGY_WINDOW_NAME(0x00540018, Vr.SH),
    /** Detector Vector. */
    DETECTOR_VECTOR(0x00540020, Vr.US),
    /** Number of Detectors. */
    NUMBER_OF_DETECTORS(0x00540021, Vr.US),
    /** Detector Information Sequence. */
    DETECTOR_INFORMATION_SEQUENCE(0x00540022, Vr.SQ),
    /** Rotation Vector. */
    ROTATION_VECTOR(0x00540050, Vr.US),
    /** Number of Rotations. */
    NUMBER_OF_ROTATIONS(0x00540051, Vr.US),
    /** Rotation Information Sequence. */
    ROTATION_INFORMATION_SEQUENCE(0x00540052, Vr.SQ),
    /** Number of Frames in Rotation. */
    NUMBER_OF_FRAMES_IN_ROTATION(0x00540053, Vr.US),
    /** Slice Vector. */
    SLICE_VECTOR(0x00540080, Vr.US),
    /** Number of Slices. */
    NUMBER_OF_SLICES(0x00540081, Vr.US),
    /** Start Angle. */
    START_ANGLE(0x00540200, Vr.DS),
    /** Type of Detector Motion. */
    TYPE_OF_DETECTOR_MOTION(0x00540202, Vr.CS),
    /** Radionuclide Code Sequence. */
    RADIONUCLIDE_CODE_SEQUENCE(0x00540300, Vr.SQ),
    /** Patient Orientation Code Sequence. */
    PATIENT_ORIENTATION_CODE_SEQUENCE(0x00540410, Vr.SQ),
    /** Patient Orientation Modifier Code Sequence. */
    PATIENT_ORIENTATION_MODIFIER_CODE_SEQUENCE(0x00540412, Vr.SQ),
    /** Patient Gantry Relationship Code Sequence. */
    PATIENT_GANTRY_RELATIONSHIP_CODE_SEQUENCE(0x00540414, Vr.SQ),
    /** Units. */
    UNITS(0x00541001, Vr.CS),
    /** Decay Correction. */
    DECAY_CORRECTION(0x00541102, Vr.CS),
    /** Structure Set Label. */
    STRUCTURE_SET_LABEL(0x30060002, Vr.SH),
    /** Structure Set Name. */
    STRUCTURE_SET_NAME(0x30060004, Vr.LO),
    /** Structure Set Date. */
    STRUCTURE_SET_DATE(0x30060008, Vr.DA),
    /** Structure Set Time. */
    STRUCTURE_SET_TIME(0x30060009, Vr.TM),
    /** Referenced Frame of Reference Sequence. */
    REFERENCED_FRAME_OF_REFERENCE_SEQUENCE(0x30060010, Vr.SQ),
    /** RT Referenced Study Sequence. */
    RT_REFERENCED_STUDY_SEQUENCE(0x30060012, Vr.SQ),
    /** RT Referenced Series Sequence. */
    RT_REFERENCED_SERIES_SEQUENCE(0x30060014, Vr.SQ),
    /** Contour Image Sequence. */
    CONTOUR_IMAGE_SEQUENCE(0x30060016, Vr.SQ),
    /** Structure Set ROI Sequence. */
    STRUCTURE_SET_ROI_SEQUENCE(0x30060020, Vr.SQ),
    /** ROI Number. */
    ROI_NUMBER(0x30060022, Vr.IS),
    /** Referenced Frame of Reference UID. */
    REFERENCED_FRAME_OF_REFERENCE_UID(0x30060024, Vr.UI),
    /** ROI Name. */
    ROI_NAME(0x30060026, Vr.LO),
    /** ROI Description. */
    ROI_DESCRIPTION(0x30060028, Vr.ST),
    /** ROI Display Color. */
    ROI_DISPLAY_COLOR(0x3006002a, Vr.IS),
    /** ROI Generation Algorithm. */
    ROI_GENERATION_ALGORITHM(0x30060036, Vr.CS),
    /** ROI Contour Sequence. */
    ROI_CONTOUR_SEQUENCE(0x30060039, Vr.SQ),
    /** Contour Sequence. */
    CONTOUR_SEQUENCE(0x30060040, Vr.SQ),
    /** Contour Geometric Type. */
    CONTOUR_GEOMETRIC_TYPE(0x30060042, Vr.CS),
    /** Number of Contour Points. */
    NUMBER_OF_CONTOUR_POINTS(0x30060046, Vr.IS),
    /** Contour Number. */
    CONTOUR_NUMBER(0x30060048, Vr.IS),
    /** Contour Data. */
    CONTOUR_DATA(0x30060050, Vr.DS),
    /** RT ROI Observations Sequence. */
    RT_ROI_OBSERVATIONS_SEQUENCE(0x30060080, Vr.SQ),
    /** Observation Number. */
    OBSERVATION_NUMBER(0x30060082, Vr.IS),
    /** Referenced ROI Number. */
    REFERENCED_ROI_NUMBER(0x30060084, Vr.IS),
    /** RT ROI Interpreted Type. */
    RT_ROI_INTERPRETED_TYPE(0x300600a4, Vr.CS),
    /** ROI Interpreter. */
    ROI_INTERPRETER(0x300600a6, Vr.PN),
    /** Approval Status. */
    APPROVAL_STATUS(0x300e0002, Vr.CS),
    /** Pixel Data. */
    PIXEL_DATA(0x7fe00010, Vr.OW);

    private static final Map<Integer, Tag> BY_NUMBER = new HashMap<>();

    static {
        for (Tag tag : values()) {
            BY_NUMBER.put(tag.number, tag);
        }
    }

    private final int number;
    private final Vr vr;

    Tag(int number, Vr vr) {
        this.number = number;
        this.vr = vr;
    }

    /** Group times 65536 plus element. */
    public int number() {
        return number;
    }

    /** The value representation with which it is written. */
    public Vr vr() {
        return vr;
    }

    /** The tag of a number; empty when it has no meaning here. */
    public static Optional<Tag> of(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /** Group and element as the standard prints them, for instance {@code (0028,0010)}. */
    public String notation() {
        return "(%04X,%04X)".formatted(number >>> 16, number & 0xffff);
    }
}
