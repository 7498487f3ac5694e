package org.glomera.dicom.toolkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The elements that have a meaning in Glomera (PS3.6), in ascending order. Where the standard leaves a choice between
 * signed and unsigned words, {@link #vr()} is US and the pixel representation of the data set decides.
 */
public enum Tag {
    /** Media Storage SOP Class UID. */
    MEDIA_STORAGE_SOP_CLASS_UID(0x00020002, Vr.UI),
    /** Media Storage SOP Instance UID. */
    MEDIA_STORAGE_SOP_INSTANCE_UID(0x00020003, Vr.UI),
    /** Transfer Syntax UID. */
    TRANSFER_SYNTAX_UID(0x00020010, Vr.UI),
    /** Implementation Class UID. */
    IMPLEMENTATION_CLASS_UID(0x00020012, Vr.UI),
    /** Implementation Version Name. */
    IMPLEMENTATION_VERSION_NAME(0x00020013, Vr.SH),
    /** Specific Character Set. */
    SPECIFIC_CHARACTER_SET(0x00080005, Vr.CS),
    /** Language Code Sequence. */
    LANGUAGE_CODE_SEQUENCE(0x00080006, Vr.SQ),
    /** Image Type. */
    IMAGE_TYPE(0x00080008, Vr.CS),
    /** Instance Creation Date. */
    INSTANCE_CREATION_DATE(0x00080012, Vr.DA),
    /** Instance Creation Time. */
    INSTANCE_CREATION_TIME(0x00080013, Vr.TM),
    /** Instance Creator UID. */
    INSTANCE_CREATOR_UID(0x00080014, Vr.UI),
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
    /** Acquisition DateTime. */
    ACQUISITION_DATE_TIME(0x0008002a, Vr.DT),
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
    /** SOP Classes in Study. */
    SOP_CLASSES_IN_STUDY(0x00080062, Vr.UI),
    /** Conversion Type. */
    CONVERSION_TYPE(0x00080064, Vr.CS),
    /** Presentation Intent Type. */
    PRESENTATION_INTENT_TYPE(0x00080068, Vr.CS),
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
    /** Coding Scheme Version. */
    CODING_SCHEME_VERSION(0x00080103, Vr.SH),
    /** Code Meaning. */
    CODE_MEANING(0x00080104, Vr.LO),
    /** Mapping Resource. */
    MAPPING_RESOURCE(0x00080105, Vr.CS),
    /** Context Identifier. */
    CONTEXT_IDENTIFIER(0x0008010f, Vr.CS),
    /** Long Code Value. */
    LONG_CODE_VALUE(0x00080119, Vr.UC),
    /** URN Code Value. */
    URN_CODE_VALUE(0x00080120, Vr.UR),
    /** Timezone Offset From UTC. */
    TIMEZONE_OFFSET_FROM_UTC(0x00080201, Vr.SH),
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
    /** Referenced Study Sequence. */
    REFERENCED_STUDY_SEQUENCE(0x00081110, Vr.SQ),
    /** Referenced Performed Procedure Step Sequence. */
    REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE(0x00081111, Vr.SQ),
    /** Referenced Series Sequence. */
    REFERENCED_SERIES_SEQUENCE(0x00081115, Vr.SQ),
    /** Referenced Image Sequence. */
    REFERENCED_IMAGE_SEQUENCE(0x00081140, Vr.SQ),
    /** Referenced Instance Sequence. */
    REFERENCED_INSTANCE_SEQUENCE(0x0008114a, Vr.SQ),
    /** Referenced SOP Class UID. */
    REFERENCED_SOP_CLASS_UID(0x00081150, Vr.UI),
    /** Referenced SOP Instance UID. */
    REFERENCED_SOP_INSTANCE_UID(0x00081155, Vr.UI),
    /** Referenced Frame Number. */
    REFERENCED_FRAME_NUMBER(0x00081160, Vr.IS),
    /** Derivation Description. */
    DERIVATION_DESCRIPTION(0x00082111, Vr.ST),
    /** Source Image Sequence. */
    SOURCE_IMAGE_SEQUENCE(0x00082112, Vr.SQ),
    /** Anatomic Region Sequence. */
    ANATOMIC_REGION_SEQUENCE(0x00082218, Vr.SQ),
    /** Anatomic Region Modifier Sequence. */
    ANATOMIC_REGION_MODIFIER_SEQUENCE(0x00082220, Vr.SQ),
    /** Primary Anatomic Structure Sequence. */
    PRIMARY_ANATOMIC_STRUCTURE_SEQUENCE(0x00082228, Vr.SQ),
    /** Frame Type. */
    FRAME_TYPE(0x00089007, Vr.CS),
    /** Derivation Image Sequence. */
    DERIVATION_IMAGE_SEQUENCE(0x00089124, Vr.SQ),
    /** Pixel Presentation. */
    PIXEL_PRESENTATION(0x00089205, Vr.CS),
    /** Volumetric Properties. */
    VOLUMETRIC_PROPERTIES(0x00089206, Vr.CS),
    /** Volume Based Calculation Technique. */
    VOLUME_BASED_CALCULATION_TECHNIQUE(0x00089207, Vr.CS),
    /** Complex Image Component. */
    COMPLEX_IMAGE_COMPONENT(0x00089208, Vr.CS),
    /** Acquisition Contrast. */
    ACQUISITION_CONTRAST(0x00089209, Vr.CS),
    /** Derivation Code Sequence. */
    DERIVATION_CODE_SEQUENCE(0x00089215, Vr.SQ),
    /** Patient's Name. */
    PATIENT_NAME(0x00100010, Vr.PN),
    /** Patient ID. */
    PATIENT_ID(0x00100020, Vr.LO),
    /** Issuer of Patient ID. */
    ISSUER_OF_PATIENT_ID(0x00100021, Vr.LO),
    /** Patient's Birth Date. */
    PATIENT_BIRTH_DATE(0x00100030, Vr.DA),
    /** Patient's Sex. */
    PATIENT_SEX(0x00100040, Vr.CS),
    /** Other Patient IDs. */
    OTHER_PATIENT_IDS(0x00101000, Vr.LO),
    /** Patient's Age. */
    PATIENT_AGE(0x00101010, Vr.AS),
    /** Patient's Size. */
    PATIENT_SIZE(0x00101020, Vr.DS),
    /** Patient's Weight. */
    PATIENT_WEIGHT(0x00101030, Vr.DS),
    /** Patient Comments. */
    PATIENT_COMMENTS(0x00104000, Vr.LT),
    /** Clinical Trial Protocol ID. */
    CLINICAL_TRIAL_PROTOCOL_ID(0x00120020, Vr.LO),
    /** Patient Identity Removed. */
    PATIENT_IDENTITY_REMOVED(0x00120062, Vr.CS),
    /** De-identification Method. */
    DEIDENTIFICATION_METHOD(0x00120063, Vr.LO),
    /** Contrast/Bolus Agent. */
    CONTRAST_BOLUS_AGENT(0x00180010, Vr.LO),
    /** Body Part Examined. */
    BODY_PART_EXAMINED(0x00180015, Vr.CS),
    /** Scan Options. */
    SCAN_OPTIONS(0x00180022, Vr.CS),
    /** Sequence Name. */
    SEQUENCE_NAME(0x00180024, Vr.SH),
    /** Radiopharmaceutical. */
    RADIOPHARMACEUTICAL(0x00180031, Vr.LO),
    /** Intervention Status. */
    INTERVENTION_STATUS(0x00180038, Vr.CS),
    /** Slice Thickness. */
    SLICE_THICKNESS(0x00180050, Vr.DS),
    /** KVP. */
    KVP(0x00180060, Vr.DS),
    /** Counts Accumulated. */
    COUNTS_ACCUMULATED(0x00180070, Vr.IS),
    /** Acquisition Termination Condition. */
    ACQUISITION_TERMINATION_CONDITION(0x00180071, Vr.CS),
    /** Effective Duration. */
    EFFECTIVE_DURATION(0x00180072, Vr.DS),
    /** Acquisition Start Condition. */
    ACQUISITION_START_CONDITION(0x00180073, Vr.CS),
    /** Echo Time. */
    ECHO_TIME(0x00180081, Vr.DS),
    /** Spacing Between Slices. */
    SPACING_BETWEEN_SLICES(0x00180088, Vr.DS),
    /** Data Collection Diameter. */
    DATA_COLLECTION_DIAMETER(0x00180090, Vr.DS),
    /** Device Serial Number. */
    DEVICE_SERIAL_NUMBER(0x00181000, Vr.LO),
    /** Software Versions. */
    SOFTWARE_VERSIONS(0x00181020, Vr.LO),
    /** Protocol Name. */
    PROTOCOL_NAME(0x00181030, Vr.LO),
    /** Spatial Resolution. */
    SPATIAL_RESOLUTION(0x00181050, Vr.DS),
    /** Trigger Time. */
    TRIGGER_TIME(0x00181060, Vr.DS),
    /** Frame Time. */
    FRAME_TIME(0x00181063, Vr.DS),
    /** Frame Time Vector. */
    FRAME_TIME_VECTOR(0x00181065, Vr.DS),
    /** Radiopharmaceutical Route. */
    RADIOPHARMACEUTICAL_ROUTE(0x00181070, Vr.LO),
    /** Radiopharmaceutical Volume. */
    RADIOPHARMACEUTICAL_VOLUME(0x00181071, Vr.DS),
    /** Radiopharmaceutical Start Time. */
    RADIOPHARMACEUTICAL_START_TIME(0x00181072, Vr.TM),
    /** Radiopharmaceutical Stop Time. */
    RADIOPHARMACEUTICAL_STOP_TIME(0x00181073, Vr.TM),
    /** Radionuclide Total Dose. */
    RADIONUCLIDE_TOTAL_DOSE(0x00181074, Vr.DS),
    /** Radionuclide Half Life. */
    RADIONUCLIDE_HALF_LIFE(0x00181075, Vr.DS),
    /** Radionuclide Positron Fraction. */
    RADIONUCLIDE_POSITRON_FRACTION(0x00181076, Vr.DS),
    /** Radiopharmaceutical Specific Activity. */
    RADIOPHARMACEUTICAL_SPECIFIC_ACTIVITY(0x00181077, Vr.DS),
    /** Radiopharmaceutical Start DateTime. */
    RADIOPHARMACEUTICAL_START_DATE_TIME(0x00181078, Vr.DT),
    /** Radiopharmaceutical Stop DateTime. */
    RADIOPHARMACEUTICAL_STOP_DATE_TIME(0x00181079, Vr.DT),
    /** Reconstruction Diameter. */
    RECONSTRUCTION_DIAMETER(0x00181100, Vr.DS),
    /** Distance Source to Detector. */
    DISTANCE_SOURCE_TO_DETECTOR(0x00181110, Vr.DS),
    /** Distance Source to Patient. */
    DISTANCE_SOURCE_TO_PATIENT(0x00181111, Vr.DS),
    /** Estimated Radiographic Magnification Factor. */
    ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR(0x00181114, Vr.DS),
    /** Gantry/Detector Tilt. */
    GANTRY_DETECTOR_TILT(0x00181120, Vr.DS),
    /** Table Height. */
    TABLE_HEIGHT(0x00181130, Vr.DS),
    /** Table Traverse. */
    TABLE_TRAVERSE(0x00181131, Vr.DS),
    /** Rotation Direction. */
    ROTATION_DIRECTION(0x00181140, Vr.CS),
    /** Angular Position. */
    ANGULAR_POSITION(0x00181141, Vr.DS),
    /** Radial Position. */
    RADIAL_POSITION(0x00181142, Vr.DS),
    /** Scan Arc. */
    SCAN_ARC(0x00181143, Vr.DS),
    /** Angular Step. */
    ANGULAR_STEP(0x00181144, Vr.DS),
    /** Center of Rotation Offset. */
    CENTER_OF_ROTATION_OFFSET(0x00181145, Vr.DS),
    /** Rotation Offset. */
    ROTATION_OFFSET(0x00181146, Vr.DS),
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
    /** Date of Last Calibration. */
    DATE_OF_LAST_CALIBRATION(0x00181200, Vr.DA),
    /** Time of Last Calibration. */
    TIME_OF_LAST_CALIBRATION(0x00181201, Vr.TM),
    /** Convolution Kernel. */
    CONVOLUTION_KERNEL(0x00181210, Vr.SH),
    /** Actual Frame Duration. */
    ACTUAL_FRAME_DURATION(0x00181242, Vr.IS),
    /** Count Rate. */
    COUNT_RATE(0x00181243, Vr.IS),
    /** Preferred Playback Sequencing. */
    PREFERRED_PLAYBACK_SEQUENCING(0x00181244, Vr.US),
    /** Whole Body Technique. */
    WHOLE_BODY_TECHNIQUE(0x00181301, Vr.CS),
    /** Acquisition Time Synchronized. */
    ACQUISITION_TIME_SYNCHRONIZED(0x00181800, Vr.CS),
    /** Patient Position. */
    PATIENT_POSITION(0x00185100, Vr.CS),
    /** Content Qualification. */
    CONTENT_QUALIFICATION(0x00189004, Vr.CS),
    /** Frame Acquisition DateTime. */
    FRAME_ACQUISITION_DATE_TIME(0x00189074, Vr.DT),
    /** Frame Reference DateTime. */
    FRAME_REFERENCE_DATE_TIME(0x00189151, Vr.DT),
    /** Frame Acquisition Duration. */
    FRAME_ACQUISITION_DURATION(0x00189220, Vr.FD),
    /** CT Acquisition Type Sequence. */
    CT_ACQUISITION_TYPE_SEQUENCE(0x00189301, Vr.SQ),
    /** Acquisition Type. */
    ACQUISITION_TYPE(0x00189302, Vr.CS),
    /** Tube Angle. */
    TUBE_ANGLE(0x00189303, Vr.FD),
    /** CT Acquisition Details Sequence. */
    CT_ACQUISITION_DETAILS_SEQUENCE(0x00189304, Vr.SQ),
    /** CT Table Dynamics Sequence. */
    CT_TABLE_DYNAMICS_SEQUENCE(0x00189308, Vr.SQ),
    /** Spiral Pitch Factor. */
    SPIRAL_PITCH_FACTOR(0x00189311, Vr.FD),
    /** CT Geometry Sequence. */
    CT_GEOMETRY_SEQUENCE(0x00189312, Vr.SQ),
    /** Data Collection Center (Patient). */
    DATA_COLLECTION_CENTER_PATIENT(0x00189313, Vr.FD),
    /** CT Reconstruction Sequence. */
    CT_RECONSTRUCTION_SEQUENCE(0x00189314, Vr.SQ),
    /** Reconstruction Algorithm. */
    RECONSTRUCTION_ALGORITHM(0x00189315, Vr.CS),
    /** Reconstruction Field of View. */
    RECONSTRUCTION_FIELD_OF_VIEW(0x00189317, Vr.FD),
    /** Reconstruction Target Center (Patient). */
    RECONSTRUCTION_TARGET_CENTER_PATIENT(0x00189318, Vr.FD),
    /** Reconstruction Angle. */
    RECONSTRUCTION_ANGLE(0x00189319, Vr.FD),
    /** Image Filter. */
    IMAGE_FILTER(0x00189320, Vr.SH),
    /** CT Exposure Sequence. */
    CT_EXPOSURE_SEQUENCE(0x00189321, Vr.SQ),
    /** Reconstruction Pixel Spacing. */
    RECONSTRUCTION_PIXEL_SPACING(0x00189322, Vr.FD),
    /** CT X-Ray Details Sequence. */
    CT_X_RAY_DETAILS_SEQUENCE(0x00189325, Vr.SQ),
    /** CT Position Sequence. */
    CT_POSITION_SEQUENCE(0x00189326, Vr.SQ),
    /** Table Position. */
    TABLE_POSITION(0x00189327, Vr.FD),
    /** CT Image Frame Type Sequence. */
    CT_IMAGE_FRAME_TYPE_SEQUENCE(0x00189329, Vr.SQ),
    /** Reconstruction Description. */
    RECONSTRUCTION_DESCRIPTION(0x00189531, Vr.LO),
    /** Decay Correction DateTime. */
    DECAY_CORRECTION_DATE_TIME(0x00189701, Vr.DT),
    /** Radiopharmaceutical Agent Number. */
    RADIOPHARMACEUTICAL_AGENT_NUMBER(0x00189729, Vr.US),
    /** PET Frame Acquisition Sequence. */
    PET_FRAME_ACQUISITION_SEQUENCE(0x00189732, Vr.SQ),
    /** PET Frame Correction Factors Sequence. */
    PET_FRAME_CORRECTION_FACTORS_SEQUENCE(0x00189736, Vr.SQ),
    /** Radiopharmaceutical Usage Sequence. */
    RADIOPHARMACEUTICAL_USAGE_SEQUENCE(0x00189737, Vr.SQ),
    /** PET Reconstruction Sequence. */
    PET_RECONSTRUCTION_SEQUENCE(0x00189749, Vr.SQ),
    /** PET Frame Type Sequence. */
    PET_FRAME_TYPE_SEQUENCE(0x00189751, Vr.SQ),
    /** Decay Corrected. */
    DECAY_CORRECTED(0x00189758, Vr.CS),
    /** Attenuation Corrected. */
    ATTENUATION_CORRECTED(0x00189759, Vr.CS),
    /** Scatter Corrected. */
    SCATTER_CORRECTED(0x00189760, Vr.CS),
    /** Dead Time Corrected. */
    DEAD_TIME_CORRECTED(0x00189761, Vr.CS),
    /** Gantry Motion Corrected. */
    GANTRY_MOTION_CORRECTED(0x00189762, Vr.CS),
    /** Patient Motion Corrected. */
    PATIENT_MOTION_CORRECTED(0x00189763, Vr.CS),
    /** Count Loss Normalization Corrected. */
    COUNT_LOSS_NORMALIZATION_CORRECTED(0x00189764, Vr.CS),
    /** Randoms Corrected. */
    RANDOMS_CORRECTED(0x00189765, Vr.CS),
    /** Non-uniform Radial Sampling Corrected. */
    NON_UNIFORM_RADIAL_SAMPLING_CORRECTED(0x00189766, Vr.CS),
    /** Sensitivity Calibrated. */
    SENSITIVITY_CALIBRATED(0x00189767, Vr.CS),
    /** Detector Normalization Correction. */
    DETECTOR_NORMALIZATION_CORRECTION(0x00189768, Vr.CS),
    /** Iterative Reconstruction Method. */
    ITERATIVE_RECONSTRUCTION_METHOD(0x00189769, Vr.CS),
    /** Contributing Equipment Sequence. */
    CONTRIBUTING_EQUIPMENT_SEQUENCE(0x0018a001, Vr.SQ),
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
    /** Patient Orientation. */
    PATIENT_ORIENTATION(0x00200020, Vr.CS),
    /** Image Position (Patient). */
    IMAGE_POSITION_PATIENT(0x00200032, Vr.DS),
    /** Image Orientation (Patient). */
    IMAGE_ORIENTATION_PATIENT(0x00200037, Vr.DS),
    /** Frame of Reference UID. */
    FRAME_OF_REFERENCE_UID(0x00200052, Vr.UI),
    /** Laterality. */
    LATERALITY(0x00200060, Vr.CS),
    /** Image Laterality. */
    IMAGE_LATERALITY(0x00200062, Vr.CS),
    /** Temporal Position Identifier. */
    TEMPORAL_POSITION_IDENTIFIER(0x00200100, Vr.IS),
    /** Number of Temporal Positions. */
    NUMBER_OF_TEMPORAL_POSITIONS(0x00200105, Vr.IS),
    /** Temporal Resolution. */
    TEMPORAL_RESOLUTION(0x00200110, Vr.DS),
    /** Synchronization Frame of Reference UID. */
    SYNCHRONIZATION_FRAME_OF_REFERENCE_UID(0x00200200, Vr.UI),
    /** SOP Instance UID of Concatenation Source. */
    SOP_INSTANCE_UID_OF_CONCATENATION_SOURCE(0x00200242, Vr.UI),
    /** Images in Acquisition. */
    IMAGES_IN_ACQUISITION(0x00201002, Vr.IS),
    /** Position Reference Indicator. */
    POSITION_REFERENCE_INDICATOR(0x00201040, Vr.LO),
    /** Slice Location. */
    SLICE_LOCATION(0x00201041, Vr.DS),
    /** Number of Series Related Instances. */
    NUMBER_OF_SERIES_RELATED_INSTANCES(0x00201209, Vr.IS),
    /** Image Comments. */
    IMAGE_COMMENTS(0x00204000, Vr.LT),
    /** Stack ID. */
    STACK_ID(0x00209056, Vr.SH),
    /** In-Stack Position Number. */
    IN_STACK_POSITION_NUMBER(0x00209057, Vr.UL),
    /** Frame Anatomy Sequence. */
    FRAME_ANATOMY_SEQUENCE(0x00209071, Vr.SQ),
    /** Frame Laterality. */
    FRAME_LATERALITY(0x00209072, Vr.CS),
    /** Frame Content Sequence. */
    FRAME_CONTENT_SEQUENCE(0x00209111, Vr.SQ),
    /** Plane Position Sequence. */
    PLANE_POSITION_SEQUENCE(0x00209113, Vr.SQ),
    /** Plane Orientation Sequence. */
    PLANE_ORIENTATION_SEQUENCE(0x00209116, Vr.SQ),
    /** Temporal Position Index. */
    TEMPORAL_POSITION_INDEX(0x00209128, Vr.UL),
    /** Frame Acquisition Number. */
    FRAME_ACQUISITION_NUMBER(0x00209156, Vr.US),
    /** Dimension Index Values. */
    DIMENSION_INDEX_VALUES(0x00209157, Vr.UL),
    /** Frame Comments. */
    FRAME_COMMENTS(0x00209158, Vr.LT),
    /** Concatenation UID. */
    CONCATENATION_UID(0x00209161, Vr.UI),
    /** In-concatenation Number. */
    IN_CONCATENATION_NUMBER(0x00209162, Vr.US),
    /** In-concatenation Total Number. */
    IN_CONCATENATION_TOTAL_NUMBER(0x00209163, Vr.US),
    /** Dimension Organization UID. */
    DIMENSION_ORGANIZATION_UID(0x00209164, Vr.UI),
    /** Dimension Index Pointer. */
    DIMENSION_INDEX_POINTER(0x00209165, Vr.AT),
    /** Functional Group Pointer. */
    FUNCTIONAL_GROUP_POINTER(0x00209167, Vr.AT),
    /** Dimension Organization Sequence. */
    DIMENSION_ORGANIZATION_SEQUENCE(0x00209221, Vr.SQ),
    /** Dimension Index Sequence. */
    DIMENSION_INDEX_SEQUENCE(0x00209222, Vr.SQ),
    /** Concatenation Frame Offset Number. */
    CONCATENATION_FRAME_OFFSET_NUMBER(0x00209228, Vr.UL),
    /** Image Position (Volume). */
    IMAGE_POSITION_VOLUME(0x00209301, Vr.FD),
    /** Image Orientation (Volume). */
    IMAGE_ORIENTATION_VOLUME(0x00209302, Vr.FD),
    /** Temporal Position Time Offset. */
    TEMPORAL_POSITION_TIME_OFFSET(0x0020930d, Vr.FD),
    /** Plane Position (Volume) Sequence. */
    PLANE_POSITION_VOLUME_SEQUENCE(0x0020930e, Vr.SQ),
    /** Plane Orientation (Volume) Sequence. */
    PLANE_ORIENTATION_VOLUME_SEQUENCE(0x0020930f, Vr.SQ),
    /** Dimension Organization Type. */
    DIMENSION_ORGANIZATION_TYPE(0x00209311, Vr.CS),
    /** Dimension Description Label. */
    DIMENSION_DESCRIPTION_LABEL(0x00209421, Vr.LO),
    /** Frame Label. */
    FRAME_LABEL(0x00209453, Vr.LO),
    /** Samples per Pixel. */
    SAMPLES_PER_PIXEL(0x00280002, Vr.US),
    /** Photometric Interpretation. */
    PHOTOMETRIC_INTERPRETATION(0x00280004, Vr.CS),
    /** Planar Configuration. */
    PLANAR_CONFIGURATION(0x00280006, Vr.US),
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
    /** Pixel Aspect Ratio. */
    PIXEL_ASPECT_RATIO(0x00280034, Vr.IS),
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
    /** Float Pixel Padding Value. */
    FLOAT_PIXEL_PADDING_VALUE(0x00280122, Vr.FL),
    /** Double Float Pixel Padding Value. */
    DOUBLE_FLOAT_PIXEL_PADDING_VALUE(0x00280123, Vr.FD),
    /** Quality Control Image. */
    QUALITY_CONTROL_IMAGE(0x00280300, Vr.CS),
    /** Burned In Annotation. */
    BURNED_IN_ANNOTATION(0x00280301, Vr.CS),
    /** Longitudinal Temporal Information Modified. */
    LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED(0x00280303, Vr.CS),
    /** Pixel Spacing Calibration Type. */
    PIXEL_SPACING_CALIBRATION_TYPE(0x00280a02, Vr.CS),
    /** Pixel Spacing Calibration Description. */
    PIXEL_SPACING_CALIBRATION_DESCRIPTION(0x00280a04, Vr.LO),
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
    /** Window Center & Width Explanation. */
    WINDOW_CENTER_WIDTH_EXPLANATION(0x00281055, Vr.LO),
    /** VOI LUT Function. */
    VOI_LUT_FUNCTION(0x00281056, Vr.CS),
    /** Red Palette Color Lookup Table Descriptor. */
    RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR(0x00281101, Vr.US),
    /** Spatial Locations Preserved. */
    SPATIAL_LOCATIONS_PRESERVED(0x0028135a, Vr.CS),
    /** Lossy Image Compression. */
    LOSSY_IMAGE_COMPRESSION(0x00282110, Vr.CS),
    /** Lossy Image Compression Ratio. */
    LOSSY_IMAGE_COMPRESSION_RATIO(0x00282112, Vr.DS),
    /** Lossy Image Compression Method. */
    LOSSY_IMAGE_COMPRESSION_METHOD(0x00282114, Vr.CS),
    /** Modality LUT Sequence. */
    MODALITY_LUT_SEQUENCE(0x00283000, Vr.SQ),
    /** LUT Descriptor. */
    LUT_DESCRIPTOR(0x00283002, Vr.US),
    /** LUT Explanation. */
    LUT_EXPLANATION(0x00283003, Vr.LO),
    /** VOI LUT Sequence. */
    VOI_LUT_SEQUENCE(0x00283010, Vr.SQ),
    /** Pixel Measures Sequence. */
    PIXEL_MEASURES_SEQUENCE(0x00289110, Vr.SQ),
    /** Frame VOI LUT Sequence. */
    FRAME_VOI_LUT_SEQUENCE(0x00289132, Vr.SQ),
    /** Pixel Value Transformation Sequence. */
    PIXEL_VALUE_TRANSFORMATION_SEQUENCE(0x00289145, Vr.SQ),
    /** Scheduled Procedure Step Description. */
    SCHEDULED_PROCEDURE_STEP_DESCRIPTION(0x00400007, Vr.LO),
    /** Scheduled Procedure Step ID. */
    SCHEDULED_PROCEDURE_STEP_ID(0x00400009, Vr.SH),
    /** Performed Procedure Step Start Date. */
    PERFORMED_PROCEDURE_STEP_START_DATE(0x00400244, Vr.DA),
    /** Performed Procedure Step Start Time. */
    PERFORMED_PROCEDURE_STEP_START_TIME(0x00400245, Vr.TM),
    /** Performed Procedure Step ID. */
    PERFORMED_PROCEDURE_STEP_ID(0x00400253, Vr.SH),
    /** Performed Procedure Step Description. */
    PERFORMED_PROCEDURE_STEP_DESCRIPTION(0x00400254, Vr.LO),
    /** Performed Protocol Code Sequence. */
    PERFORMED_PROTOCOL_CODE_SEQUENCE(0x00400260, Vr.SQ),
    /** Request Attributes Sequence. */
    REQUEST_ATTRIBUTES_SEQUENCE(0x00400275, Vr.SQ),
    /** Acquisition Context Sequence. */
    ACQUISITION_CONTEXT_SEQUENCE(0x00400555, Vr.SQ),
    /** Measurement Units Code Sequence. */
    MEASUREMENT_UNITS_CODE_SEQUENCE(0x004008ea, Vr.SQ),
    /** Real World Value Mapping Sequence. */
    REAL_WORLD_VALUE_MAPPING_SEQUENCE(0x00409096, Vr.SQ),
    /** LUT Label. */
    LUT_LABEL(0x00409210, Vr.SH),
    /** Real World Value Last Value Mapped. */
    REAL_WORLD_VALUE_LAST_VALUE_MAPPED(0x00409211, Vr.US),
    /** Real World Value LUT Data. */
    REAL_WORLD_VALUE_LUT_DATA(0x00409212, Vr.FD),
    /** Double Float Real World Value Last Value Mapped. */
    DOUBLE_FLOAT_REAL_WORLD_VALUE_LAST_VALUE_MAPPED(0x00409213, Vr.FD),
    /** Double Float Real World Value First Value Mapped. */
    DOUBLE_FLOAT_REAL_WORLD_VALUE_FIRST_VALUE_MAPPED(0x00409214, Vr.FD),
    /** Real World Value First Value Mapped. */
    REAL_WORLD_VALUE_FIRST_VALUE_MAPPED(0x00409216, Vr.US),
    /** Quantity Definition Sequence. */
    QUANTITY_DEFINITION_SEQUENCE(0x00409220, Vr.SQ),
    /** Real World Value Intercept. */
    REAL_WORLD_VALUE_INTERCEPT(0x00409224, Vr.FD),
    /** Real World Value Slope. */
    REAL_WORLD_VALUE_SLOPE(0x00409225, Vr.FD),
    /** Value Type. */
    VALUE_TYPE(0x0040a040, Vr.CS),
    /** Concept Name Code Sequence. */
    CONCEPT_NAME_CODE_SEQUENCE(0x0040a043, Vr.SQ),
    /** Concept Code Sequence. */
    CONCEPT_CODE_SEQUENCE(0x0040a168, Vr.SQ),
    /** Purpose of Reference Code Sequence. */
    PURPOSE_OF_REFERENCE_CODE_SEQUENCE(0x0040a170, Vr.SQ),
    /** Total Pixel Matrix Columns. */
    TOTAL_PIXEL_MATRIX_COLUMNS(0x00480006, Vr.UL),
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
    /** Residual Syringe Counts. */
    RESIDUAL_SYRINGE_COUNTS(0x00540017, Vr.IS),
    /** Energy Window Name. */
    ENERGY_WINDOW_NAME(0x00540018, Vr.SH),
    /** Detector Vector. */
    DETECTOR_VECTOR(0x00540020, Vr.US),
    /** Number of Detectors. */
    NUMBER_OF_DETECTORS(0x00540021, Vr.US),
    /** Detector Information Sequence. */
    DETECTOR_INFORMATION_SEQUENCE(0x00540022, Vr.SQ),
    /** Phase Vector. */
    PHASE_VECTOR(0x00540030, Vr.US),
    /** Number of Phases. */
    NUMBER_OF_PHASES(0x00540031, Vr.US),
    /** Phase Information Sequence. */
    PHASE_INFORMATION_SEQUENCE(0x00540032, Vr.SQ),
    /** Number of Frames in Phase. */
    NUMBER_OF_FRAMES_IN_PHASE(0x00540033, Vr.US),
    /** Phase Delay. */
    PHASE_DELAY(0x00540036, Vr.IS),
    /** Pause Between Frames. */
    PAUSE_BETWEEN_FRAMES(0x00540038, Vr.IS),
    /** Phase Description. */
    PHASE_DESCRIPTION(0x00540039, Vr.CS),
    /** Rotation Vector. */
    ROTATION_VECTOR(0x00540050, Vr.US),
    /** Number of Rotations. */
    NUMBER_OF_ROTATIONS(0x00540051, Vr.US),
    /** Rotation Information Sequence. */
    ROTATION_INFORMATION_SEQUENCE(0x00540052, Vr.SQ),
    /** Number of Frames in Rotation. */
    NUMBER_OF_FRAMES_IN_ROTATION(0x00540053, Vr.US),
    /** R-R Interval Vector. */
    RR_INTERVAL_VECTOR(0x00540060, Vr.US),
    /** Number of R-R Intervals. */
    NUMBER_OF_RR_INTERVALS(0x00540061, Vr.US),
    /** Gated Information Sequence. */
    GATED_INFORMATION_SEQUENCE(0x00540062, Vr.SQ),
    /** Data Information Sequence. */
    DATA_INFORMATION_SEQUENCE(0x00540063, Vr.SQ),
    /** Time Slot Vector. */
    TIME_SLOT_VECTOR(0x00540070, Vr.US),
    /** Number of Time Slots. */
    NUMBER_OF_TIME_SLOTS(0x00540071, Vr.US),
    /** Time Slot Information Sequence. */
    TIME_SLOT_INFORMATION_SEQUENCE(0x00540072, Vr.SQ),
    /** Time Slot Time. */
    TIME_SLOT_TIME(0x00540073, Vr.DS),
    /** Slice Vector. */
    SLICE_VECTOR(0x00540080, Vr.US),
    /** Number of Slices. */
    NUMBER_OF_SLICES(0x00540081, Vr.US),
    /** Angular View Vector. */
    ANGULAR_VIEW_VECTOR(0x00540090, Vr.US),
    /** Time Slice Vector. */
    TIME_SLICE_VECTOR(0x00540100, Vr.US),
    /** Number of Time Slices. */
    NUMBER_OF_TIME_SLICES(0x00540101, Vr.US),
    /** Start Angle. */
    START_ANGLE(0x00540200, Vr.DS),
    /** Type of Detector Motion. */
    TYPE_OF_DETECTOR_MOTION(0x00540202, Vr.CS),
    /** Trigger Vector. */
    TRIGGER_VECTOR(0x00540210, Vr.IS),
    /** Number of Triggers in Phase. */
    NUMBER_OF_TRIGGERS_IN_PHASE(0x00540211, Vr.US),
    /** View Code Sequence. */
    VIEW_CODE_SEQUENCE(0x00540220, Vr.SQ),
    /** Radionuclide Code Sequence. */
    RADIONUCLIDE_CODE_SEQUENCE(0x00540300, Vr.SQ),
    /** Administration Route Code Sequence. */
    ADMINISTRATION_ROUTE_CODE_SEQUENCE(0x00540302, Vr.SQ),
    /** Radiopharmaceutical Code Sequence. */
    RADIOPHARMACEUTICAL_CODE_SEQUENCE(0x00540304, Vr.SQ),
    /** Calibration Data Sequence. */
    CALIBRATION_DATA_SEQUENCE(0x00540306, Vr.SQ),
    /** Patient Orientation Code Sequence. */
    PATIENT_ORIENTATION_CODE_SEQUENCE(0x00540410, Vr.SQ),
    /** Patient Orientation Modifier Code Sequence. */
    PATIENT_ORIENTATION_MODIFIER_CODE_SEQUENCE(0x00540412, Vr.SQ),
    /** Patient Gantry Relationship Code Sequence. */
    PATIENT_GANTRY_RELATIONSHIP_CODE_SEQUENCE(0x00540414, Vr.SQ),
    /** Series Type. */
    SERIES_TYPE(0x00541000, Vr.CS),
    /** Units. */
    UNITS(0x00541001, Vr.CS),
    /** Counts Source. */
    COUNTS_SOURCE(0x00541002, Vr.CS),
    /** Reprojection Method. */
    REPROJECTION_METHOD(0x00541004, Vr.CS),
    /** SUV Type. */
    SUV_TYPE(0x00541006, Vr.CS),
    /** Randoms Correction Method. */
    RANDOMS_CORRECTION_METHOD(0x00541100, Vr.CS),
    /** Attenuation Correction Method. */
    ATTENUATION_CORRECTION_METHOD(0x00541101, Vr.LO),
    /** Decay Correction. */
    DECAY_CORRECTION(0x00541102, Vr.CS),
    /** Reconstruction Method. */
    RECONSTRUCTION_METHOD(0x00541103, Vr.LO),
    /** Detector Lines of Response Used. */
    DETECTOR_LINES_OF_RESPONSE_USED(0x00541104, Vr.LO),
    /** Scatter Correction Method. */
    SCATTER_CORRECTION_METHOD(0x00541105, Vr.LO),
    /** Axial Acceptance. */
    AXIAL_ACCEPTANCE(0x00541200, Vr.DS),
    /** Axial Mash. */
    AXIAL_MASH(0x00541201, Vr.IS),
    /** Frame Reference Time. */
    FRAME_REFERENCE_TIME(0x00541300, Vr.DS),
    /** Primary (Prompts) Counts Accumulated. */
    PRIMARY_PROMPTS_COUNTS_ACCUMULATED(0x00541310, Vr.IS),
    /** Secondary Counts Accumulated. */
    SECONDARY_COUNTS_ACCUMULATED(0x00541311, Vr.IS),
    /** Slice Sensitivity Factor. */
    SLICE_SENSITIVITY_FACTOR(0x00541320, Vr.DS),
    /** Decay Factor. */
    DECAY_FACTOR(0x00541321, Vr.DS),
    /** Dose Calibration Factor. */
    DOSE_CALIBRATION_FACTOR(0x00541322, Vr.DS),
    /** Scatter Fraction Factor. */
    SCATTER_FRACTION_FACTOR(0x00541323, Vr.DS),
    /** Dead Time Factor. */
    DEAD_TIME_FACTOR(0x00541324, Vr.DS),
    /** Image Index. */
    IMAGE_INDEX(0x00541330, Vr.US),
    /** Segmentation Type. */
    SEGMENTATION_TYPE(0x00620001, Vr.CS),
    /** Segment Sequence. */
    SEGMENT_SEQUENCE(0x00620002, Vr.SQ),
    /** Segmented Property Category Code Sequence. */
    SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE(0x00620003, Vr.SQ),
    /** Segment Number. */
    SEGMENT_NUMBER(0x00620004, Vr.US),
    /** Segment Label. */
    SEGMENT_LABEL(0x00620005, Vr.LO),
    /** Segment Description. */
    SEGMENT_DESCRIPTION(0x00620006, Vr.ST),
    /** Segmentation Algorithm Identification Sequence. */
    SEGMENTATION_ALGORITHM_IDENTIFICATION_SEQUENCE(0x00620007, Vr.SQ),
    /** Segment Algorithm Type. */
    SEGMENT_ALGORITHM_TYPE(0x00620008, Vr.CS),
    /** Segment Algorithm Name. */
    SEGMENT_ALGORITHM_NAME(0x00620009, Vr.LO),
    /** Segment Identification Sequence. */
    SEGMENT_IDENTIFICATION_SEQUENCE(0x0062000a, Vr.SQ),
    /** Referenced Segment Number. */
    REFERENCED_SEGMENT_NUMBER(0x0062000b, Vr.US),
    /** Recommended Display Grayscale Value. */
    RECOMMENDED_DISPLAY_GRAYSCALE_VALUE(0x0062000c, Vr.US),
    /** Recommended Display CIELab Value. */
    RECOMMENDED_DISPLAY_CIE_LAB_VALUE(0x0062000d, Vr.US),
    /** Maximum Fractional Value. */
    MAXIMUM_FRACTIONAL_VALUE(0x0062000e, Vr.US),
    /** Segmented Property Type Code Sequence. */
    SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE(0x0062000f, Vr.SQ),
    /** Segmentation Fractional Type. */
    SEGMENTATION_FRACTIONAL_TYPE(0x00620010, Vr.CS),
    /** Segmented Property Type Modifier Code Sequence. */
    SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE(0x00620011, Vr.SQ),
    /** Segments Overlap. */
    SEGMENTS_OVERLAP(0x00620013, Vr.CS),
    /** Tracking ID. */
    TRACKING_ID(0x00620020, Vr.UT),
    /** Tracking UID. */
    TRACKING_UID(0x00620021, Vr.UI),
    /** Surface Sequence. */
    SURFACE_SEQUENCE(0x00660002, Vr.SQ),
    /** Algorithm Family Code Sequence. */
    ALGORITHM_FAMILY_CODE_SEQUENCE(0x0066002f, Vr.SQ),
    /** Image Rotation. */
    IMAGE_ROTATION(0x00700042, Vr.US),
    /** Content Label. */
    CONTENT_LABEL(0x00700080, Vr.CS),
    /** Content Description. */
    CONTENT_DESCRIPTION(0x00700081, Vr.LO),
    /** Content Creator's Name. */
    CONTENT_CREATOR_NAME(0x00700084, Vr.PN),
    /** Registration Sequence. */
    REGISTRATION_SEQUENCE(0x00700308, Vr.SQ),
    /** Matrix Registration Sequence. */
    MATRIX_REGISTRATION_SEQUENCE(0x00700309, Vr.SQ),
    /** Matrix Sequence. */
    MATRIX_SEQUENCE(0x0070030a, Vr.SQ),
    /** Frame of Reference Transformation Matrix Type. */
    FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX_TYPE(0x0070030c, Vr.CS),
    /** Storage Media File-set UID. */
    STORAGE_MEDIA_FILE_SET_UID(0x00880140, Vr.UI),
    /** Dose Units. */
    DOSE_UNITS(0x30040002, Vr.CS),
    /** Dose Type. */
    DOSE_TYPE(0x30040004, Vr.CS),
    /** Dose Comment. */
    DOSE_COMMENT(0x30040006, Vr.LO),
    /** Dose Summation Type. */
    DOSE_SUMMATION_TYPE(0x3004000a, Vr.CS),
    /** Grid Frame Offset Vector. */
    GRID_FRAME_OFFSET_VECTOR(0x3004000c, Vr.DS),
    /** Dose Grid Scaling. */
    DOSE_GRID_SCALING(0x3004000e, Vr.DS),
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
    /** ROI Volume. */
    ROI_VOLUME(0x3006002c, Vr.DS),
    /** ROI Generation Algorithm. */
    ROI_GENERATION_ALGORITHM(0x30060036, Vr.CS),
    /** ROI Generation Description. */
    ROI_GENERATION_DESCRIPTION(0x30060038, Vr.LO),
    /** ROI Contour Sequence. */
    ROI_CONTOUR_SEQUENCE(0x30060039, Vr.SQ),
    /** Contour Sequence. */
    CONTOUR_SEQUENCE(0x30060040, Vr.SQ),
    /** Contour Geometric Type. */
    CONTOUR_GEOMETRIC_TYPE(0x30060042, Vr.CS),
    /** Contour Slab Thickness. */
    CONTOUR_SLAB_THICKNESS(0x30060044, Vr.DS),
    /** Contour Offset Vector. */
    CONTOUR_OFFSET_VECTOR(0x30060045, Vr.DS),
    /** Number of Contour Points. */
    NUMBER_OF_CONTOUR_POINTS(0x30060046, Vr.IS),
    /** Contour Number. */
    CONTOUR_NUMBER(0x30060048, Vr.IS),
    /** Source Pixel Planes Characteristics Sequence. */
    SOURCE_PIXEL_PLANES_CHARACTERISTICS_SEQUENCE(0x3006004a, Vr.SQ),
    /** Contour Data. */
    CONTOUR_DATA(0x30060050, Vr.DS),
    /** RT ROI Observations Sequence. */
    RT_ROI_OBSERVATIONS_SEQUENCE(0x30060080, Vr.SQ),
    /** Observation Number. */
    OBSERVATION_NUMBER(0x30060082, Vr.IS),
    /** Referenced ROI Number. */
    REFERENCED_ROI_NUMBER(0x30060084, Vr.IS),
    /** ROI Observation Label. */
    ROI_OBSERVATION_LABEL(0x30060085, Vr.SH),
    /** RT ROI Identification Code Sequence. */
    RT_ROI_IDENTIFICATION_CODE_SEQUENCE(0x30060086, Vr.SQ),
    /** ROI Observation Description. */
    ROI_OBSERVATION_DESCRIPTION(0x30060088, Vr.ST),
    /** RT ROI Interpreted Type. */
    RT_ROI_INTERPRETED_TYPE(0x300600a4, Vr.CS),
    /** ROI Interpreter. */
    ROI_INTERPRETER(0x300600a6, Vr.PN),
    /** ROI Physical Properties Sequence. */
    ROI_PHYSICAL_PROPERTIES_SEQUENCE(0x300600b0, Vr.SQ),
    /** Frame of Reference Transformation Matrix. */
    FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX(0x300600c6, Vr.DS),
    /** Approval Status. */
    APPROVAL_STATUS(0x300e0002, Vr.CS),
    /** Review Date. */
    REVIEW_DATE(0x300e0004, Vr.DA),
    /** Review Time. */
    REVIEW_TIME(0x300e0005, Vr.TM),
    /** Reviewer Name. */
    REVIEWER_NAME(0x300e0008, Vr.PN),
    /** Shared Functional Groups Sequence. */
    SHARED_FUNCTIONAL_GROUPS_SEQUENCE(0x52009229, Vr.SQ),
    /** Per-frame Functional Groups Sequence. */
    PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE(0x52009230, Vr.SQ),
    /** Private creator of Philips's PET elements; they are meant only where it is "Philips PET Private Group". */
    PHILIPS_PET_CREATOR(0x70530010, Vr.LO),
    /** Philips: stored value to SUV by body weight; see {@link #PHILIPS_PET_CREATOR}. */
    PHILIPS_SUV_SCALE_FACTOR(0x70531000, Vr.DS),
    /** Philips: stored value to Bq/ml; see {@link #PHILIPS_PET_CREATOR}. */
    PHILIPS_ACTIVITY_CONCENTRATION_SCALE_FACTOR(0x70531009, Vr.DS),
    /** Extended Offset Table. */
    EXTENDED_OFFSET_TABLE(0x7fe00001, Vr.OV),
    /** Extended Offset Table Lengths. */
    EXTENDED_OFFSET_TABLE_LENGTHS(0x7fe00002, Vr.OV),
    /** Float Pixel Data. */
    FLOAT_PIXEL_DATA(0x7fe00008, Vr.OF),
    /** Double Float Pixel Data. */
    DOUBLE_FLOAT_PIXEL_DATA(0x7fe00009, Vr.OD),
    /** Pixel Data. */
    PIXEL_DATA(0x7fe00010, Vr.OW),
    /** Data Set Trailing Padding. */
    DATA_SET_TRAILING_PADDING(0xfffcfffc, Vr.OB);

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
