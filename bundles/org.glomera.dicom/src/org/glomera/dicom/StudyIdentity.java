package org.glomera.dicom;

import java.time.LocalDateTime;
import java.util.Objects;

/**
 * Whose study is written and when it was acquired. Its text form leaves the patient out.
 *
 * @param patientId the patient's identifier
 * @param patientName the patient's name, family name first, parts separated by {@code ^}
 * @param studyInstanceUid the study
 * @param frameOfReferenceUid the frame that all series of the study share: SPECT and CT of one hybrid scanner
 * @param acquired when it was acquired
 * @param description what the study is called; may be empty
 */
public record StudyIdentity(String patientId, String patientName, String studyInstanceUid, String frameOfReferenceUid,
        LocalDateTime acquired, String description) {

    /** Refuses missing values. */
    public StudyIdentity {
        Objects.requireNonNull(patientId);
        Objects.requireNonNull(patientName);
        Objects.requireNonNull(studyInstanceUid);
        Objects.requireNonNull(frameOfReferenceUid);
        Objects.requireNonNull(acquired);
        Objects.requireNonNull(description);
    }

    /** An identity whose unique identifiers follow from a seed: the same seed gives the same. */
    public static StudyIdentity derived(String seed, String patientId, String patientName, LocalDateTime acquired,
            String description) {
        return new StudyIdentity(patientId, patientName, Uids.derived(seed, "study"), Uids.derived(seed, "frame"),
                acquired, description);
    }

    @Override
    public String toString() {
        return "Study " + studyInstanceUid + " of " + acquired;
    }
}
