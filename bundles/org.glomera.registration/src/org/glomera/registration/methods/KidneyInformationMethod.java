package org.glomera.registration.methods;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.image.Support;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationMethod;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.information.InformationRegistration;

/**
 * Searches for the largest normalised mutual information in a box around the kidneys: for kidneys that breathing has moved
 * against the rest of the body.
 */
public final class KidneyInformationMethod implements RegistrationMethod {

    @Override
    public Support supports(RegistrationTask task) {
        return task.movingKidneys().isPresent() || task.fixedKidneys().isPresent()
                ? Support.yes("A delineation says where the kidneys are.")
                : Support.no("There is no delineation of the kidneys, neither on the CT nor on the SPECT. Delineate or segment "
                        + "them, or use the method mutual-information.");
    }

    @Override
    public Registration register(RegistrationTask task, IProgressMonitor monitor) throws GlomeraException {
        return InformationRegistration.aroundKidneys(task, monitor);
    }
}
