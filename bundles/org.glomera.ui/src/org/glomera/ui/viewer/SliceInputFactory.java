package org.glomera.ui.viewer;

import java.nio.file.Path;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Makes the input of a viewer again when the workbench starts. */
public final class SliceInputFactory implements IElementFactory {

    static final String ID = "org.glomera.ui.sliceInputs";
    static final String ROOT = "study";
    static final String CASE = "case";
    static final String EXPERIMENT = "experiment";

    @Override
    public IAdaptable createElement(IMemento memento) {
        String root = memento.getString(ROOT);
        String caseId = memento.getString(CASE);
        String experiment = memento.getString(EXPERIMENT);
        return root == null || caseId == null ? null
                : new SliceInput(Path.of(root), caseId, experiment == null ? "" : experiment);
    }
}
