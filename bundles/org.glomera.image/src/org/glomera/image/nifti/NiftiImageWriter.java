package org.glomera.image.nifti;

import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.image.ImageWriter;
import org.glomera.image.Support;

/** Writes NIfTI-1 files. */
public final class NiftiImageWriter implements ImageWriter {

    @Override
    public Support supports(Path path) {
        return Support.yes("The name ends as that of a NIfTI file.");
    }

    @Override
    public void write(Path path, Volume volume, IProgressMonitor monitor) throws GlomeraException {
        NiftiFiles.write(path, volume);
    }

    @Override
    public void write(Path path, LabelMap labelMap, IProgressMonitor monitor) throws GlomeraException {
        NiftiFiles.write(path, labelMap);
    }
}
