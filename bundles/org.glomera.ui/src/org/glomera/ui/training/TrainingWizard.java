package org.glomera.ui.training;

import java.lang.System.Logger.Level;
import java.util.List;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.glomera.pipeline.PipelineServices;
import org.glomera.ui.Images;
import org.glomera.ui.model.StudyNode.Study;
import org.glomera.ui.preferences.Settings;

/** Starts trainings: from which settings, with which changes, and what they will take. */
public final class TrainingWizard extends Wizard {

    private static final System.Logger LOG = System.getLogger(TrainingWizard.class.getName());
    private static final String PROGRESS = "org.eclipse.ui.views.ProgressView";

    private final TrainingPlan plan;
    private final IWorkbenchPage page;
    private final List<Study> studies;
    private final String run;
    private SummaryPage summary;

    /**
     * Makes the wizard.
     *
     * @param services trains
     * @param page shows the runs when they begin
     * @param studies the open studies, at least one
     * @param chosen the study that is offered first
     * @param run the run whose settings are offered first; empty for a preset
     */
    public TrainingWizard(PipelineServices services, IWorkbenchPage page, List<Study> studies, Study chosen,
            String run) {
        this.plan = new TrainingPlan(services, chosen, Settings.ofWorkbench().threads());
        this.page = page;
        this.studies = List.copyOf(studies);
        this.run = run;
        setWindowTitle("Train Networks");
        setDefaultPageImageDescriptor(Images.descriptor("wizard_train"));
    }

    @Override
    public void addPages() {
        summary = new SummaryPage(plan);
        addPage(new StartPage(plan, studies, run));
        addPage(new SettingsPage(plan));
        addPage(summary);
    }

    /** Pages are made when they are shown first: a list that is made and filled while it is hidden stays blank on GTK. */
    @Override
    public void createPageControls(Composite pageContainer) {
        setHelpAvailable(false);
    }

    /** What the pages fill in, for tests. */
    TrainingPlan plan() {
        return plan;
    }

    /** Only from the last page, which says what will be done. */
    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == summary && super.canFinish();
    }

    @Override
    public boolean performFinish() {
        summary.stop();
        new TrainingJobs(plan.services(), page).start(plan.request());
        showProgress();
        return true;
    }

    private void showProgress() {
        try {
            page.showView(PROGRESS, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            LOG.log(Level.WARNING, "The Progress view could not be shown.", e);
        }
    }

    @Override
    public boolean performCancel() {
        summary.stop();
        return true;
    }
}
