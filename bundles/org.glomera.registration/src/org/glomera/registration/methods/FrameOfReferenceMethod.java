package org.glomera.registration.methods;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.image.Support;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationMethod;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.RigidTransform;
import org.glomera.registration.information.InformationScore;

/**
 * Believes the scanner: images that name the same frame of reference UID share one patient space (DICOM PS3.3,
 * C.7.4.1.1.1), so nothing is moved.
 */
public final class FrameOfReferenceMethod implements RegistrationMethod {

    @Override
    public Support supports(RegistrationTask task) {
        if (task.fixedFrameOfReference().isEmpty() || task.movingFrameOfReference().isEmpty()) {
            return Support.no("The " + (task.fixedFrameOfReference().isEmpty() ? "CT" : "SPECT")
                    + " image does not name its frame of reference; use another method.");
        }
        return task.fixedFrameOfReference().equals(task.movingFrameOfReference())
                ? Support.yes("Both images name the same frame of reference.")
                : Support.no("The images name different frames of reference: they were not taken in one position. Use another "
                        + "method.");
    }

    @Override
    public Registration register(RegistrationTask task, IProgressMonitor monitor) throws GlomeraException {
        Support support = supports(task);
        if (!support.supported()) {
            throw new GlomeraException(Kind.INPUT, support.reason());
        }
        return InformationScore.of(task, RigidTransform.identity(task.moving().grid().centreMm()), monitor);
    }
}
