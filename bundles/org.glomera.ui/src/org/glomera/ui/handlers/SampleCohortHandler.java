package org.glomera.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.welcome.MadeStudy;

/** Opens the sample cohort with its comparison; makes it first, in the background, where it is not there. */
public final class SampleCohortHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        MadeStudy.SAMPLE_COHORT.openOrMake(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        return null;
    }
}
