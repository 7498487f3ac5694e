package org.glomera.dicom;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * What discovery keeps of a file's header: little, since a folder may hold a million files.
 *
 * @param file the file
 * @param sopClassUid the class, as {@link ObjectClass} tells it
 * @param sopInstanceUid the object
 * @param texts values by which objects are grouped; joined by backslashes where there are several
 * @param plane the plane of a slice; empty where the header describes none
 * @param alongMm where the slice lies along its normal; NaN where it has no position
 */
record FoundObject(Path file, String sopClassUid, String sopInstanceUid, Map<Tag, String> texts,
        Optional<SlicePlane> plane, double alongMm) {

    /** What is kept of a text; none that objects are grouped by is longer (PS3.5 section 6.2). */
    private static final int MOST_CHARACTERS = 1024;

    /** What is kept of a header as text. */
    private static final List<Tag> KEPT = List.of(Tag.MODALITY, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID,
            Tag.FRAME_OF_REFERENCE_UID, Tag.PATIENT_ID, Tag.SERIES_DESCRIPTION, Tag.SERIES_NUMBER, Tag.IMAGE_TYPE,
            Tag.NUMBER_OF_FRAMES, Tag.CONCATENATION_UID, Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME,
            Tag.TEMPORAL_POSITION_IDENTIFIER,
            Tag.ACQUISITION_NUMBER, Tag.TRIGGER_TIME, Tag.FRAME_REFERENCE_TIME, Tag.ECHO_TIME, Tag.KVP,
            Tag.CONVOLUTION_KERNEL, Tag.CONTRAST_BOLUS_AGENT);

    FoundObject {
        Objects.requireNonNull(file);
        texts = Map.copyOf(texts);
    }

    /**
     * What is kept of a header.
     *
     * @param shared gives one object for equal ones, so that what a million files have in common is kept once
     */
    static FoundObject of(Path file, DataSet header, UnaryOperator<Object> shared) {
        Map<Tag, String> texts = new EnumMap<>(Tag.class);
        for (Tag tag : KEPT) {
            if (header.text(tag).isPresent()) {
                String text = String.join("\\", header.texts(tag)).strip();
                texts.put(tag, (String) shared.apply(text.substring(0, Math.min(text.length(), MOST_CHARACTERS))));
            }
        }
        Optional<SlicePlane> plane = plane(file, header).map(own -> (SlicePlane) shared.apply(own));
        return new FoundObject(file, (String) shared.apply(ObjectClass.of(header).orElse("")),
                ObjectClass.instance(header).orElse(""), texts, plane,
                plane.isPresent() ? along(header, plane.get()) : Double.NaN);
    }

    private static Optional<SlicePlane> plane(Path file, DataSet dataSet) {
        if (!dataSet.has(Tag.IMAGE_ORIENTATION_PATIENT) || !dataSet.has(Tag.PIXEL_SPACING)) {
            return Optional.empty();
        }
        try {
            Header header = new Header(file, dataSet);
            return Optional.of(SlicePlane.of(header, header));
        } catch (GlomeraException e) {
            // Not described as the standard asks for: reading it will say what is wrong.
            return Optional.empty();
        }
    }

    private static double along(DataSet header, SlicePlane plane) {
        try {
            double[] at = header.numbers(Tag.IMAGE_POSITION_PATIENT);
            boolean finite = at.length >= 3 && Arrays.stream(at).allMatch(Double::isFinite);
            return finite ? new Vector3(at[0], at[1], at[2]).dot(plane.normal()) : Double.NaN;
        } catch (NumberFormatException e) {
            // As above: reading it will say what is wrong.
            return Double.NaN;
        }
    }

    /** A kept text; empty when the header has none. */
    String text(Tag tag) {
        return texts.getOrDefault(tag, "");
    }

    /** The values of Image Type. */
    List<String> imageType() {
        String type = text(Tag.IMAGE_TYPE);
        return type.isEmpty() ? List.of() : Arrays.stream(type.split("\\\\")).map(String::strip).toList();
    }

    /** Whether it is a projection by which a scan was planned (PS3.3 C.8.2.1.1.1). */
    boolean isLocalizer() {
        List<String> type = imageType();
        return type.size() > 2 && type.get(2).toUpperCase(Locale.ROOT).equals("LOCALIZER");
    }

    /** Whether the file is an image of several slices, rather than one slice of them. */
    boolean isWholeImage() {
        boolean frames = !Set.of("", "0", "1").contains(text(Tag.NUMBER_OF_FRAMES));
        return sopClassUid.equals(Uids.NM_IMAGE) && frames || Uids.ENHANCED_CT.contains(sopClassUid)
                || Uids.ENHANCED_MR.contains(sopClassUid) || Uids.ENHANCED_PET.contains(sopClassUid);
    }

    /** Whether it says where its slice lies. */
    boolean isPlaced() {
        return plane.isPresent() && !Double.isNaN(alongMm);
    }
}
