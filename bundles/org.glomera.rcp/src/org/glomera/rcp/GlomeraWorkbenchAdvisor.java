package org.glomera.rcp;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.glomera.ui.StudyPerspective;
import org.glomera.ui.jobs.WorkAtClosing;
import org.glomera.ui.bench.WorkbenchBench;
import org.glomera.ui.importing.ImportImages;
import org.glomera.ui.studies.OpenStudies;

/** How the workbench behaves as a whole: layout kept between starts, the first perspective, studies of the start. */
final class GlomeraWorkbenchAdvisor extends WorkbenchAdvisor {

    private static final long LISTEN_EVERY_MS = 1000;
    /** Pages of the platform's preferences that nothing here has a use for, as paths. */
    private static final List<String> PAGES_OF_DEVELOPERS = List.of(
            "org.eclipse.ui.preferencePages.Workbench/org.eclipse.equinox.security.ui.category");

    private final List<Path> studies;
    private final HandOver handOver;
    private Job listener;

    /**
     * Makes the advisor.
     *
     * @param studies folders of studies to open
     * @param handOver where later starts leave theirs
     */
    GlomeraWorkbenchAdvisor(List<Path> studies, HandOver handOver) {
        this.studies = List.copyOf(studies);
        this.handOver = handOver;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
        TrayDialog.setDialogHelpAvailable(false);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return StudyPerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new GlomeraWindowAdvisor(configurer);
    }

    @Override
    public void postStartup() {
        ImportImages.openOrImport(studies);
        PAGES_OF_DEVELOPERS.forEach(PlatformUI.getWorkbench().getPreferenceManager()::remove);
        listener = Job.createSystem("Listening for a second start", (ICoreRunnable) monitor -> {
            HandOver.Received received = handOver.receive();
            if (received.any()) {
                ImportImages.openOrImport(received.studies());
                PlatformUI.getWorkbench().getDisplay().asyncExec(GlomeraWorkbenchAdvisor::bringToFront);
            }
            if (!monitor.isCanceled()) {
                listener.schedule(LISTEN_EVERY_MS);
            }
        });
        listener.schedule(LISTEN_EVERY_MS);
        WorkbenchBench.startIfAsked();
    }

    private static void bringToFront() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null) {
            Shell shell = window.getShell();
            shell.setMinimized(false);
            shell.forceActive();
        }
    }

    @Override
    public boolean preShutdown() {
        IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
        if (windows.length > 0 && !WorkAtClosing.mayClose(windows[0].getShell())) {
            return false;
        }
        if (listener != null) {
            listener.cancel();
        }
        return super.preShutdown();
    }

    @Override
    public void postShutdown() {
        OpenStudies.ofWorkbench().dispose();
        super.postShutdown();
    }
}
