package org.glomera.ui.importing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

import org.glomera.study.StudyFolder;

/**
 * The study that cases are imported into.
 *
 * @param root its folder, absolute
 * @param name what it is called
 * @param isNew whether it is made first
 */
record ImportTarget(Path root, String name, boolean isNew) {

    private static final int LONGEST_SLUG = 48;

    ImportTarget {
        Objects.requireNonNull(root);
        Objects.requireNonNull(name);
    }

    /**
     * What is wrong with the name and the folder of a new study.
     *
     * @return a sentence; empty when a study can be made there
     */
    static String problem(String name, String folder) {
        if (name.isBlank()) {
            return "Give the study a name.";
        }
        if (folder.isBlank()) {
            return "Choose the folder of the study.";
        }
        Path path;
        try {
            path = Path.of(folder.strip());
        } catch (InvalidPathException e) {
            return "'" + folder + "' cannot be the path of a folder. Choose another one.";
        }
        if (!path.isAbsolute()) {
            return "Give the whole path of the study's folder, from the root on.";
        }
        return problem(path);
    }

    private static String problem(Path path) {
        if (StudyFolder.isStudy(path)) {
            return "There is a study in '" + path + "' already. Open it, or choose another folder.";
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            return "'" + path + "' is a file. Choose another folder.";
        }
        if (!isEmpty(path)) {
            return "'" + path + "' is not empty. Choose a new folder for the study.";
        }
        Path there = path;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && Files.isWritable(there) ? ""
                : "You may not write in '" + there + "'. Choose another folder.";
    }

    private static boolean isEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    /** A folder that is not there yet, named after the study. */
    static Path proposed(Path parent, String name) {
        String slug = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = slug.isEmpty() ? "study" : slug.substring(0, Math.min(LONGEST_SLUG, slug.length()));
        Path folder = parent.resolve(base);
        for (int number = 2; Files.exists(folder) && !isEmpty(folder); number++) {
            folder = parent.resolve(base + "-" + number);
        }
        return folder;
    }
}
