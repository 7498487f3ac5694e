package org.glomera.ui.experiment;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.glomera.ui.Images;

/** Says which experiment an editor shows. Kept between starts by {@link ExperimentInputFactory}. */
public final class ExperimentInput implements IEditorInput, IPersistableElement {

    private final Path root;
    private final String name;

    /**
     * Names an experiment.
     *
     * @param root the study's folder, absolute
     * @param name the experiment's name
     */
    public ExperimentInput(Path root, String name) {
        this.root = Objects.requireNonNull(root);
        this.name = Objects.requireNonNull(name);
    }

    /** The study's folder. */
    public Path root() {
        return root;
    }

    /** The file of the report, which need not be there. */
    public Path report() {
        return root.resolve("experiments").resolve(name).resolve("report.html");
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getToolTipText() {
        return root.resolve("experiments").resolve(name).toString();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Images.descriptor("experiment");
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getFactoryId() {
        return ExperimentInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(ExperimentInputFactory.ROOT, root.toString());
        memento.putString(ExperimentInputFactory.NAME, name);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter.isInstance(this) ? adapter.cast(this) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExperimentInput input && input.root.equals(root) && input.name.equals(name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(root, name);
    }
}
