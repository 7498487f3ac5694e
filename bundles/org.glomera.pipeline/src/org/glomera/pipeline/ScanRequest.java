package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Asks what an import would do. Nothing is written.
 *
 * @param dicomFolders searched with their subfolders for DICOM files and lists of image files
 * @param listed cases of image files that are no DICOM; at least one where no folder is given
 * @param studyFolder the study that the cases would come into; need not be there
 * @param roles where a case's role comes from
 * @param rules how images and delineations are understood
 */
public record ScanRequest(List<Path> dicomFolders, List<ListedCase> listed, Path studyFolder, RoleAssignment roles,
        ImportRules rules) {

    /** Refuses missing parts. */
    public ScanRequest {
        dicomFolders = List.copyOf(dicomFolders);
        listed = List.copyOf(listed);
        if (dicomFolders.isEmpty() && listed.isEmpty()) {
            throw new IllegalArgumentException("A scan reads at least one folder or file.");
        }
        Objects.requireNonNull(studyFolder);
        Objects.requireNonNull(roles);
        Objects.requireNonNull(rules);
    }

    /** By the usual rules. */
    public ScanRequest(List<Path> dicomFolders, Path studyFolder, RoleAssignment roles) {
        this(dicomFolders, List.of(), studyFolder, roles, ImportRules.usual());
    }
}
