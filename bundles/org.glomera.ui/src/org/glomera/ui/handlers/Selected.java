package org.glomera.ui.handlers;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.model.StudyNode;

/** The lines of the explorer that are selected when a command is run. */
final class Selected {

    private Selected() {
    }

    static List<StudyNode> nodes(ExecutionEvent event) {
        List<?> selected = HandlerUtil.getCurrentStructuredSelection(event).toList();
        return selected.stream().filter(StudyNode.class::isInstance).map(StudyNode.class::cast).toList();
    }

    static Optional<StudyNode> first(ExecutionEvent event) {
        return nodes(event).stream().findFirst();
    }
}
