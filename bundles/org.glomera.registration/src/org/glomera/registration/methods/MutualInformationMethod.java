package org.glomera.registration.methods;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.image.Support;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationMethod;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.information.InformationRegistration;

/** Searches for the largest normalised mutual information of the whole images. */
public final class MutualInformationMethod implements RegistrationMethod {

    @Override
    public Support supports(RegistrationTask task) {
        return Support.yes("A CT and a SPECT image are there.");
    }

    @Override
    public Registration register(RegistrationTask task, IProgressMonitor monitor) throws GlomeraException {
        return InformationRegistration.whole(task, monitor);
    }
}
