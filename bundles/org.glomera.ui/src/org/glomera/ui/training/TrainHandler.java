package org.glomera.ui.training;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Run;
import org.glomera.ui.model.StudyNode.Study;
import org.glomera.ui.preferences.Settings;
import org.glomera.ui.studies.OpenStudies;

/** Opens the wizard that trains networks, for the study of what is selected. */
public final class TrainHandler extends AbstractHandler {

    private static final Point SIZE = new Point(900, 760);

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        List<Study> studies = OpenStudies.ofWorkbench().studies().stream().filter(Study.class::isInstance)
                .map(Study.class::cast).toList();
        if (studies.isEmpty()) {
            MessageDialog.openInformation(window.getShell(), "Train Networks", "No study is open. Open a study with cases"
                    + " first, or import images into a new one.");
            return null;
        }
        Optional<StudyNode> selected = Optional.ofNullable(HandlerUtil.getCurrentStructuredSelection(event)
                .getFirstElement()).filter(StudyNode.class::isInstance).map(StudyNode.class::cast);
        Study study = selected.flatMap(node -> studies.stream().filter(each -> each.root().equals(node.root()))
                .findFirst()).orElse(studies.get(0));
        String run = selected.filter(Run.class::isInstance).map(node -> ((Run) node).info().name()).orElse("");
        open(window.getShell(), new TrainingWizard(Settings.ofWorkbench().services(), window.getActivePage(), studies, study,
                run));
        return null;
    }

    /** Opens the wizard. */
    static void open(Shell shell, TrainingWizard wizard) {
        WizardDialog dialog = new WizardDialog(shell, wizard);
        dialog.setMinimumPageSize(SIZE.x - 40, SIZE.y - 190);
        dialog.create();
        dialog.getShell().setMinimumSize(SIZE.x, Math.min(SIZE.y, shell.getDisplay().getClientArea().height));
        dialog.open();
    }
}
