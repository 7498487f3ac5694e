package org.glomera.ui.training;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.pipeline.PipelineServices;
import org.glomera.ui.model.StudyNode.Run;

/**
 * Tells the training of the selected run to stop and to keep its last finished epoch, wherever it goes on: in this
 * window, in another program or in a shell.
 */
public final class StopAndKeepHandler extends AbstractHandler {

    private static final String TITLE = "Stop Now and Keep";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof Run run
                && MessageDialog.open(MessageDialog.QUESTION, shell, TITLE, question(run), 0, TITLE, "Go On Training")
                        == 0) {
            stop(shell, run.root(), run.info().name());
        }
        return null;
    }

    private static String question(Run run) {
        int done = run.info().epochsDone();
        String kept = done == 0 ? "No epoch is finished yet: the training ends after the first one."
                : "The training ends after the step under way and keeps epoch " + done + " of " + run.info().epochsPlanned()
                        + " as its result.";
        return kept + " The run can be measured and compared as it is, and resumed to its planned last epoch later.\n\nWhere"
                + " the test cases' curve is the reason to stop, the test cases become part of the training; the run's"
                + " notes say so.";
    }

    private static void stop(Shell shell, Path root, String run) {
        Background.run(shell, "Stopping a training", monitor -> {
            PipelineServices.stopAndKeep(root, run);
            return run;
        }, told -> {
        }, sentence -> MessageDialog.openInformation(shell, TITLE, sentence));
    }
}
