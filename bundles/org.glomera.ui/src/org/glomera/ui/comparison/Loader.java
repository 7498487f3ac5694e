package org.glomera.ui.comparison;

import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.Paragraph;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.core.GlomeraException;
import org.glomera.study.StudyFolder;
import org.glomera.ui.editor.ItemInput;

/**
 * Reads an experiment and makes its pages in jobs; what came too late because something else was asked for since is
 * dropped. Called on the UI thread, and answers there.
 */
final class Loader {

    private static final System.Logger LOG = System.getLogger(Loader.class.getName());

    /** What became of reading an experiment. One of two kinds. */
    sealed interface Reading {

        /** It was read. */
        record Read(Comparison whole, Comparison shown, List<String> runsOfStudy) implements Reading {
        }

        /** It could not be read, with the sentence that says why. */
        record Failed(String message) implements Reading {
        }
    }

    private final Display display;
    private final ItemInput input;
    private final Consumer<Reading> onRead;
    private final BiConsumer<PageKind, Page> onPage;
    private final Map<PageKind, Job> making = new EnumMap<>(PageKind.class);
    private Job reading;
    private boolean disposed;

    /** Makes a loader that tells of readings and of pages. */
    Loader(Display display, ItemInput input, Consumer<Reading> onRead, BiConsumer<PageKind, Page> onPage) {
        this.display = display;
        this.input = input;
        this.onRead = onRead;
        this.onPage = onPage;
    }

    /** Reads the experiment with some of the study's runs; with its own when none are named. */
    void read(List<String> runs) {
        if (reading != null) {
            reading.cancel();
        }
        Job[] self = new Job[1];
        self[0] = Job.createSystem("Reading the experiment '" + input.getName() + "'", (ICoreRunnable) monitor -> {
            Reading result = read(runs, monitor);
            tell(monitor, () -> {
                if (self[0] == reading) {
                    onRead.accept(result);
                }
            });
        });
        reading = self[0];
        reading.schedule();
    }

    private Reading read(List<String> runs, IProgressMonitor monitor) {
        try {
            StudyFolder study = StudyFolder.open(input.root());
            Comparison whole = Comparison.read(study, input.getName(), monitor);
            boolean ofExperiment = runs.isEmpty() || whole.info().runs().containsAll(runs);
            Comparison shown = runs.isEmpty() ? whole
                    : ofExperiment ? whole.only(runs) : Comparison.ofRuns(study, runs, monitor);
            return new Reading.Read(whole, shown, study.runs());
        } catch (GlomeraException e) {
            LOG.log(Level.DEBUG, "An experiment could not be read.", e);
            return new Reading.Failed(e.getMessage());
        }
    }

    /** Makes a page; an earlier order of the same page is dropped. */
    void make(PageKind kind, Comparison comparison, ViewOptions options) {
        Job earlier = making.get(kind);
        if (earlier != null) {
            earlier.cancel();
        }
        Job[] self = new Job[1];
        self[0] = Job.createSystem("Making the page '" + kind.title() + "'", (ICoreRunnable) monitor -> {
            Page page = make(kind, comparison, options, monitor);
            tell(monitor, () -> {
                if (self[0] == making.get(kind)) {
                    onPage.accept(kind, page);
                }
            });
        });
        making.put(kind, self[0]);
        self[0].setPriority(Job.SHORT);
        self[0].schedule();
    }

    /** A page; one that a defect of the program keeps from being made says so in its place, and the others work. */
    private static Page make(PageKind kind, Comparison comparison, ViewOptions options, IProgressMonitor monitor) {
        try {
            return monitor.isCanceled() ? new Page(kind.name(), kind.title(), List.of())
                    : kind.make(comparison, options);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The page '" + kind.title() + "' could not be made.", e);
            return new Page(kind.name(), kind.title(), List.of(new Paragraph(Paragraph.Style.WARNING,
                    "This page could not be made because of a defect of the program; the log holds the details.")));
        }
    }

    private void tell(IProgressMonitor monitor, Runnable news) {
        if (!monitor.isCanceled() && !display.isDisposed()) {
            display.asyncExec(() -> {
                if (!disposed && !monitor.isCanceled()) {
                    news.run();
                }
            });
        }
    }

    /** Tells nothing any more. */
    void dispose() {
        disposed = true;
        if (reading != null) {
            reading.cancel();
        }
        making.values().forEach(Job::cancel);
    }
}
