package org.glomera.pipeline.work;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/** Folders that the pipeline itself made. */
public final class Folders {

    private Folders() {
    }

    /** Removes a folder with all that is in it; links are removed, not followed. Nothing happens when it is not there. */
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

    /** The regular files directly in a folder, ordered by name. */
    public static List<Path> files(Path folder) throws GlomeraException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, "The folder " + folder + " cannot be read: " + e.getMessage()
                    + ". Check the path and its permissions.", e);
        }
    }

    /** All regular files below a folder, ordered by path. */
    public static List<Path> tree(Path folder) throws GlomeraException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, "The folder " + folder + " cannot be read: " + e.getMessage()
                    + ". Check the path and its permissions.", e);
        }
    }
}
