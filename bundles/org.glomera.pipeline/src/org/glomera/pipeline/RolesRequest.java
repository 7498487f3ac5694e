package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import org.glomera.study.Role;

/**
 * Asks for other roles of cases. All cases of a patient get the same role, so that no network is tested on a patient
 * that it was trained on.
 *
 * @param studyFolder the study
 * @param roles the new role by the id of the case
 */
public record RolesRequest(Path studyFolder, Map<String, Role> roles) {

    /** Copies the map. */
    public RolesRequest {
        Objects.requireNonNull(studyFolder);
        roles = Map.copyOf(roles);
    }
}
