package org.glomera.ui.cases;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.glomera.study.CaseFile;
import org.glomera.ui.model.ImageFacts;
import org.glomera.ui.model.ImageFactsReader;
import org.glomera.ui.model.StudyNode.Case;

/** Looks into the images of cases, one case after the other; what did not change is known already. */
final class FactsJob extends Job {

    private final BiConsumer<String, Map<CaseFile, ImageFacts>> receiver;
    private volatile List<Case> cases = List.of();

    /**
     * Makes the job of a table.
     *
     * @param receiver told of each case, on the job's thread
     */
    FactsJob(BiConsumer<String, Map<CaseFile, ImageFacts>> receiver) {
        super("Looking into the images of cases");
        this.receiver = Objects.requireNonNull(receiver);
        setSystem(true);
        setPriority(DECORATE);
    }

    /** Looks into these cases from now on. */
    void look(List<Case> newCases) {
        cases = List.copyOf(newCases);
        schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        List<Case> now = cases;
        SubMonitor progress = SubMonitor.convert(monitor, now.size());
        try {
            for (Case each : now) {
                receiver.accept(each.info().id(), ImageFactsReader.ofWorkbench().read(each, progress.split(1)));
            }
            return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FactsJob.class;
    }
}
