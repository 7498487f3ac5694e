package org.glomera.phantom;

import java.util.List;

/**
 * What is true of a phantom, beside its images.
 *
 * @param patient the patient's identifier in the cohort
 * @param group what it is made for
 * @param defect what is wrong with it on purpose
 * @param moved whether the kidneys lay elsewhere in the SPECT than in the CT
 * @param kidneys right and left, in this order
 * @param remarks what a reader of results would want to know: a hot liver, a lesion beside a kidney, cysts
 */
public record PhantomTruth(String patient, PhantomGroup group, Defect defect, boolean moved, List<KidneyTruth> kidneys,
        List<String> remarks) {

    /** Keeps its own copies. */
    public PhantomTruth {
        kidneys = List.copyOf(kidneys);
        remarks = List.copyOf(remarks);
    }
}
