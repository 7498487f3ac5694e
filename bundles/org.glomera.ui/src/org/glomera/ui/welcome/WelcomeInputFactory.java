package org.glomera.ui.welcome;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Brings the welcome page back when it was open at the end of the last session. */
public final class WelcomeInputFactory implements IElementFactory {

    static final String ID = "org.glomera.ui.welcomeInput";

    @Override
    public IAdaptable createElement(IMemento memento) {
        return WelcomeInput.INSTANCE;
    }
}
