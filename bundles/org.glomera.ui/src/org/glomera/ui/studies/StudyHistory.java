package org.glomera.ui.studies;

import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** Keeps the open and the recent studies from one start to the next, as lists of folders in preferences. */
final class StudyHistory {

    /** How many recent studies are kept. */
    static final int MOST_RECENT = 8;

    private static final System.Logger LOG = System.getLogger(StudyHistory.class.getName());
    private static final String OPEN = "openStudies";
    private static final String RECENT = "recentStudies";

    private final Preferences store;

    StudyHistory(Preferences store) {
        this.store = store;
    }

    /** The studies that were open last. */
    List<Path> open() {
        return read(OPEN);
    }

    /** The studies that were opened, the latest first. */
    List<Path> recent() {
        return read(RECENT);
    }

    /** Remembers which studies are open. */
    void setOpen(List<Path> roots) {
        write(OPEN, roots);
    }

    /** Remembers that a study was opened. */
    void addRecent(Path root) {
        List<Path> recent = new ArrayList<>(recent());
        recent.remove(root);
        recent.add(0, root);
        write(RECENT, recent.subList(0, Math.min(MOST_RECENT, recent.size())));
    }

    private List<Path> read(String name) {
        List<Path> paths = new ArrayList<>();
        for (String line : store.get(name, "").lines().toList()) {
            try {
                paths.add(Path.of(line));
            } catch (InvalidPathException e) {
                LOG.log(Level.WARNING, "A folder in the list of studies is no path and was left out.", e);
            }
        }
        return paths;
    }

    private void write(String name, List<Path> paths) {
        store.put(name, String.join("\n", paths.stream().map(Path::toString).toList()));
        try {
            store.flush();
        } catch (BackingStoreException e) {
            LOG.log(Level.WARNING, "The list of studies could not be kept for the next start.", e);
        }
    }
}
