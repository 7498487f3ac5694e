package org.glomera.ui.cases;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.glomera.ui.model.StudyNode.Case;

/** Publishes the selected rows as the explorer's lines of their cases. Only on the UI thread. */
final class StudySelection implements IPostSelectionProvider {

    private final CasesTable table;
    private final List<ISelectionChangedListener> listeners = new CopyOnWriteArrayList<>();

    StudySelection(CasesTable table) {
        this.table = table;
    }

    /** Tells the listeners what is selected. */
    void tell() {
        SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
        listeners.forEach(listener -> listener.selectionChanged(event));
    }

    @Override
    public ISelection getSelection() {
        return new StructuredSelection(table.selected().stream().map(CaseRow::shown).toList());
    }

    @Override
    public void setSelection(ISelection selection) {
        if (selection instanceof IStructuredSelection lines && lines.getFirstElement() instanceof Case shown) {
            table.select(shown.info().id());
            tell();
        }
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    /** The listeners of both kinds are told once: a table's selection changes by a click, not by moving. */
    @Override
    public void addPostSelectionChangedListener(ISelectionChangedListener listener) {
        if (!listeners.contains(listener)) {
            listeners.add(listener);
        }
    }

    @Override
    public void removePostSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
