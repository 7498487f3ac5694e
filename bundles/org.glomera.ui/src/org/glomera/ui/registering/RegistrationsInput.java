package org.glomera.ui.registering;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.glomera.ui.Images;

/**
 * Says whose registrations a table shows. Kept between starts by {@link RegistrationsInputFactory}.
 *
 * @param root the study's folder, absolute
 */
public record RegistrationsInput(Path root) implements IEditorInput, IPersistableElement {

    /** Refuses a missing folder. */
    public RegistrationsInput {
        Objects.requireNonNull(root);
    }

    @Override
    public String getName() {
        return "SPECT onto CT of " + root.getFileName();
    }

    @Override
    public String getToolTipText() {
        return root.toString();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Images.descriptor("register");
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getFactoryId() {
        return RegistrationsInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(RegistrationsInputFactory.ROOT, root.toString());
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter.isInstance(this) ? adapter.cast(this) : null;
    }
}
