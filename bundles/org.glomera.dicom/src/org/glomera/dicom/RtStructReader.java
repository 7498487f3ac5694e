package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * Reads an RTSTRUCT file (PS3.3 A.19). Closed planar contours become contours; points and open lines enclose nothing
 * and are passed over, and so are contours of fewer than three points. Thread-safe.
 */
public final class RtStructReader {

    /** The types of contours that enclose an area (PS3.3 C.8.8.6.1). */
    private static final Set<String> CLOSED = Set.of("CLOSED_PLANAR", "CLOSEDPLANAR_XOR");

    private final DicomToolkit toolkit;

    /** Makes a reader that parses files with {@code toolkit}. */
    public RtStructReader(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * Reads the file.
     *
     * @throws GlomeraException when it is damaged or not an RTSTRUCT, or a contour's numbers are not coordinates
     */
    public StructureSet read(Path file) throws GlomeraException {
        return read(file, toolkit.read(file, ReadExtent.HEADER));
    }

    /** As {@link #read(Path)}, of a data set that was read already. */
    StructureSet read(Path file, DataSet dataSet) throws GlomeraException {
        Header header = new Header(file, dataSet);
        if (!header.text(Tag.SOP_CLASS_UID).equals(Uids.RT_STRUCTURE_SET)) {
            throw header.problem("it is not an RT structure set but of the class " + header.text(Tag.SOP_CLASS_UID));
        }
        Map<Integer, List<Contour>> contours = contours(header);
        List<Structure> structures = new ArrayList<>();
        String frame = frameOfReference(header);
        for (DataSet item : header.dataSet().items(Tag.STRUCTURE_SET_ROI_SEQUENCE)) {
            Header roi = header.of(item);
            int number = roi.requireInteger(Tag.ROI_NUMBER, "ROI number");
            structures.add(new Structure(number, roi.text(Tag.ROI_NAME), contours.getOrDefault(number, List.of())));
            frame = frame.isEmpty() ? roi.text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID) : frame;
        }
        return new StructureSet(file, frame, referencedSeries(header), referencedInstances(header), structures);
    }

    private static Map<Integer, List<Contour>> contours(Header header) throws GlomeraException {
        Map<Integer, List<Contour>> contours = new TreeMap<>();
        for (DataSet item : header.dataSet().items(Tag.ROI_CONTOUR_SEQUENCE)) {
            int number = header.of(item).requireInteger(Tag.REFERENCED_ROI_NUMBER, "referenced ROI number");
            List<Contour> own = contours.computeIfAbsent(number, key -> new ArrayList<>());
            for (DataSet contour : item.items(Tag.CONTOUR_SEQUENCE)) {
                if (CLOSED.contains(contour.text(Tag.CONTOUR_GEOMETRIC_TYPE).orElse(""))) {
                    List<Vector3> points = points(header.of(contour));
                    if (points.size() >= 3) {
                        own.add(new Contour(points));
                    }
                }
            }
        }
        return contours;
    }

    private static List<Vector3> points(Header contour) throws GlomeraException {
        double[] numbers = contour.requireNumbers(Tag.CONTOUR_DATA, 0, "contour data");
        if (numbers.length % 3 != 0) {
            throw contour.problem("a contour has " + numbers.length + " numbers, which are not triples of coordinates");
        }
        List<Vector3> points = new ArrayList<>(numbers.length / 3);
        for (int i = 0; i < numbers.length; i += 3) {
            points.add(new Vector3(numbers[i], numbers[i + 1], numbers[i + 2]));
        }
        return points;
    }

    private static String frameOfReference(Header header) {
        return header.dataSet().items(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE).stream().findFirst()
                .flatMap(item -> item.text(Tag.FRAME_OF_REFERENCE_UID)).orElse("");
    }

    private static List<String> referencedSeries(Header header) {
        Set<String> series = new LinkedHashSet<>();
        for (DataSet frame : header.dataSet().items(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE)) {
            for (DataSet study : frame.items(Tag.RT_REFERENCED_STUDY_SEQUENCE)) {
                for (DataSet one : study.items(Tag.RT_REFERENCED_SERIES_SEQUENCE)) {
                    one.text(Tag.SERIES_INSTANCE_UID).ifPresent(series::add);
                }
            }
        }
        return List.copyOf(series);
    }

    private static List<String> referencedInstances(Header header) {
        Set<String> objects = new LinkedHashSet<>();
        for (DataSet frame : header.dataSet().items(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE)) {
            for (DataSet study : frame.items(Tag.RT_REFERENCED_STUDY_SEQUENCE)) {
                for (DataSet one : study.items(Tag.RT_REFERENCED_SERIES_SEQUENCE)) {
                    addObjects(one, objects);
                }
            }
        }
        for (DataSet structure : header.dataSet().items(Tag.ROI_CONTOUR_SEQUENCE)) {
            structure.items(Tag.CONTOUR_SEQUENCE).forEach(contour -> addObjects(contour, objects));
        }
        return List.copyOf(objects);
    }

    private static void addObjects(DataSet holder, Set<String> objects) {
        for (DataSet image : holder.items(Tag.CONTOUR_IMAGE_SEQUENCE)) {
            image.text(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(objects::add);
        }
    }
}
