package org.glomera.study;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/**
 * The right to write in a study folder, held by one program at a time and given back by {@link #close()} or by the
 * end of the program. The file {@code .lock} stays in the folder; only the operating system's lock on it counts.
 */
public final class StudyLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private StudyLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static StudyLock acquire(Path studyRoot) throws GlomeraException {
        Path file = studyRoot.resolve(".lock");
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw BoundedFiles.unwritable(file, e);
        }
        StudyLock lock = new StudyLock(file, channel);
        boolean held = false;
        try {
            FileLock granted = channel.tryLock();
            held = granted != null;
        } catch (OverlappingFileLockException e) {
            throw busy(studyRoot, e);
        } catch (IOException e) {
            throw BoundedFiles.unwritable(file, e);
        } finally {
            if (!held) {
                lock.close();
            }
        }
        if (!held) {
            throw busy(studyRoot, null);
        }
        return lock;
    }

    /** Gives the lock back; a second call does nothing. */
    @Override
    public void close() throws GlomeraException {
        try {
            channel.close();
        } catch (IOException e) {
            throw BoundedFiles.unwritable(file, e);
        }
    }

    private static GlomeraException busy(Path studyRoot, Exception cause) {
        return new GlomeraException(Kind.RESOURCES, "The study '" + studyRoot + "' is being written by another task."
                + " Wait until that is finished, or stop it.", cause);
    }
}
