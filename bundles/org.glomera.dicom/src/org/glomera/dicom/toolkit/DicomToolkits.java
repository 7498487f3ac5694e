package org.glomera.dicom.toolkit;

import java.lang.System.Logger;
import java.util.Comparator;
import java.util.List;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;

/** Finds the toolkit to use among the installed ones. Safe for use by several threads. */
public final class DicomToolkits {

    /** The id of the extension point. */
    public static final String POINT = "org.glomera.dicom.toolkits";

    /** The system property that asks for a toolkit by its id. */
    public static final String PROPERTY = "glomera.dicom.toolkit";

    private static final Logger LOG = System.getLogger(DicomToolkits.class.getName());

    private DicomToolkits() {
    }

    /**
     * A toolkit that was chosen.
     *
     * @param id its id, for instance {@code pixelmed}
     * @param name the name that is shown to a user
     * @param description which library it is and what it reads
     * @param toolkit the toolkit
     */
    public record Chosen(String id, String name, String description, DicomToolkit toolkit) {
    }

    /**
     * The toolkit of {@link #chosen()}.
     *
     * @throws GlomeraException when there is none that works, or not the one that is asked for
     */
    public static DicomToolkit preferred() throws GlomeraException {
        return chosen().toolkit();
    }

    /**
     * The toolkit that the system property {@value #PROPERTY} names; where it names none, the installed one with the
     * highest priority, of equal ones the first by id. A toolkit that cannot be made is logged and passed over, unless
     * it is the one that is asked for.
     *
     * @throws GlomeraException when there is none that works, or not the one that is asked for
     */
    public static Chosen chosen() throws GlomeraException {
        String asked = System.getProperty(PROPERTY, "").strip();
        List<Contribution<DicomToolkit>> ordered = Holder.TOOLKITS.contributions().stream()
                .filter(contribution -> asked.isEmpty() || contribution.id().equals(asked))
                .sorted(Comparator.comparingInt(DicomToolkits::priority).reversed()).toList();
        for (Contribution<DicomToolkit> contribution : ordered) {
            try {
                return new Chosen(contribution.id(), contribution.name(), contribution.description(),
                        contribution.instance());
            } catch (GlomeraException e) {
                LOG.log(Logger.Level.WARNING, e.getMessage(), e);
            }
        }
        throw new GlomeraException(Kind.MISSING_COMPONENT, asked.isEmpty()
                ? "No DICOM toolkit is installed that works, so DICOM files can be neither read nor written. Install "
                        + "the plug-in org.glomera.dicom.pixelmed."
                : "The DICOM toolkit '" + asked + "' that -D" + PROPERTY + " asks for is not installed or does not "
                        + "work. Install it, or leave the property out.");
    }

    private static int priority(Contribution<DicomToolkit> contribution) {
        String text = contribution.attribute("priority").orElse("0");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            LOG.log(Logger.Level.WARNING, "The toolkit '" + contribution.id() + "' of the plug-in "
                    + contribution.bundle() + " has the priority '" + text + "', which is not a number; 0 is used.");
            return 0;
        }
    }

    /** Made at first use, since the registry is there only in a running platform. */
    private static final class Holder {
        private static final ExtensionPoint<DicomToolkit> TOOLKITS = new ExtensionPoint<>(
                RegistryFactory.getRegistry(), POINT, DicomToolkit.class);
    }
}
