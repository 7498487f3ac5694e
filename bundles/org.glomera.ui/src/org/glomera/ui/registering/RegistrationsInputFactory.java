package org.glomera.ui.registering;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.glomera.ui.editor.StudyTableInput;

/** Makes the input of a table of registrations again when the workbench starts. */
public final class RegistrationsInputFactory implements IElementFactory {

    static final String ID = "org.glomera.ui.registrationsInputs";

    @Override
    public IAdaptable createElement(IMemento memento) {
        return StudyTableInput.kept(memento).map(RegistrationsInput::new).orElse(null);
    }
}
