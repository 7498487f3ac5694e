package org.glomera.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.welcome.FirstStepsView;

/** Shows a newcomer's first steps beside the other parts. */
public final class FirstStepsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(FirstStepsView.ID);
        } catch (PartInitException e) {
            throw new ExecutionException("The first steps could not be shown.", e);
        }
        return null;
    }
}
