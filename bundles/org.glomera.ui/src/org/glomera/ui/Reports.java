package org.glomera.ui;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;

/** Opens files and folders with the programs of this desktop. Only on the UI thread. */
public final class Reports {

    private Reports() {
    }

    /** Opens a report in the browser of this desktop, or says why not and where the report is. */
    public static void open(Shell shell, Path report) {
        if (!Files.isRegularFile(report)) {
            MessageDialog.openInformation(shell, "Report", "There is no report yet: '" + report
                    + "' does not exist. The task 'report' writes it.");
        } else if (!Program.launch(report.toUri().toString())) {
            MessageDialog.openInformation(shell, "Report", "This desktop names no program that opens web pages. Open '"
                    + report + "' with a browser; it needs no network.");
        }
    }

    /** Opens a folder in the file manager of this desktop, or says why not. */
    public static void showFolder(Shell shell, Path folder) {
        Path there = Files.isDirectory(folder) ? folder : folder.getParent();
        if (there == null || !Program.launch(there.toUri().toString())) {
            MessageDialog.openInformation(shell, "Folder", "This desktop names no program that shows folders. The"
                    + " folder is '" + folder + "'.");
        }
    }
}
