package org.glomera.pipeline.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.study.StudyFolder;

/**
 * The file {@code stop} in a run's folder: whoever puts it there, in this process, another one or another shell, tells
 * the training to stop and to keep its last finished epoch. The training looks before each step and removes the file
 * when it begins and when it has stopped. Safe for use by several threads.
 */
public final class StopFile {

    private static final String NAME = "stop";

    private final Path file;

    /** The file of a run. */
    public StopFile(StudyFolder study, String run) throws GlomeraException {
        this.file = study.runFolder(run).resolve(NAME);
    }

    /** Tells the training to stop and keep; needs no lock of the study. */
    public void write() throws GlomeraException {
        try {
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            throw failure("written", e);
        }
    }

    /** Whether the training is told to stop. */
    public boolean isThere() {
        return Files.exists(file);
    }

    /** Takes the request back. */
    public void clear() throws GlomeraException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure("removed", e);
        }
    }

    private GlomeraException failure(String what, IOException cause) {
        return new GlomeraException(Kind.RESOURCES, "The file " + file + " cannot be " + what + ": "
                + cause.getMessage() + ". Check the folder's rights.", cause);
    }
}
