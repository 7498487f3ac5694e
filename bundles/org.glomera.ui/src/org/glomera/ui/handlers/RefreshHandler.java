package org.glomera.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.glomera.ui.studies.OpenStudies;

/** Reads all open studies anew. */
public final class RefreshHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        OpenStudies.ofWorkbench().refresh();
        return null;
    }
}
