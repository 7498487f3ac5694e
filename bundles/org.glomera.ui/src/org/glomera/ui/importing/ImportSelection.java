package org.glomera.ui.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.ImportPlan;
import org.glomera.pipeline.ImportPlan.PlannedCase;
import org.glomera.pipeline.ImportPlan.State;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.study.Role;
import org.glomera.ui.Texts;

/**
 * What the user wants of a plan: which cases, and each one's role. At first every case that the study does not have as
 * it is, with the role of the cohort file. All cases of a patient have one role, so that no network is tested on a
 * patient that it was trained on. Not thread-safe.
 */
final class ImportSelection {

    private final ImportPlan plan;
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Set<String> wanted = new HashSet<>();

    ImportSelection(ImportPlan plan) {
        this.plan = plan;
        for (PlannedCase each : plan.cases()) {
            roles.put(each.caseId(), each.role());
            if (each.state() == State.NEW || each.state() == State.CHANGED) {
                wanted.add(each.caseId());
            }
        }
    }

    ImportPlan plan() {
        return plan;
    }

    boolean isWanted(PlannedCase planned) {
        return wanted.contains(planned.caseId());
    }

    void setWanted(PlannedCase planned, boolean isWanted) {
        if (isWanted) {
            wanted.add(planned.caseId());
        } else {
            wanted.remove(planned.caseId());
        }
    }

    Role role(PlannedCase planned) {
        return roles.get(planned.caseId());
    }

    /** Sets the role of a case and of all others of its patient. */
    void setRole(PlannedCase planned, Role role) {
        plan.cases().stream().filter(each -> each.patient().equals(planned.patient()))
                .forEach(each -> roles.put(each.caseId(), role));
    }

    /**
     * Draws roles among the patients of the wanted cases.
     *
     * @throws GlomeraException when too few patients with a SPECT are wanted
     */
    void draw(RoleAssignment.Draw draw) throws GlomeraException {
        List<String> among = wantedCases().stream().map(PlannedCase::caseId).toList();
        Map<String, Role> drawn = plan.draw(among, draw);
        plan.cases().stream().filter(each -> drawn.containsKey(each.caseId()))
                .forEach(each -> setRole(each, drawn.get(each.caseId())));
    }

    /** The most test cases that can be drawn: one patient with a SPECT is left for training. */
    int mostTestCases() {
        return (int) wantedCases().stream().filter(each -> each.spect().isPresent()).map(PlannedCase::patient).distinct()
                .count() - 1;
    }

    List<PlannedCase> wantedCases() {
        return plan.cases().stream().filter(this::isWanted).toList();
    }

    /** What the import is asked for. */
    RoleAssignment.Chosen chosen() {
        return plan.chosen(wantedCases().stream().collect(Collectors.toMap(PlannedCase::caseId, this::role)));
    }

    /** What would come of it, in one sentence. */
    String inWords() {
        List<PlannedCase> cases = wantedCases();
        if (cases.isEmpty()) {
            boolean allThere = !plan.cases().isEmpty()
                    && plan.cases().stream().allMatch(each -> each.state() == State.THERE);
            return allThere ? "The study has all of these cases already." : "No case is ticked.";
        }
        List<String> parts = new ArrayList<>();
        for (Role role : Role.values()) {
            long count = cases.stream().filter(each -> role(each) == role).count();
            if (count > 0) {
                parts.add(count + " " + (role == Role.UNASSIGNED ? "not assigned" : "for " + Texts.of(role)));
            }
        }
        return Texts.count(cases.size(), "case", "cases") + " will be imported: " + String.join(", ", parts) + ".";
    }
}
