package org.glomera.registration.methods;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.image.Support;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationMethod;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.information.InformationScore;

/** Takes the transform that a person gives, the task's start, and computes its score. */
public final class ManualMethod implements RegistrationMethod {

    @Override
    public Support supports(RegistrationTask task) {
        return Support.yes("The transform is given.");
    }

    @Override
    public Registration register(RegistrationTask task, IProgressMonitor monitor) throws GlomeraException {
        return InformationScore.of(task, task.start(), monitor);
    }
}
