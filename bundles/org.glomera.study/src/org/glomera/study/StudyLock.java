package org.glomera.study;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/**
 * The right to write in a study folder, held by one program at a time and given back by {@link #close()} or by the
 * end of the program. The file {@code .lock} stays in the folder; only the operating system's lock on it counts.
 */
public final class StudyLock implements AutoCloseable {

    /**
     * What this process holds. The operating system gives a process's lock back as soon as the process closes any channel
     * to the file, so a file that is held is not opened a second time.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Path key;
    private final FileChannel channel;

    private StudyLock(Path file, Path key, FileChannel channel) {
        this.file = file;
        this.key = key;
        this.channel = channel;
    }

    static StudyLock acquire(Path studyRoot) throws GlomeraException {
        Path file = studyRoot.resolve(".lock");
        Path key = realPath(studyRoot);
        if (!HELD.add(key)) {
            throw busy(studyRoot, null);
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            HELD.remove(key);
            throw BoundedFiles.unwritable(file, e);
        }
        StudyLock lock = new StudyLock(file, key, channel);
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

    private static Path realPath(Path studyRoot) throws GlomeraException {
        try {
            return studyRoot.toRealPath();
        } catch (IOException e) {
            throw BoundedFiles.unreadable(studyRoot, e);
        }
    }

    /** Gives the lock back; a second call does nothing. */
    @Override
    public void close() throws GlomeraException {
        try {
            if (channel.isOpen()) {
                channel.close();
                HELD.remove(key);
            }
        } catch (IOException e) {
            throw BoundedFiles.unwritable(file, e);
        }
    }

    private static GlomeraException busy(Path studyRoot, Exception cause) {
        return new GlomeraException(Kind.RESOURCES, "The study '" + studyRoot + "' is being written by another task."
                + " Wait until that is finished, or stop it.", cause);
    }
}
