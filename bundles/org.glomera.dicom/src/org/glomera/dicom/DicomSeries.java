package org.glomera.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The files of one series, or those of them that make one stack: a series that holds several (a localizer and a
 * volume, two orientations, several passes over the same positions) is taken apart. Its text form leaves the patient
 * out.
 *
 * @param modality CT, NM, RTSTRUCT and so on, as the files say
 * @param sopClassUid the class of the objects; empty when it is not known
 * @param imageType the values of Image Type (PS3.3 C.7.6.1.1.2), those of the first file; may be empty
 * @param seriesInstanceUid the series
 * @param part 0 for a series as a whole, 1, 2 and so on for the stacks of a series that was taken apart
 * @param studyInstanceUid the study that the series belongs to
 * @param frameOfReferenceUid the frame of reference; empty when the files name none
 * @param patientId whose series it is; empty when the files do not say. Never to be logged or shown in a message
 * @param description what the scanner called it; may be empty
 * @param instances the objects, ordered by file name; at least one
 */
public record DicomSeries(String modality, String sopClassUid, List<String> imageType, String seriesInstanceUid,
        int part, String studyInstanceUid, String frameOfReferenceUid, String patientId, String description,
        List<DicomInstance> instances) {

    /** Refuses a series without objects. */
    public DicomSeries {
        Objects.requireNonNull(modality);
        Objects.requireNonNull(sopClassUid);
        imageType = List.copyOf(imageType);
        Objects.requireNonNull(seriesInstanceUid);
        Objects.requireNonNull(studyInstanceUid);
        Objects.requireNonNull(frameOfReferenceUid);
        Objects.requireNonNull(patientId);
        Objects.requireNonNull(description);
        instances = List.copyOf(instances);
        if (instances.isEmpty() || part < 0) {
            throw new IllegalArgumentException("A series has at least one object, and its part is not negative.");
        }
    }

    /** A whole series of a class and type that the caller does not know. */
    public DicomSeries(String modality, String seriesInstanceUid, String studyInstanceUid, String frameOfReferenceUid,
            String patientId, String description, List<DicomInstance> instances) {
        this(modality, "", List.of(), seriesInstanceUid, 0, studyInstanceUid, frameOfReferenceUid, patientId,
                description, instances);
    }

    /** The files, in the order of the objects. */
    public List<Path> files() {
        return instances.stream().map(DicomInstance::file).toList();
    }

    /** The folder of the first file, by which a message names the series. */
    public Path folder() {
        return instances.get(0).file().toAbsolutePath().getParent();
    }

    @Override
    public String toString() {
        return modality + " series of " + instances.size() + " files in " + folder()
                + (part == 0 ? "" : " (part " + part + ")");
    }
}
