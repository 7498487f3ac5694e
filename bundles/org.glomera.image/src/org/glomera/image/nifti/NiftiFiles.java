package org.glomera.image.nifti;

import java.nio.file.Path;

import org.glomera.core.GlomeraException;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;

/** Reads and writes NIfTI-1 files (.nii, .nii.gz); positions are converted between NIfTI's RAS and DICOM LPS. */
public final class NiftiFiles {

    private NiftiFiles() {
    }

    /** Reads a volume whose values are {@code quantity}. */
    public static Volume readVolume(Path file, Quantity quantity) throws GlomeraException {
        throw new UnsupportedOperationException();
    }

    /** Reads a label map: whole numbers 0 to 255. */
    public static LabelMap readLabelMap(Path file) throws GlomeraException {
        throw new UnsupportedOperationException();
    }

    /** Writes a volume as 32-bit floating point. */
    public static void write(Path file, Volume volume) throws GlomeraException {
        throw new UnsupportedOperationException();
    }

    /** Writes a label map as unsigned bytes. */
    public static void write(Path file, LabelMap labelMap) throws GlomeraException {
        throw new UnsupportedOperationException();
    }
}
