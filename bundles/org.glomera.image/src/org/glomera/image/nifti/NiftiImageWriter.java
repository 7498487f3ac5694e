package org.glomera.image.nifti;

import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.image.ImageWriter;
import org.glomera.image.Support;

/** Writes NIfTI-1 files: volumes as 32-bit floating point, label maps as unsigned bytes. */
public final class NiftiImageWriter implements ImageWriter {

    @Override
    public Support supports(Path path) {
        return NiftiFiles.hasName(path) ? Support.yes("The name ends as that of a NIfTI file.")
                : Support.no("A NIfTI file's name ends in .nii or .nii.gz.");
    }

    @Override
    public void write(Path path, Volume volume, IProgressMonitor monitor) throws GlomeraException {
        NiftiFiles.write(path, volume, monitor);
    }

    @Override
    public void write(Path path, LabelMap labelMap, IProgressMonitor monitor) throws GlomeraException {
        NiftiFiles.write(path, labelMap, monitor);
    }
}
