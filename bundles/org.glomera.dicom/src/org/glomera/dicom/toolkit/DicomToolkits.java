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

    private static final Logger LOG = System.getLogger(DicomToolkits.class.getName());

    private DicomToolkits() {
    }

    /**
     * The installed toolkit with the highest priority; of equal ones the first by id. A toolkit that cannot be made is
     * logged and passed over.
     *
     * @throws GlomeraException when there is none that works
     */
    public static DicomToolkit preferred() throws GlomeraException {
        List<Contribution<DicomToolkit>> ordered = Holder.TOOLKITS.contributions().stream()
                .sorted(Comparator.comparingInt(DicomToolkits::priority).reversed()).toList();
        for (Contribution<DicomToolkit> contribution : ordered) {
            try {
                return contribution.instance();
            } catch (GlomeraException e) {
                LOG.log(Logger.Level.WARNING, e.getMessage(), e);
            }
        }
        throw new GlomeraException(Kind.MISSING_COMPONENT, "No DICOM toolkit is installed that works, so DICOM files "
                + "can be neither read nor written. Install the plug-in org.glomera.dicom.pixelmed.");
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
