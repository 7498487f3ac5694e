package org.glomera.pipeline.importing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.StructureSet;
import org.glomera.study.Acquisition;

/**
 * Which series and delineations make a case.
 *
 * @param caseId the case
 * @param acquisition with SPECT or without
 * @param ct the CT
 * @param spect the SPECT
 * @param onCt delineation on the CT
 * @param onSpect delineation on the SPECT
 * @param remarks what is unusual, a sentence each
 */
record CasePlan(String caseId, Acquisition acquisition, Optional<DicomSeries> ct, Optional<DicomSeries> spect,
        Optional<StructureSet> onCt, Optional<StructureSet> onSpect, List<String> remarks) {

    CasePlan {
        Objects.requireNonNull(caseId);
        Objects.requireNonNull(acquisition);
        remarks = List.copyOf(remarks);
    }

    /** The same case with another id. */
    CasePlan withId(String newId) {
        return new CasePlan(newId, acquisition, ct, spect, onCt, onSpect, remarks);
    }
}
