package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.progress.SideBySide;
import org.glomera.core.volume.LabelMap;
import org.glomera.dicom.CtReader;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Emission;
import org.glomera.dicom.ImageOutline;
import org.glomera.dicom.NmReader;
import org.glomera.dicom.SpectRules;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.pipeline.ImportPlan.PlannedCase;
import org.glomera.pipeline.ImportPlan.PlannedImage;
import org.glomera.pipeline.ImportPlan.PlannedKidneys;
import org.glomera.pipeline.ImportPlan;
import org.glomera.pipeline.ImportReport.LeftOutItem;
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

    private final DicomToolkit toolkit;

    /** Makes a scan that reads with {@code toolkit}. */
    public ImportScan(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * What one patient's part of the import would give.
     *
     * @param cases the cases
     * @param leftOut what would be left out
     */
    private record Found(List<PlannedCase> cases, List<LeftOutNote> leftOut) {
    }

    /** Looks through the folders of a request. */
    public ImportPlan run(ScanRequest request, StageReporter reporter) throws GlomeraException {
        reporter.tell("Listing the files", 0);
        ImportSource source = ImportSource.find(request.dicomFolders(), toolkit,
                new ShareMonitor(reporter, 0, DISCOVERY));
        KnownCases known = KnownCases.of(request.studyFolder());
        PatientList.Result patients = PatientList.of(source, known, request.roles());
        AtomicInteger done = new AtomicInteger();
        int count = patients.patients().size();
        List<Found> found = SideBySide.all(patients.patients(), reporter.cancelOnly(), (patient, monitor) -> {
            Found one = look(patient, known, monitor);
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
        List<LeftOutItem> leftOut = new ArrayList<>();
        ImportService.notes(source, patients.leftOut()).forEach(note -> leftOut.add(source.item(note)));
        List<PlannedCase> cases = new ArrayList<>();
        for (Found one : found) {
            cases.addAll(one.cases());
            one.leftOut().forEach(note -> leftOut.add(source.item(note)));
        }
        return new ImportPlan(source.folders(), request.studyFolder(), source.files(), cases, leftOut);
    }

    private Found look(Patient patient, KnownCases known, IProgressMonitor monitor) throws GlomeraException {
        List<LeftOutNote> leftOut = new ArrayList<>();
        List<PlannedCase> cases = new ArrayList<>();
        for (CasePlan plan : PatientImport.plans(patient, known, toolkit, leftOut)) {
            List<LeftOutNote> notes = new ArrayList<>();
            try {
                cases.add(look(plan, patient, known, notes, monitor));
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

    private PlannedCase look(CasePlan plan, Patient patient, KnownCases known, List<LeftOutNote> notes,
            IProgressMonitor monitor) throws GlomeraException {
        Optional<PlannedImage> ct = Optional.empty();
        Optional<PlannedKidneys> kidneysCt = Optional.empty();
        if (plan.ct().isPresent()) {
            DicomSeries series = plan.ct().get();
            Grid grid = new CtReader(toolkit).look(series, monitor).grid();
            ct = Optional.of(new PlannedImage(grid, series.instances().size()));
            kidneysCt = CaseBuilder.delineation(plan.onCt(), grid, notes).map(ImportScan::kidneys);
        }
        Optional<PlannedImage> spect = Optional.empty();
        Optional<PlannedKidneys> kidneysSpect = Optional.empty();
        if (plan.spect().isPresent()) {
            ImageOutline outline = new NmReader(toolkit).look(plan.spect().get(), SpectRules.asStored(), monitor);
            Emission.requireActivity(plan.spect().get(), outline.quantity());
            Grid grid = outline.grid();
            spect = Optional.of(new PlannedImage(grid, 1));
            kidneysSpect = CaseBuilder.delineation(plan.onSpect(), grid, notes).map(ImportScan::kidneys);
        }
        return new PlannedCase(plan.caseId(), patient.pseudonym(), plan.acquisition(), patient.role(),
                new CaseNames(known).state(plan), ct, spect, kidneysCt, kidneysSpect,
                CaseBuilder.remarks(plan, notes), CaseOrigin.of(plan).fingerprint());
    }

    private static PlannedKidneys kidneys(LabelMap labels) {
        return new PlannedKidneys(volumeMl(labels, Side.RIGHT), volumeMl(labels, Side.LEFT));
    }

    private static double volumeMl(LabelMap labels, Side side) {
        return labels.count(side) == 0 ? Double.NaN : labels.volumeMl(side);
    }
}
