package org.glomera.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.StudyPerspective;
import org.glomera.ui.scene.ScenePerspective;

/** Changes between the perspective of studies and that of kidneys in 3D. */
public final class ScenePerspectiveHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        String now = window.getActivePage().getPerspective().getId();
        try {
            window.getWorkbench().showPerspective(ScenePerspective.ID.equals(now) ? StudyPerspective.ID
                    : ScenePerspective.ID, window);
        } catch (WorkbenchException e) {
            throw new ExecutionException("The perspective could not be shown.", e);
        }
        return null;
    }
}
