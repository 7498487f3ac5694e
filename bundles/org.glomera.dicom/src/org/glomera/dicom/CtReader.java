package org.glomera.dicom;

import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DicomToolkit;

/** Reads a CT series of single-frame files as a volume in Hounsfield units. Thread-safe. */
public final class CtReader {

    private final DicomToolkit toolkit;

    /** Makes a reader that parses files with {@code toolkit}. */
    public CtReader(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /** Reads the series. */
    public Volume read(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        throw new UnsupportedOperationException(toolkit.toString());
    }
}
