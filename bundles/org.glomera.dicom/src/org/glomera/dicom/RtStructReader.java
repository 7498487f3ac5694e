package org.glomera.dicom;

import java.nio.file.Path;
import java.util.Objects;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DicomToolkit;

/** Reads an RTSTRUCT file. Thread-safe. */
public final class RtStructReader {

    private final DicomToolkit toolkit;

    /** Makes a reader that parses files with {@code toolkit}. */
    public RtStructReader(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /** Reads the file. */
    public StructureSet read(Path file) throws GlomeraException {
        throw new UnsupportedOperationException(toolkit.toString());
    }
}
