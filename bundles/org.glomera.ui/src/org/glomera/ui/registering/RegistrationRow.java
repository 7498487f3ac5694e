package org.glomera.ui.registering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.glomera.study.CaseRegistration;
import org.glomera.ui.model.Alignment;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Case;

/**
 * A line of the table: how the SPECT of a case was brought onto its CT, or how it might be.
 *
 * @param shown the case
 * @param registration what was found; empty when the case lies as it was imported
 * @param isProposed whether it waits to be looked at
 * @param problem why the last attempt came to nothing, as a sentence; empty when it did not
 */
record RegistrationRow(Case shown, Optional<CaseRegistration> registration, boolean isProposed, String problem) {

    RegistrationRow {
        Objects.requireNonNull(shown);
        Objects.requireNonNull(registration);
        Objects.requireNonNull(problem);
    }

    String id() {
        return shown.info().id();
    }

    String state() {
        return !problem.isEmpty() ? "failed" : registration.isEmpty() ? "as imported"
                : isProposed ? "proposed" : "registered";
    }

    /** What speaks against it, a sentence each. */
    List<String> warnings() {
        List<String> all = new ArrayList<>();
        if (!problem.isEmpty()) {
            all.add(problem);
        }
        registration.ifPresent(each -> all.addAll(each.warnings()));
        return all;
    }

    /** The rows of a study: its cases with SPECT and CT, one with a registration and a proposal twice; what failed first. */
    static List<RegistrationRow> of(StudyNode study, Map<String, String> problems) {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (StudyNode group : study.children()) {
            for (StudyNode line : group.children()) {
                if (line instanceof Case shown && Alignment.canBe(shown.info())) {
                    cases.putIfAbsent(shown.info().id(), shown);
                }
            }
        }
        List<RegistrationRow> rows = new ArrayList<>();
        for (Case shown : cases.values()) {
            Alignment alignment = shown.alignment();
            String problem = problems.getOrDefault(shown.info().id(), "");
            if (alignment.applied().isPresent() || alignment.proposed().isEmpty()) {
                rows.add(new RegistrationRow(shown, alignment.applied(), false, problem));
            }
            if (alignment.proposed().isPresent()) {
                rows.add(new RegistrationRow(shown, alignment.proposed(), true, ""));
            }
        }
        rows.sort(Comparator.comparingInt(RegistrationRow::rank));
        return rows;
    }

    /** What wants to be looked at comes first. */
    private int rank() {
        return !problem.isEmpty() ? 0 : registration.isEmpty() ? 3 : isProposed ? 1 : 2;
    }
}
