package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.importing.ImportService.Outcome;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;

/** Imports one patient. An image that cannot be read costs its case, not the import. */
final class PatientImport {

    private final Readers readers;
    private final CaseBuilder builder;
    private final KnownCases known;

    PatientImport(Readers readers, StudyFolder study, KnownCases known) {
        this.readers = readers;
        this.known = known;
        this.builder = new CaseBuilder(study, readers);
    }

    Outcome run(Patient patient, RoleAssignment assignment, IProgressMonitor monitor) throws GlomeraException {
        List<LeftOutNote> leftOut = new ArrayList<>();
        List<CaseInfo> cases = new ArrayList<>();
        List<String> planned = new ArrayList<>();
        int alreadyThere = 0;
        for (CasePlan plan : PatientPlans.of(patient, known, readers, leftOut, monitor).plans()) {
            planned.add(plan.caseId());
            Optional<Role> role = role(plan, patient, assignment, leftOut);
            if (role.isEmpty()) {
                continue;
            }
            List<LeftOutNote> notes = new ArrayList<>();
            try {
                CaseBuilder.Built built = builder.build(plan, patient, role.get(), notes, monitor);
                cases.add(built.info());
                alreadyThere += built.alreadyThere() ? 1 : 0;
            } catch (GlomeraException e) {
                if (e.kind() != Kind.INPUT) {
                    throw e;
                }
                leftOut.add(unreadable(plan, e));
            }
            leftOut.addAll(notes);
        }
        return new Outcome(planned, cases, alreadyThere, leftOut);
    }

    /** The role of a case; empty when it is not wanted, or not what was wanted any more. */
    private static Optional<Role> role(CasePlan plan, Patient patient, RoleAssignment assignment,
            List<LeftOutNote> leftOut) throws GlomeraException {
        if (!(assignment instanceof RoleAssignment.Chosen chosen)) {
            return Optional.of(patient.role());
        }
        RoleAssignment.Choice choice = chosen.cases().get(plan.caseId());
        if (choice == null) {
            return Optional.empty();
        }
        if (!choice.fingerprint().equals(CaseOrigin.of(plan).fingerprint())) {
            leftOut.add(LeftOutNote.faulty(plan.where(), "Case " + plan.caseId() + " was not imported, since its"
                    + " files changed after the folder was looked through. Look through it again."));
            return Optional.empty();
        }
        return Optional.of(choice.role());
    }

    /** What an image that cannot be read costs. */
    static LeftOutNote unreadable(CasePlan plan, GlomeraException e) {
        return LeftOutNote.faulty(plan.where(), "There is no case " + plan.caseId() + ", since an image"
                + " of it cannot be read: " + e.getMessage());
    }
}
