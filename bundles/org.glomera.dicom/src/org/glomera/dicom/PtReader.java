package org.glomera.dicom;

import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Quantity;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;

/**
 * Reads a series of images stored as PET (PS3.3 A.21), one slice a file, as a volume: PET proper, and quantitative
 * SPECT, of 177Lu too, which some systems store so. Slices are stacked by their positions; each has its own rescale
 * slope. The unit (0054,1001) BQML is Bq/ml, GML a standardised uptake value that becomes Bq/ml by weight and
 * administered activity, CNTS and PROPCNTS are {@link Quantity#COUNTS} unless the user set a calibration or a Philips
 * scanner wrote its own; other units are refused. Activity is stated for the time that the rules name, see
 * {@link DecayReference}. Thread-safe.
 */
public final class PtReader {

    private final DicomToolkit toolkit;

    /** Makes a reader that parses files with {@code toolkit}. */
    public PtReader(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * Reads the series.
     *
     * @param rules how counts become Bq/ml where the file does not say, and which time activity is stated for
     * @throws GlomeraException when a file is damaged or not a slice of one emission image, slices do not make a regular
     *         stack, or a file does not say what the unit or the rules need
     */
    public ReadImage read(DicomSeries series, SpectRules rules, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Reading PET series", 2);
        return open(series, rules, ReadExtent.ALL, progress.split(1)).volume(progress.split(1));
    }

    /**
     * What {@link #read} will give, by the headers of the files alone, with the same checks but for those of the pixel
     * data themselves; that a file is too short for them is seen where they are not compressed.
     *
     * @throws GlomeraException when the series cannot be read, as {@link #read} would say it
     */
    public ImageOutline look(DicomSeries series, SpectRules rules, IProgressMonitor monitor) throws GlomeraException {
        return open(series, rules, ReadExtent.HEADER, SubMonitor.convert(monitor)).outline();
    }

    private EmissionSlices open(DicomSeries series, SpectRules rules, ReadExtent extent, SubMonitor progress)
            throws GlomeraException {
        return EmissionSlices.open(toolkit, series, EmissionForm.PET, rules, extent, progress);
    }
}
