package org.glomera.ui.registering;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Case;

/**
 * Opens the registrations of the study of what is selected, with the selected cases marked, and asks by which method they
 * are to be registered; with a whole study selected it only opens them.
 */
public final class RegisterHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<Case> cases = new ArrayList<>();
        StudyNode first = null;
        for (Object element : HandlerUtil.getCurrentStructuredSelection(event).toList()) {
            StudyNode node = Adapters.adapt(element, StudyNode.class);
            Case shown = Adapters.adapt(element, Case.class);
            StudyNode line = shown != null ? shown : node;
            first = first == null ? line : first;
            if (shown != null && shown.root().equals(first.root())) {
                cases.add(shown);
            }
        }
        if (first == null) {
            return null;
        }
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        try {
            if (page.openEditor(new RegistrationsInput(first.root()), RegistrationsEditor.ID)
                    instanceof RegistrationsEditor editor && !cases.isEmpty()) {
                editor.select(cases.stream().map(each -> each.info().id()).toList());
                editor.ask();
            }
        } catch (PartInitException e) {
            throw new ExecutionException("The registrations of '" + first.root().getFileName() + "' could not be shown.",
                    e);
        }
        return null;
    }
}
