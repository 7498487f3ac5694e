package org.glomera.image.nifti;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Quantity;
import org.glomera.image.ImageContent;
import org.glomera.image.ImageReader;
import org.glomera.image.Support;

/** Reads NIfTI-1 files. */
public final class NiftiImageReader implements ImageReader {

    @Override
    public Support supports(Path path) {
        return Support.yes("The name ends as that of a NIfTI file.");
    }

    @Override
    public ImageContent read(Path path, IProgressMonitor monitor) throws GlomeraException {
        return new ImageContent(List.of(NiftiFiles.readVolume(path, Quantity.UNKNOWN)), List.of());
    }
}
