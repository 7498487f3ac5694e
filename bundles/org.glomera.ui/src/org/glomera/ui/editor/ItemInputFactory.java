package org.glomera.ui.editor;

import java.nio.file.Path;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.glomera.ui.editor.ItemInput.Kind;

/** Makes the input of an editor again when the workbench starts. */
public final class ItemInputFactory implements IElementFactory {

    static final String ID = "org.glomera.ui.itemInputs";
    static final String KIND = "kind";
    static final String ROOT = "study";
    static final String NAME = "name";

    @Override
    public IAdaptable createElement(IMemento memento) {
        String kind = memento.getString(KIND);
        String root = memento.getString(ROOT);
        String name = memento.getString(NAME);
        return kind == null || root == null || name == null ? null
                : new ItemInput(Kind.valueOf(kind), Path.of(root), name);
    }
}
