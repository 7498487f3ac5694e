package org.glomera.ui.handlers;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.editor.ItemInput.Kind;
import org.glomera.ui.comparison.ComparisonEditor;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Experiment;
import org.glomera.ui.model.StudyNode.Run;
import org.glomera.ui.run.RunEditor;

/** Opens the editors of the selected runs and experiments. */
public final class OpenHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        for (StudyNode node : Selected.nodes(event)) {
            try {
                if (node instanceof Run run) {
                    page.openEditor(new ItemInput(Kind.RUN, run.root(), run.info().name()), RunEditor.ID);
                } else if (node instanceof Experiment experiment) {
                    openExperiment(page, experiment.root(), experiment.info().name());
                }
            } catch (PartInitException e) {
                throw new ExecutionException("'" + node.path().getFileName() + "' could not be shown.", e);
            }
        }
        return null;
    }

    /** Opens the editor of an experiment, or brings it to the front. */
    static void openExperiment(IWorkbenchPage page, Path root, String name) throws PartInitException {
        page.openEditor(new ItemInput(Kind.EXPERIMENT, root, name), ComparisonEditor.ID);
    }
}
