package org.glomera.ui.editor;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.glomera.ui.properties.NodePropertySheetPage;

/** A page in the editor area that shows and, unless it says otherwise, never changes anything. The Properties view tells of what it selects. */
public abstract class ReadOnlyEditor extends EditorPart {

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public <A> A getAdapter(Class<A> adapter) {
        return adapter == IPropertySheetPage.class ? adapter.cast(new NodePropertySheetPage())
                : super.getAdapter(adapter);
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        throw new UnsupportedOperationException("nothing is edited here");
    }

    @Override
    public final void doSaveAs() {
        throw new UnsupportedOperationException("nothing is edited here");
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public final boolean isSaveAsAllowed() {
        return false;
    }
}
