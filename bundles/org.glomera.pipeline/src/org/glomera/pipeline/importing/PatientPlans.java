package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.Quantity;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.DrawnKidneys;
import org.glomera.dicom.DrawnKidneysReader;
import org.glomera.pipeline.ListedCase;

/**
 * What one patient's files would make: the images by their headers, the delineations, and the cases. Nothing is written.
 *
 * @param images the patient's series of images
 * @param drawings what the patient's files of delineations hold, whether they are used or not
 * @param plans the cases with their ids
 */
record PatientPlans(List<LookedImage> images, List<DrawnKidneys> drawings, List<CasePlan> plans) {

    PatientPlans {
        images = List.copyOf(images);
        drawings = List.copyOf(drawings);
        plans = List.copyOf(plans);
    }

    /** Plans the cases of a patient; what belongs to none of them is noted. */
    static PatientPlans of(Patient patient, KnownCases known, Readers readers, List<LeftOutNote> leftOut,
            IProgressMonitor monitor) throws GlomeraException {
        List<LookedImage> images = new ArrayList<>();
        List<DrawnKidneys> drawings = new ArrayList<>();
        for (DicomSeries series : patient.series()) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            if (DrawnKidneysReader.isDelineation(series)) {
                read(series, readers, drawings, leftOut);
            } else {
                images.add(LookedImage.of(series, readers, monitor));
            }
        }
        Map<DicomSeries, Drawing> drawnOn = new DrawingChoice(images, readers, leftOut, monitor).choose(drawings);
        CasePlanner.Result planned = CasePlanner.plan(patient, images, drawnOn);
        leftOut.addAll(planned.leftOut());
        List<CasePlan> plans = new ArrayList<>();
        RulesInEffect rules = new RulesInEffect(readers, images, monitor);
        for (CasePlan plan : planned.plans()) {
            plans.add(rules.of(plan));
        }
        noteUnused(drawnOn, plans, leftOut);
        List<CasePlan> named = new ArrayList<>(new CaseNames(known).named(plans, patient));
        for (ListedCase listed : patient.listed()) {
            listedPlan(listed, known, leftOut).ifPresent(named::add);
        }
        return new PatientPlans(images, drawings, named);
    }

    private static void read(DicomSeries series, Readers readers, List<DrawnKidneys> drawings,
            List<LeftOutNote> leftOut) throws GlomeraException {
        for (Path file : series.files()) {
            try {
                drawings.add(new DrawnKidneysReader(readers.toolkit()).read(file));
            } catch (GlomeraException e) {
                if (e.kind() != Kind.INPUT) {
                    throw e;
                }
                leftOut.add(LeftOutNote.faulty(file, e.getMessage()));
            }
        }
    }

    private static void noteUnused(Map<DicomSeries, Drawing> drawnOn, List<CasePlan> plans,
            List<LeftOutNote> leftOut) {
        Map<DicomSeries, Drawing> unused = new LinkedHashMap<>(drawnOn);
        for (CasePlan plan : plans) {
            plan.images().forEach(image -> unused.remove(((ImageSource.Series) image).series()));
        }
        unused.forEach((series, drawing) -> leftOut.add(LeftOutNote.harmless(drawing.file(), "The "
                + series.modality() + " image that it was drawn on is part of no case.")));
    }

    private static Optional<CasePlan> listedPlan(ListedCase listed, KnownCases known, List<LeftOutNote> leftOut) {
        if (known.byId(listed.caseId()).filter(before -> !KnownCases.isListed(before)).isPresent()) {
            leftOut.add(LeftOutNote.faulty(listed.files().get(0), "The study has another case " + listed.caseId()
                    + ", which was not made of image files of a list. Give this one another name."));
            return Optional.empty();
        }
        return Optional.of(new CasePlan(listed.caseId(), listed.acquisition(),
                listed.ct().map(image -> new ImageSource.ListedFile(image, Quantity.HOUNSFIELD)),
                listed.spect().map(image -> new ImageSource.ListedFile(image, Quantity.ACTIVITY_CONCENTRATION)),
                listed.kidneysCt().map(Drawing.Labels::new), listed.kidneysSpect().map(Drawing.Labels::new),
                List.of(), List.of()));
    }
}
