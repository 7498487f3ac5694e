package org.glomera.ui.checkup;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows what is installed. */
public final class CheckupHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        new CheckupDialog(HandlerUtil.getActiveShellChecked(event)).open();
        return null;
    }
}
