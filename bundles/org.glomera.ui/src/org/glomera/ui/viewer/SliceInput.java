package org.glomera.ui.viewer;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.glomera.ui.Images;

/** Says which case a viewer shows. Kept between starts by {@link SliceInputFactory}. */
public final class SliceInput implements IEditorInput, IPersistableElement {

    private final Path root;
    private final String caseId;
    private final String experiment;

    /**
     * Names a case.
     *
     * @param root the study's folder, absolute
     * @param caseId identifier of the case
     * @param experiment the experiment whose order gives the networks' colours; empty: the first that has the case
     */
    public SliceInput(Path root, String caseId, String experiment) {
        this.root = Objects.requireNonNull(root);
        this.caseId = Objects.requireNonNull(caseId);
        this.experiment = Objects.requireNonNull(experiment);
    }

    /** The study's folder. */
    public Path root() {
        return root;
    }

    /** Identifier of the case. */
    public String caseId() {
        return caseId;
    }

    /** The experiment whose order gives the networks' colours; may be empty. */
    public String experiment() {
        return experiment;
    }

    /** Whether another input is of the same case. */
    public boolean isSameCase(SliceInput other) {
        return root.equals(other.root) && caseId.equals(other.caseId);
    }

    @Override
    public String getName() {
        return caseId;
    }

    @Override
    public String getToolTipText() {
        return root.resolve("cases").resolve(caseId).toString();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Images.descriptor("image");
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getFactoryId() {
        return SliceInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(SliceInputFactory.ROOT, root.toString());
        memento.putString(SliceInputFactory.CASE, caseId);
        memento.putString(SliceInputFactory.EXPERIMENT, experiment);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter.isInstance(this) ? adapter.cast(this) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SliceInput input && isSameCase(input) && experiment.equals(input.experiment);
    }

    @Override
    public int hashCode() {
        return Objects.hash(root, caseId, experiment);
    }
}
