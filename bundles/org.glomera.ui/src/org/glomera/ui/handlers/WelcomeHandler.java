package org.glomera.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.welcome.WelcomeEditor;
import org.glomera.ui.welcome.WelcomeInput;

/** Shows the welcome page. */
public final class WelcomeHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().openEditor(WelcomeInput.INSTANCE,
                    WelcomeEditor.ID);
        } catch (PartInitException e) {
            throw new ExecutionException("The welcome page could not be opened.", e);
        }
        return null;
    }
}
