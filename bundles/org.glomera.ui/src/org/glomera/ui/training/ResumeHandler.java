package org.glomera.ui.training;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.core.GlomeraException;
import org.glomera.ui.model.StudyNode.Run;
import org.glomera.ui.preferences.Settings;

/** Resumes the training of the selected runs, one after the other, with the settings that stand in their run.json. */
public final class ResumeHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        TrainingJobs jobs = new TrainingJobs(Settings.ofWorkbench().services(), window.getActivePage());
        for (Object line : HandlerUtil.getCurrentStructuredSelection(event).toList()) {
            if (line instanceof Run run && RunTester.isResumable(run)) {
                try {
                    jobs.resume(run.root(), run.info());
                } catch (GlomeraException e) {
                    MessageDialog.openInformation(window.getShell(), "Resume Training", e.getMessage());
                }
            }
        }
        return null;
    }
}
