package org.glomera.ui.editor;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

/** Says which study a table shows. Kept between starts by the folder, with which a factory makes it again. */
public interface StudyTableInput extends IEditorInput, IPersistableElement {

    /** The study's folder, absolute. */
    Path root();

    /** The folder that was kept; empty when nothing was. */
    static Optional<Path> kept(IMemento memento) {
        return Optional.ofNullable(memento.getString("study")).map(Path::of);
    }

    @Override
    default String getToolTipText() {
        return root().toString();
    }

    @Override
    default boolean exists() {
        return true;
    }

    @Override
    default IPersistableElement getPersistable() {
        return this;
    }

    @Override
    default void saveState(IMemento memento) {
        memento.putString("study", root().toString());
    }

    @Override
    default <T> T getAdapter(Class<T> adapter) {
        return adapter.isInstance(this) ? adapter.cast(this) : null;
    }
}
