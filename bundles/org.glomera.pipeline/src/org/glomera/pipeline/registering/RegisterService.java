package org.glomera.pipeline.registering;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.RegisterRequest;
import org.glomera.pipeline.RegisterRequest.Accept;
import org.glomera.pipeline.RegisterRequest.Keep;
import org.glomera.pipeline.RegisterRequest.Search;
import org.glomera.pipeline.RegisterRequest.Undo;
import org.glomera.pipeline.RegisterResult;
import org.glomera.pipeline.RegisterResult.Outcome;
import org.glomera.pipeline.RegisterResult.State;
import org.glomera.pipeline.work.ShareMonitor;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.registration.RegistrationMethod;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRegistration;
import org.glomera.study.RegistrationState;
import org.glomera.study.StudyFolder;

/**
 * Brings the SPECT of cases onto their CT, or back, one case after the other. What goes wrong with a case is said in its
 * outcome, and the others are worked on. Safe for use by several threads on different studies.
 */
public final class RegisterService {

    /** Finds a method by its id. */
    @FunctionalInterface
    public interface Methods {
        /** The method of an id. */
        RegistrationMethod of(String id) throws GlomeraException;
    }

    private final Methods methods;

    /** Makes a service that finds movements by {@code methods}. */
    public RegisterService(Methods methods) {
        this.methods = Objects.requireNonNull(methods);
    }

    /** Registers in a study that is locked by the caller, unless it is a dry run. */
    public RegisterResult run(RegisterRequest request, StudyFolder study, StageReporter reporter)
            throws GlomeraException {
        if (request.action() instanceof Search search) {
            methods.of(search.method());
        }
        List<CaseInfo> cases = new ArrayList<>();
        for (String id : request.cases().isEmpty() ? study.caseIds() : request.cases()) {
            CaseInfo info = study.requireCase(id);
            if (!request.cases().isEmpty() || hasBoth(info)) {
                cases.add(info);
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            reporter.checkCanceled();
            CaseInfo info = cases.get(i);
            reporter.tell("Case " + info.id() + ", " + (i + 1) + " of " + cases.size(), i / (double) cases.size());
            outcomes.add(outcome(request, study, info, new ShareMonitor(reporter, i / (double) cases.size(),
                    (i + 1) / (double) cases.size())));
        }
        RegisterResult result = new RegisterResult(outcomes);
        reporter.done(result.summary());
        return result;
    }

    private static boolean hasBoth(CaseInfo info) {
        return info.has(CaseFile.CT) && info.has(CaseFile.SPECT);
    }

    private Outcome outcome(RegisterRequest request, StudyFolder study, CaseInfo info, ShareMonitor monitor)
            throws GlomeraException {
        if (!hasBoth(info)) {
            return leftOut(info, "The case has no " + (info.has(CaseFile.CT) ? "SPECT." : "CT."));
        }
        try {
            if (request.action() instanceof Search search) {
                return search(request, search, study, info, monitor);
            } else if (request.action() instanceof Accept) {
                return accept(request, study, info);
            } else if (request.action() instanceof Keep keep) {
                return keep(request, keep.found(), study, info);
            }
            return undo(request, study, info);
        } catch (GlomeraException e) {
            if (e.kind() != Kind.INPUT && e.kind() != Kind.COMPUTATION) {
                throw e;
            }
            return new Outcome(info.id(), State.FAILED, Optional.empty(), e.getMessage());
        }
    }

    private static Outcome leftOut(CaseInfo info, String why) {
        return new Outcome(info.id(), State.LEFT_OUT, Optional.empty(), why);
    }

    private Outcome search(RegisterRequest request, Search search, StudyFolder study, CaseInfo info,
            ShareMonitor monitor) throws GlomeraException {
        CaseRegistration found = new RegistrationSearch(study).find(info, search.method(), methods.of(search.method()),
                search.start(), monitor);
        if (request.dryRun()) {
            return new Outcome(info.id(), State.FOUND, Optional.of(found), "");
        }
        if (found.trusted() || search.acceptWarnings()) {
            return applied(study, info, found);
        }
        found.write(study, info.id());
        return new Outcome(info.id(), State.PROPOSED, Optional.of(found), "It was not applied because of its warnings.");
    }

    private static Outcome applied(StudyFolder study, CaseInfo info, CaseRegistration found) throws GlomeraException {
        Placements.apply(study, info.id(), found);
        return new Outcome(info.id(), State.APPLIED, Optional.of(found.withState(RegistrationState.APPLIED)), "");
    }

    private static Outcome accept(RegisterRequest request, StudyFolder study, CaseInfo info) throws GlomeraException {
        Optional<CaseRegistration> proposed = CaseRegistration.readProposed(study, info.id());
        return proposed.isEmpty() ? leftOut(info, "Nothing is proposed for this case.")
                : keep(request, proposed.get(), study, info);
    }

    private static Outcome keep(RegisterRequest request, CaseRegistration found, StudyFolder study, CaseInfo info)
            throws GlomeraException {
        if (!found.images().equals(Placements.originals(study, info))) {
            throw new GlomeraException(Kind.INPUT, "What was found for case " + info.id() + " belongs to other images than"
                    + " the case has now. Register it again.");
        }
        return request.dryRun() ? new Outcome(info.id(), State.FOUND, Optional.of(found), "")
                : applied(study, info, found);
    }

    private static Outcome undo(RegisterRequest request, StudyFolder study, CaseInfo info) throws GlomeraException {
        Optional<CaseRegistration> there = CaseRegistration.read(study, info.id());
        boolean isThere = request.dryRun()
                ? there.isPresent() || CaseRegistration.readProposed(study, info.id()).isPresent()
                : Placements.undo(study, info.id());
        return isThere ? new Outcome(info.id(), State.UNDONE, Optional.empty(), request.dryRun() ? "It would be undone." : "")
                : leftOut(info, "The case is not registered.");
    }
}
