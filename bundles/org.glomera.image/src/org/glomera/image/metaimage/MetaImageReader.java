package org.glomera.image.metaimage;

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
 * Reads MetaImage files with one volume: {@code .mha} with its voxels, {@code .mhd} with the file of the voxels beside
 * it; plain, packed (zlib or gzip) and text, every real type, either byte order. The format does not mark labels: a
 * label map comes as a volume of unknown quantity (see {@link org.glomera.image.components.LabelSelection}).
 */
public final class MetaImageReader implements ImageReader {

    @Override
    public Support supports(Path path) {
        Path last = path.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".mha") && !name.endsWith(".mhd")) {
            return Support.no("A MetaImage file's name ends in .mha or .mhd.");
        }
        return MetaFields.isHeader(path) ? Support.yes("The file begins as a MetaImage header.")
                : Support.no(path + " does not begin with ObjectType or NDims.");
    }

    @Override
    public ImageContent read(Path path, IProgressMonitor monitor) throws GlomeraException {
        MetaHeader header = Reading.of(path, () -> MetaHeader.read(path));
        return Contents.of(header.grid(), header.voxels(), false, header.remarks(), monitor);
    }
}
