package org.glomera.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;

/**
 * In which spaces the images of a case were taken, the content of {@code frames.json}: what stands for DICOM's frame of
 * reference UIDs (PS3.3, C.7.4.1.1.1), never the UIDs themselves. Images with the same text share one space.
 *
 * @param ct that of the CT; empty where it is not known
 * @param spect that of the SPECT; empty where it is not known
 */
public record CaseFrames(String ct, String spect) {

    private static final String FILE = "frames.json";

    /** Refuses missing parts. */
    public CaseFrames {
        Objects.requireNonNull(ct, "ct is missing");
        Objects.requireNonNull(spect, "spect is missing");
    }

    /** The frames of a case; empty when none were kept. */
    public static Optional<CaseFrames> read(StudyFolder study, String caseId) throws GlomeraException {
        Path file = study.caseFolder(caseId).resolve(FILE);
        return Files.exists(file) ? Optional.of(StudyJson.read(file, CaseFrames.class)) : Optional.empty();
    }

    /** Writes {@code frames.json}, unless it says so already. */
    public void write(StudyFolder study, String caseId) throws GlomeraException {
        if (!read(study, caseId).equals(Optional.of(this))) {
            StudyJson.write(study.caseFolder(caseId).resolve(FILE), this);
        }
    }
}
