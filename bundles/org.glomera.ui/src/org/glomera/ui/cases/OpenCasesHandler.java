package org.glomera.ui.cases;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.studies.OpenStudies;

/** Opens the table of the cases of the selected studies; of the only open study where none is selected. */
public final class OpenCasesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<Path> roots = new ArrayList<>();
        for (Object element : HandlerUtil.getCurrentStructuredSelection(event).toList()) {
            StudyNode node = Adapters.adapt(element, StudyNode.class);
            if (node != null && !roots.contains(node.root())) {
                roots.add(node.root());
            }
        }
        List<StudyNode> open = OpenStudies.ofWorkbench().studies();
        if (roots.isEmpty() && !open.isEmpty()) {
            roots.add(open.get(0).root());
        }
        for (Path root : roots) {
            try {
                HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().openEditor(new CasesInput(root),
                        CasesEditor.ID);
            } catch (PartInitException e) {
                throw new ExecutionException("The cases of '" + root.getFileName() + "' could not be shown.", e);
            }
        }
        return null;
    }
}
