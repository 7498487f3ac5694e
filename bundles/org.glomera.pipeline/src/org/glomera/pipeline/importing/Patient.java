package org.glomera.pipeline.importing;

import java.util.List;
import java.util.Objects;

import org.glomera.dicom.DicomSeries;
import org.glomera.study.Role;

/**
 * One patient's part of an import.
 *
 * @param pseudonym what the study calls the patient
 * @param role the role of the patient's cases
 * @param series the patient's series, ordered
 */
record Patient(String pseudonym, Role role, List<DicomSeries> series) {

    Patient {
        Objects.requireNonNull(pseudonym);
        Objects.requireNonNull(role);
        series = List.copyOf(series);
    }

    boolean hasSpect() {
        return series.stream().anyMatch(each -> each.modality().equals(CasePlanner.NM));
    }
}
