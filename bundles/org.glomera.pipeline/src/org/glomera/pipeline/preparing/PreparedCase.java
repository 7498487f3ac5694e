package org.glomera.pipeline.preparing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.glomera.study.Role;

/**
 * What became of one case, {@code prepared/NETWORK/ID.json}; written after the images, so that a case with this file is
 * whole.
 *
 * @param caseId the case
 * @param role training or test
 * @param fingerprint SHA-256 of settings and inputs: the same one means that nothing needs to be done again
 * @param exclusion why the case cannot be used, as a sentence; empty when it can
 * @param inputs SHA-256 of every file that was read, by its path in the study
 * @param fieldOfViewMm lengths of the field of view along x, y and z in millimetres; empty when excluded
 */
record PreparedCase(String caseId, Role role, String fingerprint, String exclusion, Map<String, String> inputs,
        List<Double> fieldOfViewMm) {

    PreparedCase {
        Objects.requireNonNull(caseId);
        Objects.requireNonNull(role);
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(exclusion);
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        fieldOfViewMm = List.copyOf(fieldOfViewMm);
    }

    boolean usable() {
        return exclusion.isEmpty();
    }
}
