package org.glomera.ui.model;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sizes and times of the files that {@link StudyReader} and the editors read, so that one look at the folder tells whether anything
 * changed. It asks the file system for attributes only (a few milliseconds for a study of 200 cases) and, unlike a
 * file system's notifications, works on network drives.
 *
 * @param files size and time of last change of each file, by its path
 */
public record FolderStamp(Map<String, String> files) {

    private static final System.Logger LOG = System.getLogger(FolderStamp.class.getName());

    private static final List<String> IN_CASES = List.of("case.json", "registration.json",
            "registration.proposed.json");
    private static final List<String> IN_PREPARED = List.of("prepared.json");
    private static final List<String> IN_RUNS = List.of("run.json", "curve.csv", "preview/preview.json");
    private static final List<String> IN_EXPERIMENTS = List.of("experiment.json", "cases.csv", "remarks.csv",
            "published.csv", "statistics.json", "report.html");

    /** Copies the map. */
    public FolderStamp {
        files = Map.copyOf(files);
    }

    /** Looks at a study's folder, which need not be there. */
    public static FolderStamp of(Path root) {
        Map<String, String> files = new HashMap<>();
        add(root.resolve("study.json"), files);
        addBelow(root.resolve("cases"), IN_CASES, files);
        addBelow(root.resolve("prepared"), IN_PREPARED, files);
        addBelow(root.resolve("runs"), IN_RUNS, files);
        addBelow(root.resolve("experiments"), IN_EXPERIMENTS, files);
        return new FolderStamp(files);
    }

    private static void addBelow(Path parent, List<String> names, Map<String, String> files) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
            entries.forEach(folders::add);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.log(Level.DEBUG, "'" + parent + "' could not be listed.", e);
        }
        for (Path folder : folders) {
            names.forEach(name -> add(folder.resolve(name), files));
        }
    }

    private static void add(Path file, Map<String, String> files) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            files.put(file.toString(), attributes.size() + "@" + attributes.lastModifiedTime().toMillis());
        } catch (NoSuchFileException e) {
            LOG.log(Level.TRACE, "'" + file + "' is not there.");
        } catch (IOException e) {
            files.put(file.toString(), e.toString());
        }
    }
}
