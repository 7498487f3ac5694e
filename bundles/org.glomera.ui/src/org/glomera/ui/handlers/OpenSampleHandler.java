package org.glomera.ui.handlers;

import java.lang.System.Logger.Level;
import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.core.GlomeraException;
import org.glomera.samples.ReferenceStudy;
import org.glomera.ui.studies.OpenStudies;
import org.glomera.ui.studies.SampleStudies;

/** Opens the reference study and its experiment; writes it first where it is not there. */
public final class OpenSampleHandler extends AbstractHandler {

    private static final System.Logger LOG = System.getLogger(OpenSampleHandler.class.getName());

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Path folder = SampleStudies.reference();
        if (ReferenceStudy.isThere(folder)) {
            open(window, folder);
        } else {
            new WritingJob(window, folder).schedule();
        }
        return null;
    }

    private static void open(IWorkbenchWindow window, Path folder) {
        OpenStudies.ofWorkbench().open(folder);
        IWorkbenchPage page = window.getActivePage();
        try {
            OpenHandler.openExperiment(page, folder, ReferenceStudy.EXPERIMENT);
        } catch (PartInitException e) {
            LOG.log(Level.WARNING, "The experiment of the reference study could not be shown.", e);
            MessageDialog.openError(window.getShell(), "Open Sample", "The reference study is open, but its experiment"
                    + " could not be shown: " + e.getMessage());
        }
    }

    /** Writes the study, then opens it on the UI thread. */
    private static final class WritingJob extends Job {

        private final IWorkbenchWindow window;
        private final Path folder;

        WritingJob(IWorkbenchWindow window, Path folder) {
            super("Writing the reference study");
            this.window = window;
            this.folder = folder;
            setUser(true);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                ReferenceStudy.write(folder, monitor);
            } catch (GlomeraException e) {
                LOG.log(Level.WARNING, e.getMessage(), e);
                later(() -> MessageDialog.openError(window.getShell(), "Open Sample", e.getMessage()));
                return Status.OK_STATUS;
            }
            later(() -> open(window, folder));
            return Status.OK_STATUS;
        }

        private void later(Runnable task) {
            window.getWorkbench().getDisplay().asyncExec(() -> {
                if (window.getShell() != null && !window.getShell().isDisposed()) {
                    task.run();
                }
            });
        }
    }
}
