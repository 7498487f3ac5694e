package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.ImportPlan.State;
import org.glomera.study.CaseInfo;

/**
 * Gives the cases of a patient their ids: that of the case which the study already has of the same image, else the
 * pseudonym, or the pseudonym with the next free number.
 */
final class CaseNames {

    private final KnownCases known;

    CaseNames(KnownCases known) {
        this.known = known;
    }

    /** The plans of a patient with their ids, in the same order. */
    List<CasePlan> named(List<CasePlan> plans, Patient patient) throws GlomeraException {
        List<String> ids = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (CasePlan plan : plans) {
            String before = before(plan).filter(info -> info.patient().equals(patient.pseudonym()))
                    .map(CaseInfo::id).filter(used::add).orElse("");
            ids.add(before);
        }
        List<CasePlan> named = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            named.add(plans.get(i).withId(ids.get(i).isEmpty() ? next(patient, used) : ids.get(i)));
        }
        return named;
    }

    private Optional<CaseInfo> before(CasePlan plan) throws GlomeraException {
        if (plan.isListed()) {
            return known.byId(plan.caseId());
        }
        for (ImageSource image : plan.images()) {
            Optional<CaseInfo> found = known.ofImage(((ImageSource.Series) image).series());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A free id. Those of phantoms are their own, whatever the study has under them. */
    private String next(Patient patient, Set<String> used) {
        boolean phantom = !patient.truth().isEmpty();
        for (int number = 1;; number++) {
            String id = number == 1 ? patient.pseudonym() : patient.pseudonym() + "-" + number;
            if ((phantom || known.byId(id).isEmpty()) && used.add(id)) {
                return id;
            }
        }
    }

    /** What the study knows of a case that has its id. */
    State state(CasePlan plan) throws GlomeraException {
        Optional<CaseInfo> there = known.byId(plan.caseId());
        if (there.isEmpty()) {
            return State.NEW;
        }
        if (before(plan).filter(info -> info.id().equals(plan.caseId())).isEmpty()) {
            return State.REPLACES;
        }
        Optional<CaseOrigin> origin = known.origin(plan.caseId());
        boolean same = origin.isPresent() ? origin.get().fingerprint().equals(CaseOrigin.of(plan).fingerprint())
                : there.get().sources().equals(CaseBuilder.sources(plan));
        return same ? State.THERE : State.CHANGED;
    }
}
