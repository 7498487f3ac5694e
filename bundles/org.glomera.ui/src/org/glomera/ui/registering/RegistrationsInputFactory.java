package org.glomera.ui.registering;

import java.nio.file.Path;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Makes the input of a table of registrations again when the workbench starts. */
public final class RegistrationsInputFactory implements IElementFactory {

    static final String ID = "org.glomera.ui.registrationsInputs";
    static final String ROOT = "study";

    @Override
    public IAdaptable createElement(IMemento memento) {
        String root = memento.getString(ROOT);
        return root == null ? null : new RegistrationsInput(Path.of(root));
    }
}
