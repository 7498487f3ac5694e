package org.glomera.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/** Builds the data set of an RT structure set (PS3.3 A.19) from a label map. */
final class RtStructObject {

    /** Vermilion, blue, green, orange of Okabe and Ito's palette, which colour-blind people can tell apart. */
    private static final double[][] COLOURS = {{213, 94, 0}, {0, 114, 178}, {0, 158, 115}, {230, 159, 0}};

    private final LabelMap map;
    private final ImageReference image;
    private final StudyIdentity study;
    private final StructureSetDescription description;
    private final List<DataSet> structures = new ArrayList<>();
    private final List<DataSet> contours = new ArrayList<>();
    private final List<DataSet> observations = new ArrayList<>();

    RtStructObject(LabelMap map, ImageReference image, StudyIdentity study, StructureSetDescription description) {
        this.map = map;
        this.image = image;
        this.study = study;
        this.description = description;
        for (Map.Entry<Integer, String> entry : new TreeMap<>(description.names()).entrySet()) {
            List<DataSet> own = contours(entry.getKey());
            if (!own.isEmpty()) {
                addStructure(entry.getKey(), entry.getValue(), own);
            }
        }
    }

    /** Whether no label has voxels. */
    boolean isEmpty() {
        return structures.isEmpty();
    }

    /** The data set. */
    DataSet dataSet() {
        String seriesUid = Uids.derived(study.studyInstanceUid(), "RTSTRUCT",
                Integer.toString(description.seriesNumber()), description.label(), image.seriesInstanceUid(),
                CommonModules.digest(map));
        DataSet dataSet = CommonModules.start(study, Uids.RT_STRUCTURE_SET, Uids.derived(seriesUid, "structures"));
        CommonModules.series(dataSet, "RTSTRUCT", seriesUid, description.seriesNumber(), description.label());
        return dataSet.putEmpty(Tag.OPERATORS_NAME)
                .put(Tag.INSTANCE_NUMBER, 1)
                .put(Tag.FRAME_OF_REFERENCE_UID, image.frameOfReferenceUid())
                .put(Tag.STRUCTURE_SET_LABEL, description.label())
                .put(Tag.STRUCTURE_SET_DATE, CommonModules.date(study))
                .put(Tag.STRUCTURE_SET_TIME, CommonModules.time(study))
                .putItems(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE, referencedFrame())
                .putItems(Tag.STRUCTURE_SET_ROI_SEQUENCE, structures)
                .putItems(Tag.ROI_CONTOUR_SEQUENCE, contours)
                .putItems(Tag.RT_ROI_OBSERVATIONS_SEQUENCE, observations)
                .put(Tag.APPROVAL_STATUS, "UNAPPROVED");
    }

    private DataSet referencedFrame() {
        List<DataSet> objects = image.sopInstanceUids().stream().map(this::object).toList();
        DataSet series = new DataSet().put(Tag.SERIES_INSTANCE_UID, image.seriesInstanceUid())
                .putItems(Tag.CONTOUR_IMAGE_SEQUENCE, objects);
        DataSet referencedStudy = new DataSet().put(Tag.REFERENCED_SOP_CLASS_UID, Uids.DETACHED_STUDY)
                .put(Tag.REFERENCED_SOP_INSTANCE_UID, image.studyInstanceUid())
                .putItems(Tag.RT_REFERENCED_SERIES_SEQUENCE, series);
        return new DataSet().put(Tag.FRAME_OF_REFERENCE_UID, image.frameOfReferenceUid())
                .putItems(Tag.RT_REFERENCED_STUDY_SEQUENCE, referencedStudy);
    }

    private DataSet object(String instanceUid) {
        return CommonModules.object(image.sopClassUid(), instanceUid);
    }

    private void addStructure(int label, String name, List<DataSet> own) {
        structures.add(new DataSet().put(Tag.ROI_NUMBER, label)
                .put(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, image.frameOfReferenceUid())
                .put(Tag.ROI_NAME, name)
                .put(Tag.ROI_GENERATION_ALGORITHM, description.isAutomatic() ? "AUTOMATIC" : "MANUAL"));
        contours.add(new DataSet().put(Tag.REFERENCED_ROI_NUMBER, label)
                .put(Tag.ROI_DISPLAY_COLOR, COLOURS[(label - 1) % COLOURS.length])
                .putItems(Tag.CONTOUR_SEQUENCE, own));
        observations.add(new DataSet().put(Tag.OBSERVATION_NUMBER, label).put(Tag.REFERENCED_ROI_NUMBER, label)
                .put(Tag.RT_ROI_INTERPRETED_TYPE, "ORGAN").putEmpty(Tag.ROI_INTERPRETER));
    }

    private List<DataSet> contours(int label) {
        List<DataSet> own = new ArrayList<>();
        for (int z = 0; z < map.grid().nz(); z++) {
            for (double[][] polygon : BoundaryTracer.trace(map, label, z)) {
                own.add(contour(polygon, z, own.size() + 1));
            }
        }
        return own;
    }

    private DataSet contour(double[][] polygon, int z, int number) {
        double[] coordinates = new double[3 * polygon.length];
        for (int i = 0; i < polygon.length; i++) {
            Vector3 point = map.grid().patientMm(polygon[i][0], polygon[i][1], z);
            coordinates[3 * i] = point.x();
            coordinates[3 * i + 1] = point.y();
            coordinates[3 * i + 2] = point.z();
        }
        DataSet contour = new DataSet();
        ImageReference.Slice slice = image.slices().get(z);
        if (slice.isStored()) {
            DataSet object = object(slice.sopInstanceUid());
            contour.putItems(Tag.CONTOUR_IMAGE_SEQUENCE,
                    slice.frame() > 0 ? object.put(Tag.REFERENCED_FRAME_NUMBER, slice.frame()) : object);
        }
        return contour.put(Tag.CONTOUR_NUMBER, number).put(Tag.CONTOUR_GEOMETRIC_TYPE, "CLOSED_PLANAR")
                .put(Tag.NUMBER_OF_CONTOUR_POINTS, polygon.length).put(Tag.CONTOUR_DATA, coordinates);
    }
}
