package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.geometry.Vector3;
import org.glomera.study.CaseRegistration;

/**
 * Asks for the SPECT of cases to be brought onto their CT, or back.
 *
 * @param studyFolder the study
 * @param cases ids of the cases; empty for every case with SPECT and CT
 * @param action what is to be done
 * @param dryRun whether only to say what would come of it
 */
public record RegisterRequest(Path studyFolder, List<String> cases, Action action, boolean dryRun) {

    /** What is to be done. One of four kinds. */
    public sealed interface Action {
    }

    /**
     * Finds a movement and applies it, unless something speaks against it: then it is kept as a proposal.
     *
     * @param method id of a method, a contribution to {@code org.glomera.registration.methods}
     * @param start where the method begins, and what the method {@code manual} takes as it is; empty: where the scanner put
     *        the images
     * @param acceptWarnings whether it is applied all the same
     */
    public record Search(String method, Optional<Movement> start, boolean acceptWarnings) implements Action {

        /** Refuses missing parts. */
        public Search {
            Objects.requireNonNull(method);
            Objects.requireNonNull(start);
        }
    }

    /** Applies what was proposed, with its warnings. */
    public record Accept() implements Action {
    }

    /**
     * Applies what an earlier dry run found, with its warnings. For one case.
     *
     * @param found what it found
     */
    public record Keep(CaseRegistration found) implements Action {

        /** Refuses a missing part. */
        public Keep {
            Objects.requireNonNull(found);
        }
    }

    /** Moves the images back to where they were imported, and forgets what was proposed. */
    public record Undo() implements Action {
    }

    /**
     * Six numbers. The SPECT turns about the middle of its field of view as it was imported: about the patient's x axis
     * first, then y, then z (DICOM LPS, right-handed), and is shifted then.
     *
     * @param shiftMm the shift in millimetres
     * @param rotationDegrees the angles in degrees
     */
    public record Movement(Vector3 shiftMm, Vector3 rotationDegrees) {

        /** No movement. */
        public static final Movement NONE = new Movement(new Vector3(0, 0, 0), new Vector3(0, 0, 0));

        /** Refuses missing parts. */
        public Movement {
            Objects.requireNonNull(shiftMm);
            Objects.requireNonNull(rotationDegrees);
        }

        /** Whether nothing moves. */
        public boolean stays() {
            return shiftMm.length() == 0 && rotationDegrees.length() == 0;
        }
    }

    /** Copies the list. */
    public RegisterRequest {
        Objects.requireNonNull(studyFolder);
        cases = List.copyOf(cases);
        Objects.requireNonNull(action);
        if (action instanceof Keep && cases.size() != 1) {
            throw new IllegalArgumentException("What was found is kept for one case, not for " + cases.size() + ".");
        }
    }
}
