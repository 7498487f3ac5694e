package org.glomera.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The files of one series. Its text form leaves the patient out.
 *
 * @param modality CT, NM, RTSTRUCT and so on, as the files say
 * @param seriesInstanceUid the series
 * @param studyInstanceUid the study that the series belongs to
 * @param frameOfReferenceUid the frame of reference; empty when the files name none
 * @param patientId whose series it is; empty when the files do not say. Never to be logged or shown in a message
 * @param description what the scanner called it; may be empty
 * @param instances the objects, ordered by file name; at least one
 */
public record DicomSeries(String modality, String seriesInstanceUid, String studyInstanceUid,
        String frameOfReferenceUid, String patientId, String description, List<DicomInstance> instances) {

    /** Refuses a series without objects. */
    public DicomSeries {
        Objects.requireNonNull(modality);
        Objects.requireNonNull(seriesInstanceUid);
        Objects.requireNonNull(studyInstanceUid);
        Objects.requireNonNull(frameOfReferenceUid);
        Objects.requireNonNull(patientId);
        Objects.requireNonNull(description);
        instances = List.copyOf(instances);
        if (instances.isEmpty()) {
            throw new IllegalArgumentException("A series has at least one object.");
        }
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
        return modality + " series of " + instances.size() + " files in " + folder();
    }
}
