package org.glomera.image.interfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Volume;
import org.glomera.image.ImageContent;
import org.glomera.image.ImageReader;
import org.glomera.image.Support;
import org.glomera.image.raw.Reading;

/**
 * Reads reconstructed images in Interfile 3.3: a text header ({@code .h33}, {@code .hv}, {@code .hdr}, {@code .h00},
 * {@code .h}) that
 * names the file with the voxels in its own folder. The values are given as stored, with the header's scale; labels are
 * a volume too, since a simulator's labels go beyond 255 (see {@link org.glomera.image.components.LabelSelection}).
 */
public final class InterfileImageReader implements ImageReader {

    private static final List<String> ENDINGS = List.of(".h33", ".hv", ".hdr", ".h00", ".h");

    @Override
    public Support supports(Path path) {
        Path last = path.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().noneMatch(name::endsWith)) {
            return Support.no("An Interfile header's name ends in .h33, .hv, .hdr, .h00 or .h.");
        }
        return InterfileKeys.isHeader(path) ? Support.yes("The file begins as an Interfile header.")
                : Support.no(path + " does not begin with !INTERFILE.");
    }

    @Override
    public ImageContent read(Path path, IProgressMonitor monitor) throws GlomeraException {
        InterfileHeader header = Reading.of(path, () -> InterfileHeader.read(path));
        float[] values = Reading.of(header.voxels().file(), () -> header.voxels().floats(monitor));
        return new ImageContent(List.of(new Volume(header.grid(), header.quantity(), values)), List.of(),
                header.remarks());
    }
}
