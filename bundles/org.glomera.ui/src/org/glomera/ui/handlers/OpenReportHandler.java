package org.glomera.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.CaseSelection;
import org.glomera.ui.Reports;
import org.glomera.ui.model.StudyNode.Experiment;

/** Opens the reports of the selected experiments in the browser of this desktop. */
public final class OpenReportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        for (Object chosen : HandlerUtil.getCurrentStructuredSelection(event).toList()) {
            if (chosen instanceof Experiment experiment) {
                Reports.open(shell, experiment.report());
            } else if (chosen instanceof CaseSelection selected) {
                Reports.open(shell, selected.studyRoot().resolve("experiments").resolve(selected.experiment())
                        .resolve("report.html"));
            }
        }
        return null;
    }
}
