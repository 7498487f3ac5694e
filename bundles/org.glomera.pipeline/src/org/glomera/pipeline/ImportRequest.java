package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Asks for the images of one or several folders, or for image files, as cases of a study.
 *
 * @param dicomFolders searched with their subfolders for DICOM files and lists of image files; not changed
 * @param listed cases of image files that are no DICOM; at least one where no folder is given
 * @param studyFolder the study; made when it is not there
 * @param studyName its name when it is made
 * @param roles where a case's role comes from, and which cases are wanted
 * @param rules how images and delineations are understood
 */
public record ImportRequest(List<Path> dicomFolders, List<ListedCase> listed, Path studyFolder, String studyName,
        RoleAssignment roles, ImportRules rules) {

    /** Refuses missing parts. */
    public ImportRequest {
        dicomFolders = List.copyOf(dicomFolders);
        listed = List.copyOf(listed);
        if (dicomFolders.isEmpty() && listed.isEmpty()) {
            throw new IllegalArgumentException("An import reads at least one folder or file.");
        }
        Objects.requireNonNull(studyFolder);
        Objects.requireNonNull(studyName);
        Objects.requireNonNull(roles);
        Objects.requireNonNull(rules);
    }

    /** By the usual rules. */
    public ImportRequest(List<Path> dicomFolders, Path studyFolder, String studyName, RoleAssignment roles) {
        this(dicomFolders, List.of(), studyFolder, studyName, roles, ImportRules.usual());
    }

    /** The files of one folder by the usual rules. */
    public ImportRequest(Path dicomFolder, Path studyFolder, String studyName, RoleAssignment roles) {
        this(List.of(dicomFolder), studyFolder, studyName, roles);
    }
}
