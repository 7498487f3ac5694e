package org.glomera.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * Builds the data set of a binary SEG of the kidneys (PS3.3 A.51): one frame for each segment and slice that has
 * voxels, segment by segment from the first slice to the last.
 */
final class SegObject {

    /** Vermilion and blue of Okabe and Ito's palette in CIELab, as PS3.3 C.10.7.1.1 scales it. */
    private static final Map<Side, double[]> COLOURS = Map.of(Side.RIGHT, new double[] {35976, 44539, 49401},
            Side.LEFT, new double[] {29691, 30619, 22029});

    private final LabelMap map;
    private final GridPlanes planes;
    private final ImageReference image;
    private final StudyIdentity study;
    private final StructureSetDescription description;
    private final List<Side> sides = new ArrayList<>();
    private final List<DataSet> frames = new ArrayList<>();
    private final PackedBits bits = new PackedBits();
    private final String seriesUid;

    SegObject(LabelMap map, ImageReference image, StudyIdentity study, StructureSetDescription description) {
        this.map = map;
        this.planes = new GridPlanes(map.grid());
        this.image = image;
        this.study = study;
        this.description = description;
        this.seriesUid = Uids.derived(study.studyInstanceUid(), "SEG", Integer.toString(description.seriesNumber()),
                description.label(), image.seriesInstanceUid(), CommonModules.digest(map));
        for (int label : new TreeMap<>(description.names()).keySet()) {
            Side side = side(label);
            if (map.count(side) > 0) {
                sides.add(side);
                addFrames(side);
            }
        }
    }

    private static Side side(int label) {
        for (Side side : Side.values()) {
            if (side.label() == label) {
                return side;
            }
        }
        throw new IllegalArgumentException("A segmentation of kidneys has the labels 1 and 2, not " + label + ".");
    }

    /** Whether no label has voxels. */
    boolean isEmpty() {
        return sides.isEmpty();
    }

