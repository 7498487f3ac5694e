package org.glomera.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.studies.OpenStudies;

/** Closes the studies that the selected lines belong to; their files stay. */
public final class CloseStudyHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Selected.nodes(event).stream().map(StudyNode::root).distinct().forEach(OpenStudies.ofWorkbench()::close);
        return null;
    }
}
