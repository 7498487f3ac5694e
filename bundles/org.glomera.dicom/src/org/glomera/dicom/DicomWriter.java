package org.glomera.dicom;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DicomToolkit;

/**
 * Writes CT series, reconstructed NM tomograms and RTSTRUCT files. The same input gives the same bytes: unique
 * identifiers are derived, dates are those of the study. Thread-safe.
 */
public final class DicomWriter {

    private final DicomToolkit toolkit;

    /** Makes a writer that encodes files with {@code toolkit}. */
    public DicomWriter(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * Writes a CT series, one file a slice, named {@code 0001.dcm} and so on in the order of the grid's third index.
     * Values are rounded to whole Hounsfield units and must lie between -32768 and 32767. Columns of an oblique grid
     * must stand at right angles.
     *
     * @param folder a folder that does not exist yet or is empty; it appears with all files or not at all
     * @throws GlomeraException when a value is not finite or too large, or the folder cannot be written
     */
    public WrittenImage writeCt(Path folder, Volume ctHu, StudyIdentity study, CtDescription description,
            IProgressMonitor monitor) throws GlomeraException {
        throw new UnsupportedOperationException(toolkit.toString());
    }

    /**
     * Writes a reconstructed tomogram as one multi-frame file: whole counts from 0 to 65535 with a real world value
     * mapping to Bq/ml. Values that the calibration cannot hold are refused.
     *
     * @throws GlomeraException when a value is negative, not finite or too large, or the file cannot be written
     */
    public WrittenImage writeNm(Path file, Volume spectBqPerMl, StudyIdentity study, NmDescription description,
            IProgressMonitor monitor) throws GlomeraException {
        throw new UnsupportedOperationException(toolkit.toString());
    }

    /**
     * Writes delineations as closed planar contours along the voxels' edges, so that rasterising them on the same grid
     * gives the same label map. Labels without voxels are not written.
     *
     * @param image the image that the delineation was drawn on; its grid is the label map's
     * @throws GlomeraException when no label has voxels, or the file cannot be written
     */
    public Path writeRtStruct(Path file, LabelMap delineation, ImageReference image, StudyIdentity study,
            StructureSetDescription description, IProgressMonitor monitor) throws GlomeraException {
        throw new UnsupportedOperationException(toolkit.toString());
    }
}
