package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * Reads SEG files (PS3.3 A.51 and C.8.20): segments of one bit a voxel, fractional ones, and label maps (SOP class
 * 1.2.840.10008.5.1.4.1.1.66.7). Frames come in any order, and may be left out where they are empty. Tiles of a
 * microscope are refused. Thread-safe.
 */
public final class SegReader {

    private static final Set<String> CLASSES = Set.of(Uids.SEGMENTATION, Uids.LABEL_MAP_SEGMENTATION);

    private final DicomToolkit toolkit;

    /** Makes a reader that parses files with {@code toolkit}. */
    public SegReader(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * Reads all of a file but its voxels.
     *
     * @throws GlomeraException when it is damaged, not a SEG, tiled, or says not where its frames lie in the patient
     */
    public Segmentation read(Path file) throws GlomeraException {
        return read(file, toolkit.read(file, ReadExtent.HEADER));
    }

    /** As {@link #read(Path)}, of a data set that was read already. */
    Segmentation read(Path file, DataSet dataSet) throws GlomeraException {
        Header header = new Header(file, dataSet);
        if (!CLASSES.contains(header.text(Tag.SOP_CLASS_UID))) {
            throw header.problem("it is not a segmentation but of the class " + header.text(Tag.SOP_CLASS_UID));
        }
        SegFrames frames = SegFrames.of(header);
        return new Segmentation(toolkit, header, frames, segments(header), referencedSeries(header),
                referencedInstances(header));
    }

    private static List<Segment> segments(Header header) throws GlomeraException {
        List<Segment> segments = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (DataSet item : header.dataSet().items(Tag.SEGMENT_SEQUENCE)) {
            Header segment = header.of(item);
            int number = segment.requireInteger(Tag.SEGMENT_NUMBER, "segment number");
            if (!numbers.add(number)) {
                throw header.problem("two of its segments have the number " + number);
            }
            segments.add(new Segment(number, segment.text(Tag.SEGMENT_LABEL), KidneyCodes.of(item)));
        }
        if (segments.isEmpty()) {
            throw header.problem("it describes no segment");
        }
        return segments;
    }

    private static List<String> referencedSeries(Header header) {
        Set<String> series = new LinkedHashSet<>();
        for (DataSet one : header.dataSet().items(Tag.REFERENCED_SERIES_SEQUENCE)) {
            one.text(Tag.SERIES_INSTANCE_UID).ifPresent(series::add);
        }
        return List.copyOf(series);
    }

    private static List<String> referencedInstances(Header header) {
        Set<String> objects = new LinkedHashSet<>();
        for (DataSet series : header.dataSet().items(Tag.REFERENCED_SERIES_SEQUENCE)) {
            addObjects(series, Tag.REFERENCED_INSTANCE_SEQUENCE, objects);
        }
        addObjects(header.dataSet(), Tag.SOURCE_IMAGE_SEQUENCE, objects);
        List<DataSet> groups = new ArrayList<>(header.dataSet().items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE));
        groups.addAll(header.dataSet().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE));
        for (DataSet group : groups) {
            for (DataSet derivation : group.items(Tag.DERIVATION_IMAGE_SEQUENCE)) {
                addObjects(derivation, Tag.SOURCE_IMAGE_SEQUENCE, objects);
            }
        }
        return List.copyOf(objects);
    }

    private static void addObjects(DataSet holder, Tag sequence, Set<String> objects) {
        for (DataSet image : holder.items(sequence)) {
            image.text(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(objects::add);
        }
    }
}
