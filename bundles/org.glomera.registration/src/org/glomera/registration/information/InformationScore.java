package org.glomera.registration.information;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.progress.CancelOnlyMonitor;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.RigidTransform;

/** Scores of a transform that came from elsewhere. */
public final class InformationScore {

    private InformationScore() {
    }

    /**
     * A registration by a transform that is given, with the score that {@code mutual-information} has, and with a warning
     * where the score falls or cannot be computed.
     */
    public static Registration of(RegistrationTask task, RigidTransform transform, IProgressMonitor monitor)
            throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Comparing the images", 1);
        Similarity fine = Resolution.FINE.similarity(task, Optional.empty(), new CancelOnlyMonitor(progress::isCanceled));
        progress.checkCanceled();
        double before = fine.of(Affine3.IDENTITY);
        double after = fine.of(transform.toAffine());
        progress.worked(1);
        List<String> warnings = new ArrayList<>();
        if (Double.isNaN(after)) {
            warnings.add("The images hardly overlap, so nothing can be said about how well they fit.");
        } else if (after < before) {
            warnings.add("The images fit less well than where the scanner put them: the score falls from %.4f to %.4f."
                    .formatted(before, after));
        }
        warnings.addAll(Evidence.ofSize(transform));
        return new Registration(transform, InformationRegistration.SCORE, before, after, warnings);
    }
}
