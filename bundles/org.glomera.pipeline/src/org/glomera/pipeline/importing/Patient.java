package org.glomera.pipeline.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.glomera.dicom.DicomSeries;
import org.glomera.pipeline.ListedCase;
import org.glomera.study.Role;

/**
 * One patient's part of an import.
 *
 * @param pseudonym what the study calls the patient
 * @param role the role of the patient's cases
 * @param series the patient's series, ordered
 * @param truth true values of a phantom by name; empty otherwise
 * @param listed the patient's cases of image files that are no DICOM, as a list names them
 */
record Patient(String pseudonym, Role role, List<DicomSeries> series, Map<String, Double> truth,
        List<ListedCase> listed) {

    Patient {
        Objects.requireNonNull(pseudonym);
        Objects.requireNonNull(role);
        series = List.copyOf(series);
        truth = Map.copyOf(truth);
        listed = List.copyOf(listed);
    }
}
