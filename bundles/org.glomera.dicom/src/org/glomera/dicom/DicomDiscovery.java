package org.glomera.dicom;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DicomToolkit;

/** Finds the series in a folder tree by the headers of its files; pixel data are not read. Thread-safe. */
public final class DicomDiscovery {

    private final DicomToolkit toolkit;

    /** Makes a discovery that reads headers with {@code toolkit}. */
    public DicomDiscovery(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * Groups the files below {@code folder} by series. A file that is no DICOM file, is damaged or repeats an object is
     * left out with a reason.
     *
     * @throws GlomeraException when the folder cannot be listed
     */
    public Discovery discover(Path folder, IProgressMonitor monitor) throws GlomeraException {
        throw new UnsupportedOperationException(toolkit.toString());
    }
}
