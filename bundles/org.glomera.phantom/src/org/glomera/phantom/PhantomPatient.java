package org.glomera.phantom;

import java.util.Objects;
import java.util.Optional;

import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;

/** One phantom in memory. The arrays of its volumes belong to whoever asked for it. */
public final class PhantomPatient {

    private final PhantomTruth truth;
    private final Volume ct;
    private final LabelMap manualKidneysCt;
    private final LabelMap trueKidneysCt;
    private final SpectImages spect;

    /** Makes a patient; {@code spect} is null for a diagnostic CT. */
    PhantomPatient(PhantomTruth truth, Volume ct, LabelMap manualKidneysCt, LabelMap trueKidneysCt, SpectImages spect) {
        this.truth = Objects.requireNonNull(truth);
        this.ct = Objects.requireNonNull(ct);
        this.manualKidneysCt = Objects.requireNonNull(manualKidneysCt);
        this.trueKidneysCt = Objects.requireNonNull(trueKidneysCt);
        this.spect = spect;
    }

    /** What is true of the patient; its {@link PhantomTruth#patient()} is the identifier. */
    public PhantomTruth truth() {
        return truth;
    }

    /** The CT image in Hounsfield units. */
    public Volume ct() {
        return ct;
    }

    /** The kidneys as a person delineates them on the CT, on its grid; a missing VOI is missing here. */
    public LabelMap manualKidneysCt() {
        return manualKidneysCt;
    }

    /** The kidneys' true regions on the grid of the CT. */
    public LabelMap trueKidneysCt() {
        return trueKidneysCt;
    }

    /** The SPECT and its delineations; empty for a diagnostic CT. */
    public Optional<SpectImages> spect() {
        return Optional.ofNullable(spect);
    }
}
