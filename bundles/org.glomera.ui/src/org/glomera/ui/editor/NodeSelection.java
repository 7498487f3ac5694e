package org.glomera.ui.editor;

import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.glomera.ui.model.StudyNode;

/** Makes what an editor shows the selection of its page, so that commands and properties find it. UI thread only. */
public final class NodeSelection implements ISelectionProvider {

    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private ISelection selection = StructuredSelection.EMPTY;

    /** Selects the line of the open studies that an editor shows, or nothing when its study is not open. */
    public void select(ItemInput input, List<StudyNode> studies) {
        StudyNode node = find(input, studies);
        setSelection(node == null ? StructuredSelection.EMPTY : new StructuredSelection(node));
    }

    private static StudyNode find(ItemInput input, List<StudyNode> nodes) {
        for (StudyNode node : nodes) {
            boolean isItem = (node instanceof StudyNode.Run || node instanceof StudyNode.Experiment)
                    && node.path().equals(input.folder());
            StudyNode found = isItem ? node : find(input, node.children());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection newSelection) {
        if (!Objects.equals(selection, newSelection)) {
            selection = newSelection;
            listeners.forEach(listener -> listener.selectionChanged(new SelectionChangedEvent(this, newSelection)));
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
}
