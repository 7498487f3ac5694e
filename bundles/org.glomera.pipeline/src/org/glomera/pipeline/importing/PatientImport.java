package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.RtStructReader;
import org.glomera.dicom.StructureSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.importing.ImportService.Outcome;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;

/** Imports one patient. An image that cannot be read costs its case, not the import. */
final class PatientImport {

    private final DicomToolkit toolkit;
    private final CaseBuilder builder;
    private final KnownCases known;

    PatientImport(DicomToolkit toolkit, StudyFolder study, KnownCases known) {
        this.toolkit = toolkit;
        this.known = known;
        this.builder = new CaseBuilder(study, toolkit);
    }

    Outcome run(Patient patient, RoleAssignment assignment, IProgressMonitor monitor) throws GlomeraException {
        List<LeftOutNote> leftOut = new ArrayList<>();
        List<CaseInfo> cases = new ArrayList<>();
        List<String> planned = new ArrayList<>();
        int alreadyThere = 0;
        for (CasePlan plan : plans(patient, known, toolkit, leftOut)) {
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
            List<LeftOutNote> leftOut) {
        if (!(assignment instanceof RoleAssignment.Chosen chosen)) {
            return Optional.of(patient.role());
        }
        RoleAssignment.Choice choice = chosen.cases().get(plan.caseId());
        if (choice == null) {
            return Optional.empty();
        }
        if (!choice.fingerprint().equals(CaseOrigin.of(plan).fingerprint())) {
            leftOut.add(LeftOutNote.faulty(folderOf(plan), "Case " + plan.caseId() + " was not imported, since its"
                    + " files changed after the folder was looked through. Look through it again."));
            return Optional.empty();
        }
        return Optional.of(choice.role());
    }

    /** What an image that cannot be read costs. */
    static LeftOutNote unreadable(CasePlan plan, GlomeraException e) {
        return LeftOutNote.faulty(folderOf(plan), "There is no case " + plan.caseId() + ", since an image"
                + " of it cannot be read: " + e.getMessage());
    }

    /** The cases of a patient with their ids, and what belongs to none of them. */
    static List<CasePlan> plans(Patient patient, KnownCases known, DicomToolkit toolkit, List<LeftOutNote> leftOut)
            throws GlomeraException {
        CasePlanner.Result planned = CasePlanner.plan(patient, structureSets(patient, toolkit, leftOut));
        leftOut.addAll(planned.leftOut());
        return new CaseNames(known).named(planned.plans(), patient);
    }

    private static List<StructureSet> structureSets(Patient patient, DicomToolkit toolkit, List<LeftOutNote> leftOut)
            throws GlomeraException {
        List<StructureSet> sets = new ArrayList<>();
        for (DicomSeries series : patient.series()) {
            if (series.modality().equals(CasePlanner.RTSTRUCT)) {
                for (Path file : series.files()) {
                    read(file, toolkit, sets, leftOut);
                }
            }
        }
        return sets;
    }

    private static void read(Path file, DicomToolkit toolkit, List<StructureSet> sets, List<LeftOutNote> leftOut)
            throws GlomeraException {
        try {
            sets.add(new RtStructReader(toolkit).read(file));
        } catch (GlomeraException e) {
            if (e.kind() != Kind.INPUT) {
                throw e;
            }
            leftOut.add(LeftOutNote.faulty(file, e.getMessage()));
        }
    }

    private static Path folderOf(CasePlan plan) {
        return plan.ct().or(plan::spect).map(DicomSeries::folder).orElseThrow();
    }
}
