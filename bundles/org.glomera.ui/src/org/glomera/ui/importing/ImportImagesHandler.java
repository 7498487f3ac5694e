package org.glomera.ui.importing;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.studies.OpenStudies;

/** Imports images, into the study that is selected where one is. */
public final class ImportImagesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ImportImages.open(List.of(), studyOf(HandlerUtil.getCurrentSelection(event)));
        return null;
    }

    /** The study of the selected line, else the only one that is open; null when there is none. */
    private static Path studyOf(Object selection) {
        if (selection instanceof IStructuredSelection lines && lines.getFirstElement() instanceof StudyNode node) {
            return node.root();
        }
        List<StudyNode> open = OpenStudies.ofWorkbench().studies();
        return open.size() == 1 ? open.get(0).root() : null;
    }
}
