package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.Quantity;
import org.glomera.dicom.Calibration;
import org.glomera.dicom.DecayReference;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.SpectRules;

/**
 * Finds which rules of the user change a number of a case. They are recorded in the case, and a case made by other rules
 * counts as changed; a rule that changes nothing leaves a case as it is.
 */
final class RulesInEffect {

    private final Readers readers;
    private final List<LookedImage> images;
    private final IProgressMonitor monitor;

    RulesInEffect(Readers readers, List<LookedImage> images, IProgressMonitor monitor) {
        this.readers = readers;
        this.images = images;
        this.monitor = monitor;
    }

    /** The plan with the rules that change a number of it. */
    CasePlan of(CasePlan plan) throws GlomeraException {
        List<String> rules = new ArrayList<>();
        if (plan.spect().isPresent()) {
            addSpect(((ImageSource.Series) plan.spect().get()).series(), rules);
        }
        addNames("CT", plan.ct(), plan.onCt(), rules);
        addNames("SPECT", plan.spect(), plan.onSpect(), rules);
        return new CasePlan(plan.caseId(), plan.acquisition(), plan.ct(), plan.spect(), plan.onCt(), plan.onSpect(),
                plan.remarks(), rules);
    }

    private void addSpect(DicomSeries series, List<String> rules) throws GlomeraException {
        SpectRules set = readers.rules().spect();
        if (set.calibration().isPresent() && !isInBqPerMlAsStored(series)) {
            rules.add(words(set.calibration().get()));
        }
        if (!set.decay().equals(DecayReference.AS_STORED)) {
            rules.add("activity stated for " + set.decay().text());
        }
    }

    private boolean isInBqPerMlAsStored(DicomSeries series) throws GlomeraException {
        try {
            return readers.asStored().look(series, monitor).quantity() == Quantity.ACTIVITY_CONCENTRATION;
        } catch (GlomeraException e) {
            if (e.kind() != Kind.INPUT) {
                throw e;
            }
            return false;
        }
    }

    private static String words(Calibration calibration) {
        if (calibration instanceof Calibration.BqPerMlPerCount factor) {
            return "calibration of " + factor.factor() + " Bq/ml per count";
        }
        return "sensitivity of " + ((Calibration.Sensitivity) calibration).cpsPerMBq() + " counts per s and MBq";
    }

    private void addNames(String where, Optional<ImageSource> image, Optional<Drawing> drawing, List<String> rules)
            throws GlomeraException {
        KidneyStructures names = readers.rules().kidneyNames();
        if (drawing.isEmpty() || names.equals(KidneyStructures.COMMON_NAMES)) {
            return;
        }
        String taken = taken(image.orElseThrow(), drawing.get(), names);
        if (!taken.equals(taken(image.get(), drawing.get(), KidneyStructures.COMMON_NAMES))) {
            rules.add("kidneys on the " + where + " by names of the user: " + taken);
        }
    }

    private String taken(ImageSource image, Drawing drawing, KidneyStructures names) throws GlomeraException {
        DicomSeries series = ((ImageSource.Series) image).series();
        LookedImage looked = images.stream().filter(each -> each.series().equals(series)).findFirst().orElseThrow();
        if (looked.outline().isEmpty()) {
            return "";
        }
        try {
            return drawing.kidneys(looked.outline().get().grid(), names, readers, monitor).taken();
        } catch (GlomeraException e) {
            if (e.kind() != Kind.INPUT) {
                throw e;
            }
            return "";
        }
    }
}
