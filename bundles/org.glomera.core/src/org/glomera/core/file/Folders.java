package org.glomera.core.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/** Folders that the program itself made. */
public final class Folders {

    private Folders() {
    }

    /**
     * A new temporary folder; the caller deletes it.
     *
     * @throws GlomeraException when it cannot be made
     */
    public static Path temporary(String prefix) throws GlomeraException {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "No temporary folder can be made: " + e.getMessage()
                    + ". Check the free space of the disk.", e);
        }
    }

    /**
     * Removes a folder with all that is in it; links are removed, not followed. Nothing happens when it is not there.
     *
     * @throws GlomeraException (resources) when something in it cannot be removed; the rest may be gone
     */
    public static void delete(Path folder) throws GlomeraException {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The folder " + folder + " cannot be removed: " + e.getMessage()
                    + ". Check its permissions.", e);
        }
    }
}
