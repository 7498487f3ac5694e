package org.glomera.image;

import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;

/**
 * Writes one kind of image file; contributed to {@code org.glomera.image.writers}. What it writes, the reader of the
 * same kind reads back the same: grid, values and quantity. An implementation has a public constructor without
 * arguments and is safe for use by several threads.
 */
public interface ImageWriter {

    /** Whether this writer can write a file of this name; nothing is written and nothing needs to exist. */
    Support supports(Path path);

    /**
     * Writes a volume; an existing file is replaced when the new one is complete.
     *
     * @param monitor told of progress; the write ends within a second when it is cancelled, and leaves the old file
     * @throws GlomeraException when the file cannot be written; the sentence names it
     * @throws org.eclipse.core.runtime.OperationCanceledException when cancelled
     */
    void write(Path path, Volume volume, IProgressMonitor monitor) throws GlomeraException;

    /**
     * Writes a label map; an existing file is replaced when the new one is complete.
     *
     * @param monitor told of progress; the write ends within a second when it is cancelled, and leaves the old file
     * @throws GlomeraException when the file cannot be written; the sentence names it
     * @throws org.eclipse.core.runtime.OperationCanceledException when cancelled
     */
    void write(Path path, LabelMap labelMap, IProgressMonitor monitor) throws GlomeraException;
}
