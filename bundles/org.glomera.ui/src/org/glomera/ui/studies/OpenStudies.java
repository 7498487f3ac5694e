package org.glomera.ui.studies;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.glomera.ui.model.FolderStamp;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyReader;
import org.glomera.ui.preferences.Settings;
import org.osgi.service.prefs.Preferences;

/**
 * The studies that are open in the workbench. They are read in a job, which then looks at their folders every two
 * seconds and reads those anew whose files changed. Safe for use by several threads.
 */
public final class OpenStudies {

    /** Told when what is known about the open studies changed. */
    @FunctionalInterface
    public interface Listener {

        /**
         * The studies were read, opened or closed.
         *
         * @param studies all open studies; called on a job's thread or on the thread that opened or closed a study
         */
        void studiesChanged(List<StudyNode> studies);
    }

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private record Seen(StudyNode node, FolderStamp stamp) {
    }

    private final StudyHistory history;
    private final StudyReader reader;
    private final long pauseMs;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Path, Seen> seen = new LinkedHashMap<>();
    private final Job follower = new FollowerJob();

    /**
     * Begins with what the store holds.
     *
     * @param store keeps the lists of open and recent studies
     * @param reader reads a study
     * @param pause between two looks at the folders
     * @param reopens whether the studies are opened that were open when the store was last written
     */
    public OpenStudies(Preferences store, StudyReader reader, Duration pause, boolean reopens) {
        this.history = new StudyHistory(store);
        this.reader = reader;
        this.pauseMs = pause.toMillis();
        if (reopens) {
            history.open().forEach(root -> seen.put(root, notYetRead(root)));
        } else {
            history.setOpen(List.of());
        }
        if (!seen.isEmpty()) {
            follower.schedule();
        }
    }

    private static final class Holder {
        static final OpenStudies OF_WORKBENCH = new OpenStudies(InstanceScope.INSTANCE.getNode("org.glomera.ui"),
                new StudyReader(), PAUSE, Settings.ofWorkbench().reopensStudies());
    }

    /** The open studies of this workbench. */
    public static OpenStudies ofWorkbench() {
        return Holder.OF_WORKBENCH;
    }

    private static Seen notYetRead(Path root) {
        return new Seen(new StudyNode.Reading(root), new FolderStamp(Map.of()));
    }

    /** Opens a study, or reads it anew when it is open; returns at once. */
    public void open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        synchronized (seen) {
            seen.putIfAbsent(root, notYetRead(root));
            history.setOpen(List.copyOf(seen.keySet()));
            history.addRecent(root);
        }
        tellListeners();
        refresh();
    }

    /** Closes a study; its files stay. */
    public void close(Path root) {
        synchronized (seen) {
            seen.remove(root);
            history.setOpen(List.copyOf(seen.keySet()));
        }
        tellListeners();
    }

    /** Reads all open studies anew, in the background. */
    public void refresh() {
        synchronized (seen) {
            seen.replaceAll((root, was) -> new Seen(was.node(), new FolderStamp(Map.of())));
        }
        follower.wakeUp();
        follower.schedule();
    }

    /** What is known about the open studies, in the order they were opened. */
    public List<StudyNode> studies() {
        synchronized (seen) {
            return seen.values().stream().map(Seen::node).toList();
        }
    }

    /** Folders of the studies that were opened, the latest first; they may be gone. */
    public List<Path> recent() {
        return history.recent();
    }

    /** Adds a listener; one that was added is not added again. */
    public void addListener(Listener listener) {
        if (!listeners.contains(listener)) {
            listeners.add(listener);
        }
    }

    /** Removes a listener. */
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** Ends the background job, for good. */
    public void dispose() {
        listeners.clear();
        synchronized (seen) {
            seen.clear();
        }
        follower.cancel();
    }

    private void tellListeners() {
        List<StudyNode> now = studies();
        listeners.forEach(listener -> listener.studiesChanged(now));
    }

    /** Reads what changed. Whether any file did: editors show more of them than the explorer. */
    private boolean readChanged(IProgressMonitor monitor) {
        Map<Path, Seen> before;
        synchronized (seen) {
            before = new LinkedHashMap<>(seen);
        }
        boolean changed = false;
        SubMonitor progress = SubMonitor.convert(monitor, before.size());
        for (Map.Entry<Path, Seen> entry : before.entrySet()) {
            FolderStamp stamp = FolderStamp.of(entry.getKey());
            if (!stamp.equals(entry.getValue().stamp()) || entry.getValue().node() instanceof StudyNode.Reading) {
                StudyNode node = reader.read(entry.getKey(), progress.split(1));
                changed |= !node.equals(entry.getValue().node()) || !stamp.equals(entry.getValue().stamp());
                synchronized (seen) {
                    seen.replace(entry.getKey(), new Seen(node, stamp));
                }
            }
        }
        return changed;
    }

    /** Reads, pauses and reads again as long as a study is open. */
    private final class FollowerJob extends Job {

        FollowerJob() {
            super("Reading studies");
            setSystem(true);
            setPriority(DECORATE);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            boolean changed = readChanged(monitor);
            if (changed) {
                tellListeners();
            }
            synchronized (seen) {
                if (!seen.isEmpty()) {
                    schedule(pauseMs);
                }
            }
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == OpenStudies.class;
        }
    }
}
