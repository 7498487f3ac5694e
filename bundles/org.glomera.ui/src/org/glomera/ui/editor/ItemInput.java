package org.glomera.ui.editor;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.glomera.ui.Images;

/** Says which run or experiment an editor shows. Kept between starts by {@link ItemInputFactory}. */
public final class ItemInput implements IEditorInput, IPersistableElement {

    /** What is shown. */
    public enum Kind {
        /** A run. */
        RUN("runs", "run"),
        /** An experiment. */
        EXPERIMENT("experiments", "experiment");

        private final String folder;
        private final String icon;

        Kind(String folder, String icon) {
            this.folder = folder;
            this.icon = icon;
        }
    }

    private final Kind kind;
    private final Path root;
    private final String name;

    /**
     * Names a run or an experiment.
     *
     * @param kind what it is
     * @param root the study's folder, absolute
     * @param name its name
     */
    public ItemInput(Kind kind, Path root, String name) {
        this.kind = Objects.requireNonNull(kind);
        this.root = Objects.requireNonNull(root);
        this.name = Objects.requireNonNull(name);
    }

    /** What is shown. */
    public Kind kind() {
        return kind;
    }

    /** The study's folder. */
    public Path root() {
        return root;
    }

    /** The folder of the run or experiment. */
    public Path folder() {
        return root.resolve(kind.folder).resolve(name);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getToolTipText() {
        return folder().toString();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Images.descriptor(kind.icon);
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getFactoryId() {
        return ItemInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(ItemInputFactory.KIND, kind.name());
        memento.putString(ItemInputFactory.ROOT, root.toString());
        memento.putString(ItemInputFactory.NAME, name);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter.isInstance(this) ? adapter.cast(this) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemInput input && input.kind == kind && input.root.equals(root)
                && input.name.equals(name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, root, name);
    }
}
