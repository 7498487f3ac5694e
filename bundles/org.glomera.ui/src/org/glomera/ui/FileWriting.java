package org.glomera.ui;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.glomera.core.GlomeraException;

/**
 * Asks where files go and writes them in a job that the Progress view shows. What goes wrong is said in one sentence;
 * the details go to the log.
 */
public final class FileWriting {

    private static final System.Logger LOG = System.getLogger(FileWriting.class.getName());

    /** Writes to a file or folder, on a job's thread. */
    @FunctionalInterface
    public interface Task {

        /**
         * Writes.
         *
         * @throws GlomeraException with a sentence for the user
         */
        void write(Path target, IProgressMonitor monitor) throws GlomeraException;
    }

    private final Shell shell;
    private final Consumer<String> status;

    /**
     * Makes one for a window.
     *
     * @param status told in a sentence what was written, on the UI thread
     */
    public FileWriting(Shell shell, Consumer<String> status) {
        this.shell = shell;
        this.status = status;
    }

    /** Asks for a file and writes it; the ending of the proposed name is added where it is missing. */
    public void toFile(String proposed, Task task) {
        String ending = proposed.substring(proposed.lastIndexOf('.'));
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFileName(proposed);
        dialog.setFilterExtensions(new String[] {"*" + ending, "*"});
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            start(Path.of(chosen.endsWith(ending) ? chosen : chosen + ending), task);
        }
    }

    /** Asks for a folder and writes into it. */
    public void toFolder(String message, Task task) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.SAVE);
        dialog.setMessage(message);
        String chosen = dialog.open();
        if (chosen != null) {
            start(Path.of(chosen), task);
        }
    }

    /** Writes to a file or folder, in a job. */
    public Job start(Path target, Task task) {
        Job job = Job.create("Writing " + target.getFileName(), (ICoreRunnable) monitor -> {
            try {
                task.write(target, monitor);
                later(() -> status.accept("Written: " + target));
            } catch (OperationCanceledException e) {
                LOG.log(Level.DEBUG, "Writing was cancelled.");
                throw e;
            } catch (GlomeraException e) {
                LOG.log(Level.ERROR, "An export failed.", e);
                later(() -> MessageDialog.openError(shell, "Export", e.getMessage()));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "An export failed.", e);
                later(() -> MessageDialog.openError(shell, "Export", "'" + target.getFileName() + "' could not be made"
                        + " because of a defect of the program; the log holds the details."));
            }
        });
        job.setUser(true);
        job.schedule();
        return job;
    }

    private void later(Runnable news) {
        if (!shell.isDisposed()) {
            shell.getDisplay().asyncExec(() -> {
                if (!shell.isDisposed()) {
                    news.run();
                }
            });
        }
    }
}
