package org.glomera.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.scene.SceneViewPart;
import org.glomera.ui.viewer.SliceEditor;
import org.glomera.ui.viewer.SliceInput;

/** Shows the kidneys of the selected case in the 3D view of the current window, which is opened where it is not. */
public final class ShowInSceneHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        SliceInput input = SliceEditor.inputOf(HandlerUtil.getCurrentStructuredSelection(event).getFirstElement());
        try {
            if (page.showView(SceneViewPart.ID) instanceof SceneViewPart view && input != null) {
                view.show(input);
            }
        } catch (PartInitException e) {
            throw new ExecutionException("The 3D view could not be opened.", e);
        }
        return null;
    }
}
