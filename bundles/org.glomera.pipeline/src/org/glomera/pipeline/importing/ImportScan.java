package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.progress.SideBySide;
import org.glomera.core.volume.LabelMap;
import org.glomera.pipeline.ImportPlan.PlannedCase;
import org.glomera.pipeline.ImportPlan.PlannedImage;
import org.glomera.pipeline.ImportPlan.PlannedKidneys;
import org.glomera.dicom.ImageOutline;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.ImportHint;
import org.glomera.pipeline.ImportPlan;
import org.glomera.pipeline.ScanRequest;
import org.glomera.pipeline.work.ShareMonitor;
import org.glomera.pipeline.work.StageReporter;

/**
 * Finds what an import would do, by the same rules: it reads the headers of images and the whole of delineations, and
 * writes nothing. Safe for use by several threads.
 */
public final class ImportScan {

    /** Share of the work that finding the series is; the rest is looking at the slices' places and the contours. */
    private static final double DISCOVERY = 0.5;

    private final Components components;

    /** Makes a scan that reads with the readers of {@code components}. */
    public ImportScan(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /**
     * What one patient's part of the import would give.
     *
     * @param cases the cases
     * @param leftOut what would be left out
     */
    record Found(List<PlannedCase> cases, List<LeftOutNote> leftOut) {
    }

    /** Looks through the folders of a request. */
    public ImportPlan run(ScanRequest request, StageReporter reporter) throws GlomeraException {
        reporter.tell("Listing the files", 0);
        Readers readers = new Readers(components, request.rules());
        ImportSource source = ImportSource.find(request.dicomFolders(), request.listed(), readers,
                new ShareMonitor(reporter, 0, DISCOVERY));
        KnownCases known = KnownCases.of(request.studyFolder());
        PatientList.Result patients = PatientList.of(source, known, request.roles());
        AtomicInteger done = new AtomicInteger();
        int count = patients.patients().size();
        List<Found> found = SideBySide.all(patients.patients(), reporter.cancelOnly(), (patient, monitor) -> {
            Found one = look(patient, known, readers, monitor);
            int number = done.incrementAndGet();
            reporter.tell("Patient " + patient.pseudonym() + ", " + number + " of " + count,
                    DISCOVERY + (1 - DISCOVERY) * number / count);
            return one;
        });
        ImportPlan plan = plan(request, source, patients, found);
        reporter.done(plan.summary());
        return plan;
    }

    private static ImportPlan plan(ScanRequest request, ImportSource source, PatientList.Result patients,
            List<Found> found) {
        List<LeftOutNote> notes = new ArrayList<>(ImportService.notes(source, patients.leftOut()));
        List<PlannedCase> cases = new ArrayList<>();
        for (Found one : found) {
            cases.addAll(one.cases());
            notes.addAll(one.leftOut());
        }
        Set<ImportHint> hints = EnumSet.noneOf(ImportHint.class);
        notes.forEach(note -> note.hint().ifPresent(hints::add));
        return new ImportPlan(request.dicomFolders(), request.listed(), request.studyFolder(), source.fileCount(), cases,
                notes.stream().map(source::item).toList(), hints);
    }

    private static Found look(Patient patient, KnownCases known, Readers readers, IProgressMonitor monitor)
            throws GlomeraException {
        List<LeftOutNote> leftOut = new ArrayList<>();
        return look(PatientPlans.of(patient, known, readers, leftOut, monitor).plans(), patient, known, readers, leftOut,
                monitor);
    }

    /** The planned cases of a patient; what cannot be read is noted besides. */
    static Found look(List<CasePlan> plans, Patient patient, KnownCases known, Readers readers,
            List<LeftOutNote> leftOut, IProgressMonitor monitor) throws GlomeraException {
        List<PlannedCase> cases = new ArrayList<>();
        for (CasePlan plan : plans) {
            List<LeftOutNote> notes = new ArrayList<>();
            try {
                cases.add(look(plan, patient, known, readers, notes, monitor));
            } catch (GlomeraException e) {
                if (e.kind() != Kind.INPUT) {
                    throw e;
                }
                leftOut.add(PatientImport.unreadable(plan, e));
            }
            leftOut.addAll(notes);
        }
        return new Found(cases, leftOut);
    }

    private static PlannedCase look(CasePlan plan, Patient patient, KnownCases known, Readers readers,
            List<LeftOutNote> notes, IProgressMonitor monitor) throws GlomeraException {
        List<String> remarks = new ArrayList<>(plan.remarks());
        Optional<PlannedImage> ct = Optional.empty();
        Optional<PlannedKidneys> kidneysCt = Optional.empty();
        if (plan.ct().isPresent()) {
            ct = Optional.of(image(plan.ct().get(), readers, remarks, monitor));
            kidneysCt = CaseBuilder.delineation(plan.onCt(), ct.get().grid(), readers, remarks, notes, monitor)
                    .map(ImportScan::kidneys);
        }
        Optional<PlannedImage> spect = Optional.empty();
        Optional<PlannedKidneys> kidneysSpect = Optional.empty();
        if (plan.spect().isPresent()) {
            spect = Optional.of(image(plan.spect().get(), readers, remarks, monitor));
            kidneysSpect = CaseBuilder.delineation(plan.onSpect(), spect.get().grid(), readers, remarks, notes, monitor)
                    .map(ImportScan::kidneys);
        }
        return new PlannedCase(plan.caseId(), patient.pseudonym(), plan.acquisition(), patient.role(),
                new CaseNames(known).state(plan), ct, spect, kidneysCt, kidneysSpect,
                CaseBuilder.remarks(remarks, plan, notes), CaseOrigin.of(plan).fingerprint());
    }

    private static PlannedImage image(ImageSource source, Readers readers, List<String> remarks,
            IProgressMonitor monitor) throws GlomeraException {
        ImageOutline outline = readers.look(source, monitor);
        remarks.addAll(outline.remarks());
        return new PlannedImage(outline.grid(), source.files().size());
    }

    static PlannedKidneys kidneys(LabelMap labels) {
        return new PlannedKidneys(volumeMl(labels, Side.RIGHT), volumeMl(labels, Side.LEFT));
    }

    private static double volumeMl(LabelMap labels, Side side) {
        return labels.count(side) == 0 ? Double.NaN : labels.volumeMl(side);
    }
}
