package org.glomera.ui.welcome;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.glomera.ui.Images;

/** The welcome page's input: there is one. Kept between starts by {@link WelcomeInputFactory}. */
public final class WelcomeInput implements IEditorInput, IPersistableElement {

    /** The only one. */
    public static final WelcomeInput INSTANCE = new WelcomeInput();

    private WelcomeInput() {
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Images.descriptor("welcome");
    }

    @Override
    public String getName() {
        return "Welcome";
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getFactoryId() {
        return WelcomeInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        // there is only one, so its factory needs no state
    }

    @Override
    public String getToolTipText() {
        return "Welcome to Glomera";
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter.isInstance(this) ? adapter.cast(this) : null;
    }
}
