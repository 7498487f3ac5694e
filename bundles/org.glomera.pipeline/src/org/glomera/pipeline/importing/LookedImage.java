package org.glomera.pipeline.importing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.Quantity;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Emission;
import org.glomera.dicom.ImageOutline;

/**
 * A series of images by its headers.
 *
 * @param series the series
 * @param outline what reading it would give; empty when it cannot be read
 * @param problem why it cannot be read; empty when it can
 */
record LookedImage(DicomSeries series, Optional<ImageOutline> outline, String problem) {

    static final String CT = "CT";
    /** A kidney is 100 mm high; a single slice or a pair of them is a localizer, a sample or a rest. */
    static final int FEWEST_SLICES = 3;

    LookedImage {
        Objects.requireNonNull(series);
        Objects.requireNonNull(outline);
        Objects.requireNonNull(problem);
    }

    /** Looks at the headers of a series. */
    static LookedImage of(DicomSeries series, Readers readers, IProgressMonitor monitor) throws GlomeraException {
        try {
            return new LookedImage(series, Optional.of(readers.dicom().look(series, monitor)), "");
        } catch (GlomeraException e) {
            if (e.kind() != Kind.INPUT && e.kind() != Kind.RESOURCES) {
                throw e;
            }
            return new LookedImage(series, Optional.empty(), e.getMessage());
        }
    }

    static boolean isCt(DicomSeries series) {
        return series.modality().equals(CT);
    }

    /** Whether it can be a CT of a case. */
    boolean isCt() {
        return isCt(series) && has(Quantity.HOUNSFIELD) && !isThin();
    }

    /** Whether it has too few slices to show a kidney. */
    boolean isThin() {
        return outline.isPresent() && outline.get().grid().nz() < FEWEST_SLICES;
    }

    /** Whether it can be a SPECT of a case. */
    boolean isSpect() {
        return Emission.isEmission(series) && has(Quantity.ACTIVITY_CONCENTRATION);
    }

    private boolean has(Quantity quantity) {
        return outline.isPresent() && outline.get().quantity() == quantity;
    }

    /**
     * Whether it is a tomogram that should have been readable, and not one of the pictures that scanners put beside
     * them: localizers, planar images, projections, secondary captures.
     */
    boolean isBrokenTomogram() {
        List<String> type = series.imageType();
        boolean beside = type.contains("LOCALIZER") || type.contains("SECONDARY")
                || series.modality().equals("NM") && type.size() > 2 && !type.get(2).startsWith("RECON");
        return outline.isEmpty() && !beside && (isCt(series) || Emission.isEmission(series));
    }

    /** The source of a case's image. */
    ImageSource source() {
        return new ImageSource.Series(series);
    }
}
