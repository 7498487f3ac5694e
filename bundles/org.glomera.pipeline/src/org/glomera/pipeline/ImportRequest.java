package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Asks for the DICOM files of one or several folders as cases of a study.
 *
 * @param dicomFolders at least one; searched with their subfolders; not changed
 * @param studyFolder the study; made when it is not there
 * @param studyName its name when it is made
 * @param roles where a case's role comes from, and which cases are wanted
 * @param rules how images and delineations are understood
 */
public record ImportRequest(List<Path> dicomFolders, Path studyFolder, String studyName, RoleAssignment roles,
        ImportRules rules) {

    /** Refuses missing parts. */
    public ImportRequest {
        dicomFolders = List.copyOf(dicomFolders);
        if (dicomFolders.isEmpty()) {
            throw new IllegalArgumentException("An import reads at least one folder.");
        }
        Objects.requireNonNull(studyFolder);
        Objects.requireNonNull(studyName);
        Objects.requireNonNull(roles);
        Objects.requireNonNull(rules);
    }

    /** By the usual rules. */
    public ImportRequest(List<Path> dicomFolders, Path studyFolder, String studyName, RoleAssignment roles) {
        this(dicomFolders, studyFolder, studyName, roles, ImportRules.usual());
    }

    /** The files of one folder by the usual rules. */
    public ImportRequest(Path dicomFolder, Path studyFolder, String studyName, RoleAssignment roles) {
        this(List.of(dicomFolder), studyFolder, studyName, roles);
    }
}
