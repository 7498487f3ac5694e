package org.glomera.ui.jobs;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.glomera.ui.preferences.Settings;

/** Asks before a window closes in which work of the pipeline is going on. Only on the UI thread. */
public final class WorkAtClosing {

    /** A service answers a cancel within a second; then it has time to write how it ended. */
    private static final long PATIENCE_MS = 3000;
    private static final int PAUSE_MS = 20;
    private static final int STOP = 1;

    private WorkAtClosing() {
    }

    /**
     * Whether the window may close: nothing is going on, or the user wants it and the work was stopped.
     *
     * @param shell the window
     */
    public static boolean mayClose(Shell shell) {
        List<Job> jobs = running();
        if (jobs.isEmpty()) {
            return true;
        }
        int answer = !Settings.ofWorkbench().asksBeforeClosing() ? STOP : MessageDialog.open(MessageDialog.QUESTION, shell, "Work Is Going On", question(jobs), 0,
                "Keep Window Open", "Stop and Close");
        if (answer != STOP) {
            return false;
        }
        stop(shell.getDisplay());
        return true;
    }

    /** The jobs that run or wait. */
    public static List<Job> running() {
        return Arrays.asList(Job.getJobManager().find(PipelineJob.class));
    }

    /** What the user is asked. */
    static String question(List<Job> jobs) {
        StringBuilder text = new StringBuilder(jobs.size() == 1 ? "This is not finished:" : "These are not finished:");
        jobs.forEach(job -> text.append("\n    \u2022 ").append(job.getName())
                .append(job.getState() == Job.RUNNING ? "" : " (waiting)"));
        return text.append("\n\nClosing the window stops ").append(jobs.size() == 1 ? "it" : "them")
                .append(" within a second. What is done is kept: a training goes on from its last finished epoch when"
                        + " it is resumed (select the run, then Resume Training).").toString();
    }

    /** Stops what is going on without asking, when the process is told to end; waits a few seconds at most. */
    public static void stop(Display display) {
        running().forEach(Job::cancel);
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (!running().isEmpty() && System.currentTimeMillis() < end) {
            if (!display.readAndDispatch()) {
                display.timerExec(PAUSE_MS, () -> {
                });
                display.sleep();
            }
        }
    }
}
