package org.glomera.ui.experiment;

import java.nio.file.Path;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Makes the input of an experiment's editor again when the workbench starts. */
public final class ExperimentInputFactory implements IElementFactory {

    static final String ID = "org.glomera.ui.experimentInputs";
    static final String ROOT = "study";
    static final String NAME = "experiment";

    @Override
    public IAdaptable createElement(IMemento memento) {
        String root = memento.getString(ROOT);
        String name = memento.getString(NAME);
        return root == null || name == null ? null : new ExperimentInput(Path.of(root), name);
    }
}
