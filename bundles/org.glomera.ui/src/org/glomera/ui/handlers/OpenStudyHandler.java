package org.glomera.ui.handlers;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.glomera.study.StudyFolder;
import org.glomera.ui.studies.OpenStudies;

/** Asks for a study's folder and opens it. */
public final class OpenStudyHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.OPEN);
        dialog.setText("Open Study");
        dialog.setMessage("Choose the folder of a study, the one that holds study.json.");
        List<Path> recent = OpenStudies.ofWorkbench().recent();
        if (!recent.isEmpty() && recent.get(0).getParent() != null) {
            dialog.setFilterPath(recent.get(0).getParent().toString());
        }
        String chosen = dialog.open();
        if (chosen != null) {
            openIfStudy(shell, Path.of(chosen));
        }
        return null;
    }

    private static void openIfStudy(Shell shell, Path folder) {
        if (StudyFolder.isStudy(folder)) {
            OpenStudies.ofWorkbench().open(folder);
        } else {
            MessageDialog.openInformation(shell, "Open Study", "'" + folder + "' is not a study: it holds no"
                    + " study.json. Choose the folder of a study.");
        }
    }
}
