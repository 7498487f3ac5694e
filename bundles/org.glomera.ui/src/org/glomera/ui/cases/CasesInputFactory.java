package org.glomera.ui.cases;

import java.nio.file.Path;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Makes the input of a table of cases again when the workbench starts. */
public final class CasesInputFactory implements IElementFactory {

    static final String ID = "org.glomera.ui.casesInputs";
    static final String ROOT = "study";

    @Override
    public IAdaptable createElement(IMemento memento) {
        String root = memento.getString(ROOT);
        return root == null ? null : new CasesInput(Path.of(root));
    }
}
