package org.glomera.image.nifti;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.image.ImageContent;
import org.glomera.image.ImageReader;
import org.glomera.image.Support;
import org.glomera.image.raw.Contents;

/**
 * Reads NIfTI-1 files. A file whose header names labels (NIFTI_INTENT_LABEL) gives a label map, or a volume with a
 * remark when its labels go beyond 255; any other gives a volume, whose quantity is what a file of ours says in
 * intent_name, else unknown.
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
            NiftiInput.of(path);
            return Support.yes("The file has the header of NIfTI-1.");
        } catch (GlomeraException e) {
            return Support.no(e.getMessage());
        }
    }

    @Override
    public ImageContent read(Path path, IProgressMonitor monitor) throws GlomeraException {
        NiftiInput input = NiftiInput.of(path);
        NiftiHeader header = input.header();
        return Contents.of(header.grid(), input.voxels(), header.isLabelMap(), header.quantity(), List.of(), monitor);
    }
}
