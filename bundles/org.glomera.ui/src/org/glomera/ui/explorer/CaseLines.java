package org.glomera.ui.explorer;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.glomera.core.GlomeraException;
import org.glomera.study.CaseFile;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;
import org.glomera.ui.model.ImageFacts;
import org.glomera.ui.model.ImageFactsReader;
import org.glomera.ui.model.StudyNode.Case;
import org.glomera.ui.model.StudyNode.Image;

/**
 * The lines below a case: its images, the delineations, and what the study's runs made of it. They are read in a job when
 * a case is first expanded, and looked at again while it stays so, since files come and go. Safe for use by several
 * threads.
 */
final class CaseLines extends Job {

    private static final System.Logger LOG = System.getLogger(CaseLines.class.getName());
    private static final long PAUSE_MS = 3000;

    private final ImageFactsReader reader;
    private final Consumer<Case> changed;
    private final Map<String, List<Image>> known = new HashMap<>();
    private final Map<String, Case> asked = new LinkedHashMap<>();

    /**
     * Makes the lines of a tree.
     *
     * @param changed told of a case whose lines are others than before, on the job's thread
     */
    CaseLines(ImageFactsReader reader, Consumer<Case> changed) {
        super("Looking into the images of cases");
        this.reader = Objects.requireNonNull(reader);
        this.changed = Objects.requireNonNull(changed);
        setSystem(true);
        setPriority(DECORATE);
    }

    /** The lines of a case: what is known, or what is to be read. Returns at once. */
    List<Image> of(Case shown) {
        synchronized (asked) {
            List<Image> lines = known.get(shown.key());
            if (lines == null || !lines.isEmpty() && !lines.get(0).shown().equals(shown)) {
                List<Image> now = new ArrayList<>();
                for (CaseFile file : shown.info().available()) {
                    String before = lines == null ? "reading\u2026" : facts(lines, file.word());
                    now.add(new Image(shown, file.word(), shown.path().resolve(file.fileName()), title(file), before,
                            true));
                }
                asked.put(shown.key(), shown);
                schedule();
                lines = lines == null ? List.copyOf(now) : withNewCase(lines, shown);
                known.put(shown.key(), lines);
            }
            return lines;
        }
    }

    private static List<Image> withNewCase(List<Image> lines, Case shown) {
        return lines.stream().map(line -> new Image(shown, line.id(), line.path(), line.title(), line.facts(),
                line.isReadable())).toList();
    }

    private static String facts(List<Image> lines, String id) {
        return lines.stream().filter(line -> line.id().equals(id)).map(Image::facts).findFirst().orElse("");
    }

    /** The line of a key; empty when there is none any more. */
    Optional<Image> find(String key) {
        synchronized (asked) {
            return known.values().stream().flatMap(List::stream).filter(line -> line.key().equals(key)).findFirst();
        }
    }

    /** Looks only at these cases from now on; those that are not expanded need not be followed. */
    void follow(Set<String> keys) {
        synchronized (asked) {
            asked.keySet().retainAll(keys);
            known.keySet().retainAll(new LinkedHashSet<>(keys));
        }
    }

    private static String title(CaseFile file) {
        return switch (file) {
            case CT -> "CT";
            case SPECT -> "SPECT";
            case KIDNEYS_CT -> "Kidneys on CT";
            case KIDNEYS_SPECT -> "Kidneys on SPECT";
        };
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        List<Case> cases;
        synchronized (asked) {
            cases = List.copyOf(asked.values());
        }
        for (Case shown : cases) {
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            List<Image> lines = read(shown, monitor);
            boolean isNew;
            synchronized (asked) {
                isNew = asked.containsKey(shown.key()) && !lines.equals(known.put(shown.key(), lines));
            }
            if (isNew) {
                changed.accept(shown);
            }
        }
        synchronized (asked) {
            if (!asked.isEmpty()) {
                schedule(PAUSE_MS);
            }
        }
        return Status.OK_STATUS;
    }

    private List<Image> read(Case shown, IProgressMonitor monitor) {
        List<Image> lines = new ArrayList<>();
        for (CaseFile file : shown.info().available()) {
            lines.add(line(shown, file.word(), shown.path().resolve(file.fileName()), title(file), file));
        }
        try {
            StudyFolder study = StudyFolder.open(shown.root());
            for (String run : study.runs()) {
                Path file = study.segmentationFile(run, shown.info().id());
                if (Files.isRegularFile(file) && !monitor.isCanceled()) {
                    lines.add(line(shown, "run/" + run, file, title(study, run), CaseFile.KIDNEYS_CT));
                }
            }
            for (String name : study.segmented(shown.info().id())) {
                lines.add(line(shown, "segmented/" + name, study.segmentedFile(shown.info().id(), name), name,
                        CaseFile.KIDNEYS_CT));
            }
        } catch (GlomeraException e) {
            LOG.log(Level.DEBUG, "The segmentations of a case could not be listed.", e);
        }
        return List.copyOf(lines);
    }

    private Image line(Case shown, String id, Path path, String title, CaseFile kind) {
        ImageFacts facts = reader.read(path, kind);
        return new Image(shown, id, path, title, facts.inWords(), facts instanceof ImageFacts.Readable);
    }

    private static String title(StudyFolder study, String run) throws GlomeraException {
        RunInfo info = study.readRun(run);
        return info.title().isBlank() ? run : info.title();
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == CaseLines.class;
    }
}
