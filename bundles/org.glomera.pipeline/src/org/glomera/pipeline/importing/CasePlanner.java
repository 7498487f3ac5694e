package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.StructureSet;
import org.glomera.study.Acquisition;

/**
 * Pairs one patient's series. A SPECT goes with a CT of its frame of reference, or else of its study; a delineation
 * goes with the image whose series it refers to, or else with the only image of its frame of reference. A CT without a
 * SPECT is a diagnostic CT. What fits nowhere is left out with a reason.
 */
final class CasePlanner {

    static final String CT = "CT";
    static final String NM = "NM";
    static final String RTSTRUCT = "RTSTRUCT";

    private static final Comparator<DicomSeries> ORDER = Comparator.comparing(DicomSeries::studyInstanceUid)
            .thenComparing(DicomSeries::seriesInstanceUid);

    private final String pseudonym;
    private final List<DicomSeries> cts;
    private final List<DicomSeries> spects;
    private final List<StructureSet> structureSets;
    private final Map<DicomSeries, StructureSet> drawnOn = new LinkedHashMap<>();
    private final List<LeftOutNote> leftOut = new ArrayList<>();
    private final List<CasePlan> plans = new ArrayList<>();

    private CasePlanner(Patient patient, List<StructureSet> structureSets) {
        this.pseudonym = patient.pseudonym();
        this.cts = of(patient, CT);
        this.spects = of(patient, NM);
        this.structureSets = structureSets;
    }

    /**
     * A patient's cases.
     *
     * @param plans the cases, those with SPECT first
     * @param leftOut what belongs to none of them
     */
    record Result(List<CasePlan> plans, List<LeftOutNote> leftOut) {
    }

    static Result plan(Patient patient, List<StructureSet> structureSets) {
        CasePlanner planner = new CasePlanner(patient, structureSets);
        planner.assignStructures();
        planner.makeCases();
        return new Result(List.copyOf(planner.plans), List.copyOf(planner.leftOut));
    }

    private static List<DicomSeries> of(Patient patient, String modality) {
        return patient.series().stream().filter(each -> each.modality().equals(modality)).sorted(ORDER).toList();
    }

    private void assignStructures() {
        for (StructureSet set : structureSets) {
            List<DicomSeries> images = imagesOf(set);
            if (images.size() != 1) {
                leftOut.add(LeftOutNote.faulty(set.file(), images.isEmpty()
                        ? "The delineation refers to no image of this patient that is here."
                        : "The delineation names no image, and " + images.size()
                                + " images share its frame of reference."));
            } else if (drawnOn.putIfAbsent(images.get(0), set) != null) {
                leftOut.add(LeftOutNote.harmless(set.file(), "The image has another delineation, which was taken: "
                        + drawnOn.get(images.get(0)).file().getFileName() + "."));
            }
        }
    }

    private List<DicomSeries> imagesOf(StructureSet set) {
        List<DicomSeries> images = new ArrayList<>(spects);
        images.addAll(cts);
        List<DicomSeries> referenced = images.stream()
                .filter(each -> set.referencedSeriesUids().contains(each.seriesInstanceUid())).toList();
        if (!referenced.isEmpty() || !set.referencedSeriesUids().isEmpty() || set.frameOfReferenceUid().isEmpty()) {
            return referenced;
        }
        return images.stream().filter(each -> each.frameOfReferenceUid().equals(set.frameOfReferenceUid())).toList();
    }

    private void makeCases() {
        Set<DicomSeries> free = new LinkedHashSet<>(cts);
        for (DicomSeries spect : spects) {
            List<String> remarks = new ArrayList<>();
            Optional<DicomSeries> ct = ctFor(spect, free, remarks);
            ct.ifPresent(free::remove);
            add(Acquisition.SPECT_CT, ct, Optional.of(spect), remarks);
        }
        for (DicomSeries ct : free) {
            if (spects.isEmpty() || drawnOn.containsKey(ct)) {
                add(Acquisition.DIAGNOSTIC_CT, Optional.of(ct), Optional.empty(), List.of());
            } else {
                leftOut.add(LeftOutNote.harmless(ct.folder(), "The CT series belongs to no SPECT and nobody drew"
                        + " kidneys on it."));
            }
        }
    }

    private Optional<DicomSeries> ctFor(DicomSeries spect, Set<DicomSeries> free, List<String> remarks) {
        List<DicomSeries> candidates = free.stream().filter(ct -> !spect.frameOfReferenceUid().isEmpty()
                && ct.frameOfReferenceUid().equals(spect.frameOfReferenceUid())).toList();
        if (candidates.isEmpty()) {
            candidates = free.stream().filter(ct -> ct.studyInstanceUid().equals(spect.studyInstanceUid())).toList();
            if (!candidates.isEmpty()) {
                remarks.add("SPECT and CT name different frames of reference; they were paired since they belong to"
                        + " one study. Check that they lie on each other.");
            }
        }
        if (candidates.isEmpty()) {
            remarks.add("No CT of the SPECT's frame of reference or study is here.");
            return Optional.empty();
        }
        if (candidates.size() > 1) {
            remarks.add(candidates.size() + " CT series fit the SPECT; the one that kidneys were drawn on was taken, or"
                    + " else the first.");
        }
        List<DicomSeries> fitting = candidates;
        return Optional.of(candidates.stream().filter(drawnOn::containsKey).findFirst().orElse(fitting.get(0)));
    }

    private void add(Acquisition acquisition, Optional<DicomSeries> ct, Optional<DicomSeries> spect,
            List<String> remarks) {
        String id = plans.isEmpty() ? pseudonym : pseudonym + "-" + (plans.size() + 1);
        plans.add(new CasePlan(id, acquisition, ct, spect, ct.map(drawnOn::get), spect.map(drawnOn::get), remarks));
    }
}
