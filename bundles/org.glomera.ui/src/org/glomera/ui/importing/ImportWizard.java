package org.glomera.ui.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.StageListener;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Images;
import org.glomera.ui.Texts;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.preferences.Settings;
import org.glomera.ui.studies.OpenStudies;

/**
 * Imports images: asks for folders and a study, shows what the folders hold and what would come of it, and does that in
 * the background. Until it is finished nothing is written.
 */
public final class ImportWizard extends Wizard {

    private static final String PROGRESS = "org.eclipse.ui.views.ProgressView";

    private final PipelineServices services;
    private final SourcePage source;
    private final ScanPage scan;

    /**
     * Makes the wizard.
     *
     * @param folders folders with images; may be empty
     * @param studies the studies to choose from
     * @param studyRoot the study to propose; null for none
     */
    ImportWizard(List<Path> folders, List<ImportTarget> studies, Path studyRoot) {
        setWindowTitle("Import Images");
        setDefaultPageImageDescriptor(Images.descriptor("import_banner"));
        services = Settings.ofWorkbench().services();
        source = new SourcePage(folders, studies, studyRoot);
        scan = new ScanPage(source, services);
    }

    @Override
    public void addPages() {
        addPage(source);
        addPage(scan);
    }

    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == scan && super.canFinish();
    }

    @Override
    public boolean performCancel() {
        scan.stop();
        return true;
    }

    @Override
    public boolean performFinish() {
        ImportTarget target = source.target();
        ImportRequest request = new ImportRequest(source.folders(), List.of(), target.root(), target.name(),
                scan.selection().chosen(), scan.rules());
        PipelineJob.<ImportReport>of("Importing into '" + target.name() + "'",
                (listener, monitor) -> services.importing().run(request, opening(target.root(), listener), monitor))
                .writing(target.root())
                .icon(Images.descriptor("import"))
                .saying(ImportWizard::inWords)
                .then(report -> OpenStudies.ofWorkbench().open(target.root()))
                .start();
        showProgress();
        return true;
    }

    /** Opens the study as soon as it is there, so that its cases can be seen to come. */
    private static StageListener opening(Path root, StageListener listener) {
        AtomicBoolean opened = new AtomicBoolean();
        return progress -> {
            listener.progress(progress);
            if (StudyFolder.isStudy(root) && opened.compareAndSet(false, true)) {
                OpenStudies.ofWorkbench().open(root);
            }
        };
    }

    private static String inWords(ImportReport report) {
        long problems = report.faultyCount();
        return Texts.count(report.cases().size(), "case was", "cases were") + " imported"
                + (report.alreadyThere() == 0 ? "" : ", " + report.alreadyThere() + " of them there before")
                + (problems == 0 ? "." : "; " + Texts.count((int) problems, "problem", "problems")
                        + ", listed in import.json of the study.");
    }

    private static void showProgress() {
        if (PlatformUI.getWorkbench().getActiveWorkbenchWindow() == null) {
            return;
        }
        try {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(PROGRESS, null,
                    IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
        }
    }
}
