package org.glomera.registration;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;

/** The methods that the plug-ins contribute. Needs the running platform. */
public final class RegistrationMethods {

    /** The method that believes the scanner: no movement where both images name the same frame of reference. */
    public static final String FRAME_OF_REFERENCE = "frame-of-reference";
    /** The method that searches by normalised mutual information. */
    public static final String MUTUAL_INFORMATION = "mutual-information";
    /** The same, restricted to a box around the kidneys. */
    public static final String MUTUAL_INFORMATION_KIDNEYS = "mutual-information-kidneys";
    /** The method that takes the task's start as it is and computes its score. */
    public static final String MANUAL = "manual";
    /** The method that runs the program elastix. */
    public static final String ELASTIX = "elastix";

    private static final class Points {
        static final ExtensionPoint<RegistrationMethod> METHODS = new ExtensionPoint<>(RegistryFactory.getRegistry(),
                RegistrationMethod.POINT, RegistrationMethod.class);
    }

    private RegistrationMethods() {
    }

    /** All methods with their names and descriptions, ordered by id. */
    public static List<Contribution<RegistrationMethod>> list() {
        return Points.METHODS.contributions();
    }

    /** The method with an id, when a plug-in contributes it. */
    public static Optional<Contribution<RegistrationMethod>> find(String id) {
        return Points.METHODS.find(id);
    }

    /**
     * The method with an id.
     *
     * @throws GlomeraException when no plug-in contributes it; the message lists the ids that are there
     */
    public static RegistrationMethod method(String id) throws GlomeraException {
        return Points.METHODS.require(id).instance();
    }
}
