package org.glomera.ui.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.glomera.study.StudyFolder;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.studies.OpenStudies;

/** Opens the wizard that imports images. Only on the UI thread. */
public final class ImportImages {

    private static final int WIDTH_PX = 1300;
    private static final int HEIGHT_PX = 740;
    private static final int MARGIN_PX = 40;

    private ImportImages() {
    }

    /**
     * Opens the studies among some folders and asks what is to be imported from the others. Any thread; the question
     * comes later, on the UI thread.
     *
     * @param folders folders; what is none is taken for a study, whose line in the explorer then says what is wrong
     */
    public static void openOrImport(List<Path> folders) {
        List<Path> images = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder) && !StudyFolder.isStudy(folder)) {
                images.add(folder);
            } else {
                OpenStudies.ofWorkbench().open(folder);
            }
        }
        if (!images.isEmpty()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> open(images, null));
        }
    }

    /**
     * Asks what is to be imported and starts the import.
     *
     * @param folders folders with images; may be empty
     * @param studyRoot the study to propose; null for none
     */
    public static void open(List<Path> folders, Path studyRoot) {
        Shell shell = PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
        List<ImportTarget> studies = new ArrayList<>();
        for (StudyNode node : OpenStudies.ofWorkbench().studies()) {
            if (node instanceof StudyNode.Study study) {
                studies.add(new ImportTarget(study.root(), study.info().name(), false));
            }
        }
        open(shell, new ImportWizard(folders, studies, studyRoot));
    }

    /** Imports into a study that was just made and may not have been read yet. */
    static void openInto(ImportTarget study) {
        open(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), new ImportWizard(List.of(),
                List.of(new ImportTarget(study.root(), study.name(), false)), study.root()));
    }

    private static void open(Shell shell, ImportWizard wizard) {
        WizardDialog dialog = new WizardDialog(shell, wizard) {
            @Override
            protected Point getInitialSize() {
                Rectangle screen = getShell().getMonitor().getClientArea();
                return new Point(Math.min(WIDTH_PX, screen.width - MARGIN_PX),
                        Math.min(HEIGHT_PX, screen.height - MARGIN_PX));
            }
        };
        dialog.open();
    }
}
