package org.glomera.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.Reports;

/** Shows the folder of the first selected line in the file manager of this desktop. */
public final class ShowFolderHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Selected.first(event).ifPresent(node -> Reports.showFolder(shell, node.path()));
        return null;
    }
}
