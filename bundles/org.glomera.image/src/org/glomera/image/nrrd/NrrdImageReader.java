package org.glomera.image.nrrd;

import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.image.ImageContent;
import org.glomera.image.ImageReader;
import org.glomera.image.Support;
import org.glomera.image.raw.Contents;
import org.glomera.image.raw.Reading;

/**
 * Reads NRRD files with one volume: {@code .nrrd} with its voxels, {@code .nhdr} with the file of the voxels beside it;
 * raw, gzip and text, every real type, either byte order. A segmentation of 3D Slicer ({@code .seg.nrrd}) gives a label
 * map, any other file a volume of unknown quantity.
 */
public final class NrrdImageReader implements ImageReader {

    @Override
    public Support supports(Path path) {
        Path last = path.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".nrrd") && !name.endsWith(".nhdr")) {
            return Support.no("An NRRD file's name ends in .nrrd or .nhdr.");
        }
        return NrrdFields.isHeader(path) ? Support.yes("The file begins as an NRRD file.")
                : Support.no(path + " does not begin with NRRD0001 to NRRD0005.");
    }

    @Override
    public ImageContent read(Path path, IProgressMonitor monitor) throws GlomeraException {
        NrrdHeader header = Reading.of(path, () -> NrrdHeader.read(path));
        return Contents.of(header.grid(), header.voxels(), header.isLabelMap(), header.remarks(), monitor);
    }
}