    /** The data set. */
    DataSet dataSet() {
        DataSet dataSet = CommonModules.start(study, Uids.SEGMENTATION, Uids.derived(seriesUid, "segmentation"));
        CommonModules.series(dataSet, "SEG", seriesUid, description.seriesNumber(), description.label());
        CommonModules.size(dataSet, planes);
        String organization = Uids.derived(seriesUid, "dimensions");
        return dataSet.put(Tag.FRAME_OF_REFERENCE_UID, image.frameOfReferenceUid())
                .put(Tag.CONTENT_DATE, CommonModules.date(study)).put(Tag.CONTENT_TIME, CommonModules.time(study))
                .put(Tag.INSTANCE_NUMBER, 1).put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY")
                .put(Tag.CONTENT_LABEL, "KIDNEYS").put(Tag.CONTENT_DESCRIPTION, description.label())
                .putEmpty(Tag.CONTENT_CREATOR_NAME)
                .put(Tag.SAMPLES_PER_PIXEL, 1).put(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .put(Tag.BITS_ALLOCATED, 1).put(Tag.BITS_STORED, 1).put(Tag.HIGH_BIT, 0)
                .put(Tag.PIXEL_REPRESENTATION, 0).put(Tag.LOSSY_IMAGE_COMPRESSION, "00")
                .put(Tag.NUMBER_OF_FRAMES, frames.size())
                .put(Tag.SEGMENTATION_TYPE, "BINARY").put(Tag.SEGMENTS_OVERLAP, "NO")
                .putItems(Tag.SEGMENT_SEQUENCE, segments())
                .putItems(Tag.REFERENCED_SERIES_SEQUENCE, referencedSeries())
                .putItems(Tag.DIMENSION_ORGANIZATION_SEQUENCE,
                        new DataSet().put(Tag.DIMENSION_ORGANIZATION_UID, organization))
                .putItems(Tag.DIMENSION_INDEX_SEQUENCE,
                        dimension(organization, Tag.REFERENCED_SEGMENT_NUMBER, Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
                                "Segment Number"),
                        dimension(organization, Tag.IMAGE_POSITION_PATIENT, Tag.PLANE_POSITION_SEQUENCE,
                                "Image Position"))
                .putItems(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared())
                .putItems(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames)
                .putBytes(Tag.PIXEL_DATA, bits.bytes());
    }

    private List<DataSet> segments() {
        List<DataSet> segments = new ArrayList<>();
        for (Side side : sides) {
            DataSet type = CommonModules.code("64033007", "SCT", "Kidney").putItems(
                    Tag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE, side == Side.RIGHT
                            ? CommonModules.code("24028007", "SCT", "Right")
                            : CommonModules.code("7771000", "SCT", "Left"));
            DataSet segment = new DataSet().put(Tag.SEGMENT_NUMBER, segments.size() + 1)
                    .put(Tag.SEGMENT_LABEL, description.names().get(side.label()))
                    .putItems(Tag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE,
                            CommonModules.code("123037004", "SCT", "Anatomical Structure"))
                    .putItems(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, type)
                    .put(Tag.SEGMENT_ALGORITHM_TYPE, description.isAutomatic() ? "AUTOMATIC" : "MANUAL")
                    .put(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, COLOURS.get(side));
            if (description.isAutomatic()) {
                segment.put(Tag.SEGMENT_ALGORITHM_NAME, description.algorithm());
            }
            segments.add(segment);
        }
        return segments;
    }

    private DataSet referencedSeries() {
        List<DataSet> objects = image.sopInstanceUids().stream()
                .map(uid -> CommonModules.object(image.sopClassUid(), uid)).toList();
        return new DataSet().put(Tag.SERIES_INSTANCE_UID, image.seriesInstanceUid())
                .putItems(Tag.REFERENCED_INSTANCE_SEQUENCE, objects);
    }

    private static DataSet dimension(String organization, Tag pointer, Tag group, String label) {
        return new DataSet().put(Tag.DIMENSION_ORGANIZATION_UID, organization)
                .put(Tag.DIMENSION_INDEX_POINTER, pointer.number()).put(Tag.FUNCTIONAL_GROUP_POINTER, group.number())
                .put(Tag.DIMENSION_DESCRIPTION_LABEL, label);
    }

    private DataSet shared() {
        return new DataSet()
                .putItems(Tag.PIXEL_MEASURES_SEQUENCE, new DataSet()
                        .put(Tag.PIXEL_SPACING, planes.rowSpacingMm(), planes.columnSpacingMm())
                        .put(Tag.SLICE_THICKNESS, planes.sliceSpacingMm())
                        .put(Tag.SPACING_BETWEEN_SLICES, planes.sliceSpacingMm()))
                .putItems(Tag.PLANE_ORIENTATION_SEQUENCE,
                        new DataSet().put(Tag.IMAGE_ORIENTATION_PATIENT, planes.orientation()));
    }

    private void addFrames(Side side) {
        int count = map.grid().nx() * map.grid().ny();
        for (int z = 0; z < map.grid().nz(); z++) {
            boolean any = false;
            for (int i = 0; i < count && !any; i++) {
                any = map.labels()[z * count + i] == side.label();
            }
            if (any) {
                for (int i = 0; i < count; i++) {
                    bits.add(map.labels()[z * count + i] == side.label());
                }
                frames.add(frame(z, sides.size()));
            }
        }
    }

    private DataSet frame(int z, int segment) {
        return new DataSet()
                .putItems(Tag.DERIVATION_IMAGE_SEQUENCE, derivation(image.slices().get(z)))
                .putItems(Tag.FRAME_CONTENT_SEQUENCE, new DataSet().put(Tag.DIMENSION_INDEX_VALUES, segment, z + 1))
                .putItems(Tag.PLANE_POSITION_SEQUENCE,
                        new DataSet().put(Tag.IMAGE_POSITION_PATIENT, planes.positionMm(z)))
                .putItems(Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
                        new DataSet().put(Tag.REFERENCED_SEGMENT_NUMBER, segment));
    }

    private List<DataSet> derivation(ImageReference.Slice slice) {
        if (!slice.isStored()) {
            return List.of();
        }
        DataSet source = CommonModules.object(image.sopClassUid(), slice.sopInstanceUid())
                .put(Tag.SPATIAL_LOCATIONS_PRESERVED, "YES")
                .putItems(Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE,
                        CommonModules.code("121322", "DCM", "Source image for image processing operation"));
        if (slice.frame() > 0) {
            source.put(Tag.REFERENCED_FRAME_NUMBER, slice.frame());
        }
        return List.of(new DataSet().putItems(Tag.SOURCE_IMAGE_SEQUENCE, source)
                .putItems(Tag.DERIVATION_CODE_SEQUENCE, CommonModules.code("113076", "DCM", "Segmentation")));
    }
}
