package org.glomera.pipeline.testing;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.Support;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationMethod;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.RigidTransform;

/** Methods that do not look at the voxels, for tests of what is done with their result. */
public final class TestMethods {

    /** About the patient's origin, not about the middle of the image, on purpose. */
    public static final RigidTransform MOVE = new RigidTransform(new Vector3(0, 0, 0), new Vector3(0.4, -0.3, 5),
            new Vector3(6, -7, 4));

    private TestMethods() {
    }

    /** {@code move}: {@link #MOVE}; {@code doubtful}: the same with a warning; {@code manual}: the start; {@code never}. */
    public static RegistrationMethod of(String id) throws GlomeraException {
        return switch (id) {
            case "move" -> new Fixed(List.of(), true);
            case "doubtful" -> new Fixed(List.of("They hardly overlap."), true);
            case "never" -> new Fixed(List.of(), false);
            case "manual" -> new Manual();
            default -> throw new GlomeraException(Kind.CONFIGURATION, "There is no method '" + id + "'.");
        };
    }

    private record Fixed(List<String> warnings, boolean works) implements RegistrationMethod {

        @Override
        public Support supports(RegistrationTask task) {
            return works ? Support.yes("It always does.") : Support.no("It never does.");
        }

        @Override
        public Registration register(RegistrationTask task, IProgressMonitor monitor) {
            SubMonitor.convert(monitor, 1).split(1);
            return new Registration(MOVE, "likeness", 0.25, 0.75, warnings);
        }
    }

    private record Manual() implements RegistrationMethod {

        @Override
        public Support supports(RegistrationTask task) {
            return Support.yes("It always does.");
        }

        @Override
        public Registration register(RegistrationTask task, IProgressMonitor monitor) {
            return new Registration(task.start(), "likeness", 0.25, Double.NaN, List.of());
        }
    }
}
