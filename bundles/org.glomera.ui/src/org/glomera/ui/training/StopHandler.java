package org.glomera.ui.training;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.model.StudyNode.Run;

/** Stops the training of the selected run in this window; it goes on from its last finished epoch when resumed. */
public final class StopHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof Run run) {
            Job[] jobs = RunTester.jobs(run);
            for (Job job : jobs) {
                job.cancel();
            }
            if (jobs.length == 0) {
                MessageDialog.openInformation(HandlerUtil.getActiveShellChecked(event), "Stop Training", "The run "
                        + run.info().name() + " is not trained by this window. Stop it where it was started, or use Stop"
                        + " Now and Keep, which works from here. When the program that trained it is gone, the run can be"
                        + " resumed.");
            }
        }
        return null;
    }
}
