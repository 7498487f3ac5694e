package org.glomera.ui.preferences;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.swt.widgets.Composite;

/** The page "Glomera": where new studies are made, what a start opens, what closing asks. */
public final class GeneralPage extends SettingsPage {

    /** Makes the page. */
    public GeneralPage() {
        super("Studies and the start of the program.");
    }

    @Override
    protected void createFieldEditors() {
        addField(new NewFolderEditor(Setting.NEW_STUDIES.key(), "&Folder for new studies:", getFieldEditorParent()));
        addField(new BooleanFieldEditor(Setting.REOPENS_STUDIES.key(), "Open the &last studies at start",
                getFieldEditorParent()));
        addField(new BooleanFieldEditor(Setting.ASKS_BEFORE_CLOSING.key(),
                "&Ask before closing while a training or other work is going on", getFieldEditorParent()));
    }

    /** Takes a folder that need not be there yet, as long as it can be made. */
    private static final class NewFolderEditor extends DirectoryFieldEditor {

        NewFolderEditor(String name, String label, Composite parent) {
            init(name, label);
            setErrorMessage("New studies need a folder on this machine in which you may write.");
            setChangeButtonText("&Browse\u2026");
            setValidateStrategy(VALIDATE_ON_KEY_STROKE);
            createControl(parent);
        }

        @Override
        protected boolean doCheckState() {
            return mayBeMade(getTextControl().getText().strip());
        }
    }

    /** Whether an absolute folder is there or can be made. */
    static boolean mayBeMade(String text) {
        try {
            Path folder = Path.of(text);
            Path there = folder;
            while (there != null && !Files.exists(there)) {
                there = there.getParent();
            }
            return folder.isAbsolute() && there != null && Files.isDirectory(there) && Files.isWritable(there);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
