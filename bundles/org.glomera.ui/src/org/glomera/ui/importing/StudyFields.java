package org.glomera.ui.importing;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.glomera.ui.preferences.Settings;

/**
 * Name and folder of a new study, in three columns of the parent's grid. The folder follows the name until the user
 * changes it.
 */
final class StudyFields {

    private final Text name;
    private final Text folder;
    private final Button browse;
    private final Consumer<StudyFields> changed;
    private boolean follows = true;
    private boolean isFollowing;

    StudyFields(Composite parent, int indentPx, Consumer<StudyFields> changed) {
        this.changed = changed;
        label(parent, "&Name:", indentPx);
        name = new Text(parent, SWT.BORDER);
        name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        label(parent, "F&older:", indentPx);
        folder = new Text(parent, SWT.BORDER);
        folder.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        browse = new Button(parent, SWT.PUSH);
        browse.setText("Bro&wse\u2026");
        browse.addListener(SWT.Selection, event -> browse());
        name.setText("New study");
        follow();
        name.addListener(SWT.Modify, event -> {
            follow();
            changed.accept(this);
        });
        folder.addListener(SWT.Modify, event -> {
            follows &= isFollowing;
            if (!isFollowing) {
                changed.accept(this);
            }
        });
    }

    private static void label(Composite parent, String text, int indentPx) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        GridData place = new GridData();
        place.horizontalIndent = indentPx;
        label.setLayoutData(place);
    }

    private void follow() {
        if (follows) {
            isFollowing = true;
            folder.setText(ImportTarget.proposed(Settings.ofWorkbench().newStudiesFolder(), name.getText()).toString());
            isFollowing = false;
        }
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(folder.getShell(), SWT.SAVE);
        dialog.setText("Folder of the New Study");
        dialog.setMessage("Choose an empty folder, or make one.");
        dialog.setFilterPath(folder.getText());
        String chosen = dialog.open();
        if (chosen != null) {
            folder.setText(chosen);
        }
    }

    void setEnabled(boolean enabled) {
        name.setEnabled(enabled);
        folder.setEnabled(enabled);
        browse.setEnabled(enabled);
    }

    /** What is wrong, as a sentence; empty when a study can be made. */
    String problem() {
        return ImportTarget.problem(name.getText(), folder.getText());
    }

    /** The study that is to be made; only when there is no {@link #problem()}. */
    ImportTarget target() {
        return new ImportTarget(Path.of(folder.getText().strip()).normalize(), name.getText().strip(), true);
    }

    Text name() {
        return name;
    }

    Text folder() {
        return folder;
    }
}
