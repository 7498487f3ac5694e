package org.glomera.pipeline;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/** Where the role of a case, training or test, comes from. */
public sealed interface RoleAssignment {

    /**
     * From the file {@code cohort.csv} (columns {@code patient}, {@code role}) beside or above the DICOM files; a
     * patient that it does not list is imported unassigned. Without the file every case is unassigned.
     */
    record FromCohortFile() implements RoleAssignment {
    }

    /**
     * By a draw among the patients that have a SPECT/CT; every other patient is for training.
     *
     * @param testCases how many patients are for testing, at least 1
     * @param seed the same seed and patients give the same draw
     */
    record Draw(int testCases, long seed) implements RoleAssignment {
        /** Refuses a draw without test cases. */
        public Draw {
            if (testCases < 1) {
                throw new IllegalArgumentException("At least one case is for testing; " + testCases + " were asked for.");
            }
        }
    }

    /** From the cohort file. */
    static RoleAssignment fromCohortFile() {
        return new FromCohortFile();
    }

    /**
     * By a draw.
     *
     * @throws GlomeraException when no test case is asked for
     */
    static RoleAssignment draw(int testCases, long seed) throws GlomeraException {
        if (testCases < 1) {
            throw new GlomeraException(Kind.CONFIGURATION, "A study needs at least one test case; " + testCases
                    + " were asked for. Ask for 1 or more.");
        }
        return new Draw(testCases, seed);
    }
}
