package org.glomera.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.viewer.SliceEditor;
import org.glomera.ui.viewer.SliceInput;

/** Opens the images of the selected case: in the viewer that follows the selection, else in a new one. */
public final class OpenImagesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        SliceInput input = SliceEditor.inputOf(HandlerUtil.getCurrentStructuredSelection(event).getFirstElement());
        if (input != null) {
            try {
                SliceEditor.open(page, input);
            } catch (PartInitException e) {
                throw new ExecutionException("The images of '" + input.caseId() + "' could not be shown.", e);
            }
        }
        return null;
    }
}
