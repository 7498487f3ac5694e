package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Asks for the DICOM files of a folder as cases of a study.
 *
 * @param dicomFolder searched with its subfolders; not changed
 * @param studyFolder the study; made when it is not there
 * @param studyName its name when it is made
 * @param roles where a case's role comes from
 */
public record ImportRequest(Path dicomFolder, Path studyFolder, String studyName, RoleAssignment roles) {

    /** Refuses missing parts. */
    public ImportRequest {
        Objects.requireNonNull(dicomFolder);
        Objects.requireNonNull(studyFolder);
        Objects.requireNonNull(studyName);
        Objects.requireNonNull(roles);
    }
}
