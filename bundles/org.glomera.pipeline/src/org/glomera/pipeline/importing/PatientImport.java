package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.RtStructReader;
import org.glomera.dicom.StructureSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.pipeline.importing.ImportService.Outcome;
import org.glomera.study.CaseInfo;
import org.glomera.study.StudyFolder;

/** Imports one patient. An image that cannot be read costs its case, not the import. */
final class PatientImport {

    private final DicomToolkit toolkit;
    private final CaseBuilder builder;

    PatientImport(DicomToolkit toolkit, StudyFolder study) {
        this.toolkit = toolkit;
        this.builder = new CaseBuilder(study, toolkit);
    }

    Outcome run(Patient patient, Map<String, Double> truth, IProgressMonitor monitor) throws GlomeraException {
        List<LeftOutNote> leftOut = new ArrayList<>();
        CasePlanner.Result planned = CasePlanner.plan(patient, structureSets(patient, leftOut));
        leftOut.addAll(planned.leftOut());
        List<CaseInfo> cases = new ArrayList<>();
        int alreadyThere = 0;
        for (CasePlan plan : planned.plans()) {
            List<LeftOutNote> notes = new ArrayList<>();
            try {
                CaseBuilder.Built built = builder.build(plan, patient, truth, notes, monitor);
                cases.add(built.info());
                alreadyThere += built.alreadyThere() ? 1 : 0;
            } catch (GlomeraException e) {
                if (e.kind() != Kind.INPUT) {
                    throw e;
                }
                leftOut.add(LeftOutNote.faulty(folderOf(plan), "There is no case " + plan.caseId() + ", since an image"
                        + " of it cannot be read: " + e.getMessage()));
            }
            leftOut.addAll(notes);
        }
        return new Outcome(cases, alreadyThere, leftOut);
    }

    private List<StructureSet> structureSets(Patient patient, List<LeftOutNote> leftOut) throws GlomeraException {
        List<StructureSet> sets = new ArrayList<>();
        for (DicomSeries series : patient.series()) {
            if (series.modality().equals(CasePlanner.RTSTRUCT)) {
                for (Path file : series.files()) {
                    read(file, sets, leftOut);
                }
            }
        }
        return sets;
    }

    private void read(Path file, List<StructureSet> sets, List<LeftOutNote> leftOut) throws GlomeraException {
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
