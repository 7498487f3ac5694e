package org.glomera.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.experiment.ExperimentEditor;
import org.glomera.ui.experiment.ExperimentInput;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Experiment;

/** Opens the editors of the selected experiments. */
public final class OpenHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        for (StudyNode node : Selected.nodes(event)) {
            if (node instanceof Experiment experiment) {
                try {
                    page.openEditor(new ExperimentInput(experiment.root(), experiment.info().name()),
                            ExperimentEditor.ID);
                } catch (PartInitException e) {
                    throw new ExecutionException("The experiment's editor could not be opened.", e);
                }
            }
        }
        return null;
    }
}
