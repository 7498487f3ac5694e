package org.glomera.ui.cases;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.glomera.ui.editor.StudyTableInput;

/** Makes the input of a table of cases again when the workbench starts. */
public final class CasesInputFactory implements IElementFactory {

    static final String ID = "org.glomera.ui.casesInputs";

    @Override
    public IAdaptable createElement(IMemento memento) {
        return StudyTableInput.kept(memento).map(CasesInput::new).orElse(null);
    }
}
