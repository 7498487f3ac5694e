package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.glomera.pipeline.preset.Preset;

/**
 * Asks for a whole study, from images to report. Started again on the same folder it goes on where it ended.
 *
 * @param studyFolder the study; made when it is not there. A phantom cohort lies in its folder {@code phantom}.
 * @param preset cohort, networks and training
 * @param dicomFolder the cohort's images; empty: the preset's phantoms are made
 * @param kidneyShapes label maps for the phantoms' kidneys; empty for drawn ones
 * @param roles where roles come from when {@code dicomFolder} is given; phantoms bring a cohort file
 * @param rules the rules by which the cohort's images are imported; phantoms need none but the usual
 */
public record StudyRequest(Path studyFolder, Preset preset, Optional<Path> dicomFolder, Optional<Path> kidneyShapes,
        RoleAssignment roles, ImportRules rules) {

    /** The name of the experiment that a study makes. */
    public static final String EXPERIMENT = "comparison";

    /** Refuses missing parts. */
    public StudyRequest {
        Objects.requireNonNull(studyFolder);
        Objects.requireNonNull(preset);
        Objects.requireNonNull(dicomFolder);
        Objects.requireNonNull(kidneyShapes);
        Objects.requireNonNull(roles);
        Objects.requireNonNull(rules);
    }

    /** A study of the preset's phantoms. */
    public static StudyRequest ofPhantoms(Path studyFolder, Preset preset) {
        return new StudyRequest(studyFolder, preset, Optional.empty(), Optional.empty(),
                RoleAssignment.fromCohortFile(), ImportRules.usual());
    }
}
