package org.glomera.image.nifti;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.image.ImageContent;
import org.glomera.image.ImageReader;
import org.glomera.image.Support;

/**
 * Reads NIfTI-1 files. A file whose header names labels (NIFTI_INTENT_LABEL) gives a label map, any other a volume,
 * whose quantity is what a file of ours says in intent_name, else unknown.
 */
public final class NiftiImageReader implements ImageReader {

    @Override
    public Support supports(Path path) {
        if (!NiftiFiles.hasName(path)) {
            return Support.no("A NIfTI file's name ends in .nii or .nii.gz.");
        }
        if (!Files.isRegularFile(path)) {
            return Support.no(path + " is not a file.");
        }
        try {
            NiftiInput.readHeader(path);
            return Support.yes("The file has the header of NIfTI-1.");
        } catch (GlomeraException e) {
            return Support.no(e.getMessage());
        }
    }

    @Override
    public ImageContent read(Path path, IProgressMonitor monitor) throws GlomeraException {
        NiftiHeader header = NiftiInput.readHeader(path);
        if (header.isLabelMap()) {
            return new ImageContent(List.of(), List.of(NiftiFiles.readLabelMap(path, monitor)));
        }
        return new ImageContent(List.of(NiftiFiles.readVolume(path, header.quantity(), monitor)), List.of());
    }
}
