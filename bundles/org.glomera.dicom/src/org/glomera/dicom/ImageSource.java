package org.glomera.dicom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Set;

import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * A patient's image that a delineation is written for: how the delineation refers to it, and the patient and study that
 * both belong to. Made by {@link ImageSources}. Its text form leaves the patient out.
 */
public final class ImageSource {

    /** What the files of one study have in common (PS3.3 C.7.1.1, C.7.2.1). */
    private static final Set<Tag> SHARED = Set.of(Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.PATIENT_BIRTH_DATE,
            Tag.PATIENT_SEX, Tag.STUDY_DATE, Tag.STUDY_TIME, Tag.ACCESSION_NUMBER, Tag.REFERRING_PHYSICIAN_NAME,
            Tag.STUDY_DESCRIPTION, Tag.STUDY_ID, Tag.STUDY_INSTANCE_UID, Tag.POSITION_REFERENCE_INDICATOR);

    private final ImageReference reference;
    private final DataSet header;

    /** Takes the header of one of the image's files. */
    ImageSource(ImageReference reference, DataSet header) {
        this.reference = Objects.requireNonNull(reference);
        this.header = Objects.requireNonNull(header);
    }

    /** How a delineation refers to the image. */
    public ImageReference reference() {
        return reference;
    }

    /** The study; its time is that of the study, midnight where the file does not say it in a form that is read. */
    StudyIdentity study() {
        return new StudyIdentity(header.text(Tag.PATIENT_ID).orElse(""), header.text(Tag.PATIENT_NAME).orElse(""),
                reference.studyInstanceUid(), reference.frameOfReferenceUid(), time(),
                header.text(Tag.STUDY_DESCRIPTION).orElse(""));
    }

    private LocalDateTime time() {
        String date = header.text(Tag.STUDY_DATE).orElse("");
        String time = header.text(Tag.STUDY_TIME).orElse("");
        LocalDateTime unknown = LocalDate.of(1900, 1, 1).atStartOfDay();
        try {
            LocalDate day = LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
            return time.length() < 6 ? day.atStartOfDay()
                    : day.atTime(LocalTime.parse(time.substring(0, 6), DateTimeFormatter.ofPattern("HHmmss")));
        } catch (DateTimeException notInThatForm) {
            return unknown;
        }
    }

    /** Gives a data set the patient and the study of the image, as its files have them. */
    DataSet into(DataSet dataSet) {
        for (Tag tag : SHARED) {
            if (header.has(tag)) {
                dataSet.put(tag, header.texts(tag).toArray(String[]::new));
            }
        }
        dataSet.put(Tag.STUDY_INSTANCE_UID, reference.studyInstanceUid());
        return dataSet;
    }

    @Override
    public String toString() {
        return "Image of " + reference.slices().size() + " slices";
    }
}
