package org.glomera.ui.preferences;

import java.util.Arrays;
import java.util.function.Function;

import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** A page of the preferences of this bundle. */
abstract class SettingsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final int TEXT_PX = 420;
    private static final int INDENT_PX = 8;

    /** Makes a page that begins with a sentence. */
    SettingsPage(String description) {
        super(GRID);
        setPreferenceStore(Settings.storeOfWorkbench());
        setDescription(description);
    }

    @Override
    public void init(IWorkbench workbench) {
        // all that is shown comes from the store
    }

    /** Names and values of an enumeration as a combo box takes them. */
    static <E extends Enum<E>> String[][] entries(E[] values, Function<E, String> title) {
        return Arrays.stream(values).map(each -> new String[] {title.apply(each), each.name()})
                .toArray(String[][]::new);
    }

    /** Adds a sentence below the fields that were added so far. */
    Label addText(String words) {
        Composite parent = getFieldEditorParent();
        Label label = new Label(parent, SWT.WRAP);
        label.setText(words);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false, 3, 1);
        place.widthHint = TEXT_PX;
        place.verticalIndent = INDENT_PX;
        label.setLayoutData(place);
        return label;
    }
}
