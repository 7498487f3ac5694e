package org.glomera.registration.information;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.volume.Volume;

/** The images as they are compared, for methods that bring their own search. */
public final class ComparedImages {

    private static final double SPACING_MM = 4.5;
    private static final double SIGMA_MM = 2;
    private static final int BINS = 64;

    private ComparedImages() {
    }

    /** A CT between fat's surroundings and bone, 0 to 63, at about 4.5 mm and cut to the body; without NaN. */
    public static Volume ct(Volume ct, IProgressMonitor monitor) {
        return CtPreparation.bins(ct, SPACING_MM, SIGMA_MM, BINS, monitor);
    }

    /** A SPECT by the logarithm of its activity, 0 to 63, at about 4.5 mm; without NaN. */
    public static Volume spect(Volume spect, IProgressMonitor monitor) {
        return SpectPreparation.bins(spect, SPACING_MM, BINS, monitor);
    }
}
