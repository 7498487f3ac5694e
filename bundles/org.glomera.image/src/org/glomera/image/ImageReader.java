package org.glomera.image;

import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;

/**
 * Reads one kind of image file; contributed to {@code org.glomera.image.readers}. An implementation has a public
 * constructor without arguments and is safe for use by several threads.
 */
public interface ImageReader {

    /**
     * Whether this reader can read a file. It is cheap: it looks at the name and at most at the file's first bytes, and
     * never fails: a file that cannot be opened is answered with no and the reason.
     */
    Support supports(Path path);

    /**
     * Reads a file. Positions are turned into DICOM LPS millimetres. Voxels that are not finite are kept as they are;
     * the caller reports them.
     *
     * @param monitor told of progress; the read ends within a second when it is cancelled
     * @throws GlomeraException when the file is missing, damaged or too large; the sentence names the file
     * @throws org.eclipse.core.runtime.OperationCanceledException when cancelled
     */
    ImageContent read(Path path, IProgressMonitor monitor) throws GlomeraException;
}
