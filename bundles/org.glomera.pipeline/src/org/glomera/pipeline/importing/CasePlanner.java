package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Emission;
import org.glomera.study.Acquisition;

/**
 * Pairs one patient's images. A SPECT goes with a CT of its frame of reference, or else of its study. A CT without a
 * SPECT is a diagnostic CT. An image that can be read is preferred to one that cannot; where nothing but a damaged one
 * fits, the case is planned with it, so that its making says what is wrong. What fits nowhere is left out with a reason.
 */
final class CasePlanner {

    private static final Comparator<LookedImage> ORDER = Comparator
            .comparing((LookedImage image) -> image.series().studyInstanceUid())
            .thenComparing(image -> image.series().seriesInstanceUid()).thenComparing(image -> image.series().part());

    private final String pseudonym;
    private final List<LookedImage> images;
    private final Map<DicomSeries, Drawing> drawnOn;
    private final List<LeftOutNote> leftOut = new ArrayList<>();
    private final List<CasePlan> plans = new ArrayList<>();

    private CasePlanner(Patient patient, List<LookedImage> images, Map<DicomSeries, Drawing> drawnOn) {
        this.pseudonym = patient.pseudonym();
        this.images = images.stream().sorted(ORDER).toList();
        this.drawnOn = new HashMap<>(drawnOn);
    }

    /**
     * A patient's cases.
     *
     * @param plans the cases, those with SPECT first
     * @param leftOut what belongs to none of them
     */
    record Result(List<CasePlan> plans, List<LeftOutNote> leftOut) {
    }

    /**
     * Plans the cases.
     *
     * @param drawnOn the delineation that is taken on each image that has one
     */
    static Result plan(Patient patient, List<LookedImage> images, Map<DicomSeries, Drawing> drawnOn) {
        CasePlanner planner = new CasePlanner(patient, images, drawnOn);
        planner.makeCases();
        return new Result(List.copyOf(planner.plans), List.copyOf(planner.leftOut));
    }

    private List<LookedImage> of(Predicate<LookedImage> wanted) {
        return images.stream().filter(wanted).toList();
    }

    private void makeCases() {
        Set<LookedImage> freeCts = new LinkedHashSet<>(of(LookedImage::isCt));
        Set<LookedImage> brokenCts = new LinkedHashSet<>(
                of(each -> LookedImage.isCt(each.series()) && each.isBrokenTomogram()));
        for (LookedImage spect : of(LookedImage::isSpect)) {
            withSpect(spect, freeCts, brokenCts);
        }
        List<LookedImage> withoutSpect = new ArrayList<>();
        for (LookedImage emission : of(each -> Emission.isEmission(each.series()) && !each.isSpect())) {
            if (emission.isBrokenTomogram()) {
                withSpect(emission, freeCts, brokenCts);
            } else {
                leftOut.add(unused(emission));
                ctFor(emission, freeCts, new ArrayList<>()).ifPresent(withoutSpect::add);
            }
        }
        boolean noSpect = plans.isEmpty();
        for (LookedImage ct : freeCts) {
            withoutSpect(ct, noSpect, withoutSpect.contains(ct));
        }
        for (LookedImage ct : brokenCts) {
            add(Acquisition.DIAGNOSTIC_CT, Optional.of(ct), Optional.empty(), List.of());
        }
        of(each -> LookedImage.isCt(each.series()) && each.isThin()).forEach(each -> leftOut.add(LeftOutNote.harmless(
                each.source().where(), "The CT has " + each.outline().orElseThrow().grid().nz()
                        + " slice(s), too few to show a kidney.")));
        of(each -> each.outline().isEmpty() && LookedImage.isCt(each.series()) && !each.isBrokenTomogram())
                .forEach(each -> leftOut.add(LeftOutNote.harmless(each.series().folder(), each.problem())));
    }

    private void withSpect(LookedImage spect, Set<LookedImage> freeCts, Set<LookedImage> brokenCts) {
        List<String> remarks = new ArrayList<>();
        Optional<LookedImage> ct = ctFor(spect, freeCts, remarks);
        if (ct.isEmpty()) {
            ct = ctFor(spect, brokenCts, new ArrayList<>());
        }
        ct.ifPresent(freeCts::remove);
        ct.ifPresent(brokenCts::remove);
        add(Acquisition.SPECT_CT, ct, Optional.of(spect), remarks);
    }

    private void withoutSpect(LookedImage ct, boolean noSpect, boolean spectLeftOut) {
        if (spectLeftOut) {
            add(Acquisition.SPECT_CT, Optional.of(ct), Optional.empty(),
                    List.of("The SPECT of this CT was left out, so the case has the CT alone."));
        } else if (noSpect || drawnOn.containsKey(ct.series())) {
            add(Acquisition.DIAGNOSTIC_CT, Optional.of(ct), Optional.empty(), List.of());
        } else {
            leftOut.add(LeftOutNote.harmless(ct.series().folder(), "The CT series belongs to no SPECT and nobody drew"
                    + " kidneys on it."));
        }
    }

    /** Why an emission image is no SPECT of a case. */
    private static LeftOutNote unused(LookedImage emission) {
        if (emission.outline().isEmpty()) {
            return LeftOutNote.faulty(emission.series().folder(), emission.problem());
        }
        return LeftOutNote.uncalibrated(emission.series().folder(), emission.outline().get().quantity());
    }

    private Optional<LookedImage> ctFor(LookedImage spect, Set<LookedImage> free, List<String> remarks) {
        DicomSeries emission = spect.series();
        List<LookedImage> candidates = free.stream().filter(ct -> !emission.frameOfReferenceUid().isEmpty()
                && ct.series().frameOfReferenceUid().equals(emission.frameOfReferenceUid())).toList();
        if (candidates.isEmpty()) {
            candidates = free.stream()
                    .filter(ct -> ct.series().studyInstanceUid().equals(emission.studyInstanceUid())).toList();
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
        LookedImage first = candidates.get(0);
        return Optional.of(candidates.stream().filter(ct -> drawnOn.containsKey(ct.series())).findFirst()
                .orElse(first));
    }

    private void add(Acquisition acquisition, Optional<LookedImage> ct, Optional<LookedImage> spect,
            List<String> remarks) {
        String id = plans.isEmpty() ? pseudonym : pseudonym + "-" + (plans.size() + 1);
        plans.add(new CasePlan(id, acquisition, ct.map(LookedImage::source), spect.map(LookedImage::source),
                ct.map(LookedImage::series).map(drawnOn::get), spect.map(LookedImage::series).map(drawnOn::get), remarks,
                List.of()));
    }
}
