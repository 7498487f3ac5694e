package org.glomera.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IAdaptable;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.studies.OpenStudies;

/**
 * A case of an experiment that somebody selected, with the runs that are compared over it.
 *
 * <p>The comparison editor publishes it as the only element of the selection of its part, so whatever listens to the
 * window's selection service hears of it: the slice viewer and the 3D view are meant to show this case with the
 * outlines of these runs. The editor follows in turn: it selects the case when another part of the window publishes a
 * {@code CaseSelection} or a line {@link StudyNode.Case} of the same study. A listener reads it so:
 *
 * <pre>{@code
 * if (selection instanceof IStructuredSelection lines && lines.getFirstElement() instanceof CaseSelection chosen) {
 *     show(chosen.studyRoot(), chosen.caseId(), chosen.runs());
 * }
 * }</pre>
 *
 * <p>It adapts to the explorer's line of the case, {@link StudyNode.Case}, as long as its study is open and has the
 * case; a sample experiment of tables alone has none. Immutable; {@link #getAdapter} may be called on any thread.
 *
 * @param studyRoot the study's folder, absolute
 * @param experiment name of the experiment
 * @param caseId identifier of the case
 * @param runs names of the runs that are compared, in the order in which they are shown; their segmentations lie in
 *        {@code runs/NAME/segmentations}
 */
public record CaseSelection(Path studyRoot, String experiment, String caseId, List<String> runs)
        implements IAdaptable {

    /** Copies the list. */
    public CaseSelection {
        Objects.requireNonNull(studyRoot);
        Objects.requireNonNull(experiment);
        Objects.requireNonNull(caseId);
        runs = List.copyOf(runs);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter.isInstance(this)) {
            return adapter.cast(this);
        }
        return adapter.isAssignableFrom(StudyNode.Case.class) && StudyNode.class.isAssignableFrom(adapter)
                ? adapter.cast(find(OpenStudies.ofWorkbench().studies())) : null;
    }

    /** The line of the case; of one that stands in two groups the first. Null when there is none. */
    private StudyNode.Case find(List<StudyNode> nodes) {
        for (StudyNode node : nodes) {
            if (node.root().equals(studyRoot)) {
                StudyNode.Case found = node instanceof StudyNode.Case line && line.info().id().equals(caseId) ? line
                        : find(node.children());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
