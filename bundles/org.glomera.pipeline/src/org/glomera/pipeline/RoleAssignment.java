package org.glomera.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.study.Role;

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

        /**
         * Draws among patients.
         *
         * @param spectByPatient whether each patient has a SPECT, in the order of the draw
         * @return the role of each patient
         * @throws GlomeraException when no patient with a SPECT would be left for training
         */
        public <K> Map<K, Role> among(Map<K, Boolean> spectByPatient) throws GlomeraException {
            List<K> withSpect = new ArrayList<>(spectByPatient.keySet());
            withSpect.removeIf(patient -> !spectByPatient.get(patient));
            if (withSpect.size() <= testCases) {
                throw new GlomeraException(Kind.CONFIGURATION, testCases + " test cases were asked for, but the "
                        + "folder has " + withSpect.size() + " patients with a SPECT. Ask for fewer, so that some are "
                        + "left for training.");
            }
            Collections.shuffle(withSpect, new Random(seed));
            Set<K> test = new HashSet<>(withSpect.subList(0, testCases));
            Map<K, Role> roles = new LinkedHashMap<>();
            spectByPatient.keySet().forEach(each -> roles.put(each, test.contains(each) ? Role.TEST : Role.TRAINING));
            return roles;
        }
    }

    /**
     * A case that somebody chose.
     *
     * @param fingerprint what the plan said identifies its files
     * @param role its role
     */
    record Choice(String fingerprint, Role role) {
        /** Refuses missing parts. */
        public Choice {
            Objects.requireNonNull(fingerprint);
            Objects.requireNonNull(role);
        }
    }

    /**
     * As somebody chose on an {@link ImportPlan}: these cases with these roles and no other. A case whose files are no
     * longer those of the plan is left out.
     *
     * @param cases what was chosen, by the id of the case
     */
    record Chosen(Map<String, Choice> cases) implements RoleAssignment {
        /** Copies the map. */
        public Chosen {
            cases = Map.copyOf(cases);
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
