package org.glomera.rcp;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Hands folders of studies from a second start of the workbench to the first, through small files in the data folder
 * that both use.
 */
final class HandOver {

    private static final System.Logger LOG = System.getLogger(HandOver.class.getName());
    private static final String ENDING = ".open";
    private static final int LONGEST_BYTES = 64 * 1024;

    private final Path folder;

    private HandOver(Path folder) {
        this.folder = folder;
    }

    /** The hand-over of a data folder. */
    static HandOver in(Path dataFolder) {
        return new HandOver(dataFolder.resolve(".handover"));
    }

    /** Leaves folders for the workbench that is running; an empty list only brings its window to the front. */
    void send(List<Path> studies) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(UUID.randomUUID() + ".part");
            Files.write(part, studies.stream().map(Path::toString).toList());
            Files.move(part, part.resolveSibling(UUID.randomUUID() + ENDING), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "The workbench is open already, and the study could not be handed to it: use File >"
                    + " Open Study there.", e);
        }
    }

    /** Takes what was left since the last call. Whether anything was left, is the second start's wish for the window. */
    Received receive() {
        List<Path> studies = new ArrayList<>();
        boolean any = false;
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
                for (Path file : files) {
                    any = true;
                    take(file, studies);
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "What a second start wanted to open could not be read.", e);
            }
        }
        return new Received(any, studies);
    }

    private static void take(Path file, List<Path> studies) throws IOException {
        try {
            if (Files.size(file) <= LONGEST_BYTES) {
                Files.readAllLines(file).forEach(line -> studies.add(Path.of(line)));
            }
        } catch (InvalidPathException e) {
            LOG.log(Level.WARNING, "What a second start wanted to open is no path.", e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * What a second start left.
     *
     * @param any whether there was one
     * @param studies folders to open
     */
    record Received(boolean any, List<Path> studies) {
    }
}
