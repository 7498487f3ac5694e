package org.glomera.registration;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.image.Support;

/**
 * Finds the rigid movement that brings the moving image onto the fixed one. Contributed at {@value #POINT}; an
 * implementation has a public constructor without arguments and is safe for use by several threads. The same task gives
 * the same result, whatever the number of processors.
 */
public interface RegistrationMethod {

    /** The extension point for methods. */
    String POINT = "org.glomera.registration.methods";

    /**
     * Whether this method can work on a task, and why. It is cheap: it looks at what the task has, not at the voxels,
     * and never fails.
     */
    Support supports(RegistrationTask task);

    /**
     * Registers. The images are left as they are; the result says how the moving image's grid is to be moved.
     *
     * @param monitor told of progress; the work ends within a second when it is cancelled
     * @throws GlomeraException when the images cannot be registered at all; a result that is there but not to be trusted
     *         is returned with warnings
     * @throws org.eclipse.core.runtime.OperationCanceledException when cancelled
     */
    Registration register(RegistrationTask task, IProgressMonitor monitor) throws GlomeraException;
}
